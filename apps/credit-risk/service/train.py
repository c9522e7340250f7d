"""Trains the credit-risk model on applicants that it makes up, and writes it with its SHA-256 beside it.

How the applicants are made (all with one seeded generator, so that every run gives the same model):

    income         log-normal, median 38,000, sigma 0.5
    debt           income x gamma(shape 1.5, scale 0.4)
    age            uniform whole years, 18 to 75
    history_score  1000 x beta(5, 2.5)
    default        happens with probability sigmoid(
                       -2 - 0.7 ln(income / 38,000) + 2.2 (ln(1 + debt / income) - 0.4)
                       - 0.015 (age - 45) - 0.006 (history_score - 670))

Nobody real is in the data, and the model must not decide about anybody real.
"""

import argparse
import hashlib
import io
from pathlib import Path
from types import SimpleNamespace

import joblib
import numpy
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from features import FEATURES, to_row

SEED = 20260101
MODEL_VERSION = "1.0.0"


def make_applicants(count: int, seed: int) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Rows of features, and 1 for each applicant who defaulted."""
    random = numpy.random.default_rng(seed)
    income = random.lognormal(numpy.log(38_000), 0.5, count)
    debt = income * random.gamma(1.5, 0.4, count)
    age = random.integers(18, 76, count)
    history = 1000 * random.beta(5, 2.5, count)
    logit = (
        -2
        - 0.7 * numpy.log(income / 38_000)
        + 2.2 * (numpy.log1p(debt / income) - 0.4)
        - 0.015 * (age - 45)
        - 0.006 * (history - 670)
    )
    defaulted = random.random(count) < 1 / (1 + numpy.exp(-logit))
    rows = [
        to_row(SimpleNamespace(income=i, debt=d, age=a, history_score=h))
        for i, d, a, h in zip(income, debt, age, history)
    ]
    return numpy.array(rows), defaulted.astype(int)


def train(count: int, seed: int) -> dict:
    """The model with everything that the service needs to know about it."""
    rows, defaulted = make_applicants(count, seed)
    known, held_out, known_defaulted, held_out_defaulted = train_test_split(
        rows, defaulted, test_size=0.25, random_state=seed, stratify=defaulted
    )
    classifier = make_pipeline(StandardScaler(), LogisticRegression()).fit(known, known_defaulted)
    auc = roc_auc_score(held_out_defaulted, classifier.predict_proba(held_out)[:, 1])
    return {
        "version": MODEL_VERSION,
        "features": FEATURES,
        "scikit_learn": sklearn.__version__,
        "auc": round(float(auc), 4),
        "default_rate": round(float(defaulted.mean()), 4),
        "classifier": classifier,
    }


def save(bundle: dict, path: Path) -> str:
    """Writes the model and, in the format of `sha256sum`, its checksum. Returns the checksum."""
    buffer = io.BytesIO()
    joblib.dump(bundle, buffer)
    digest = hashlib.sha256(buffer.getvalue()).hexdigest()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(buffer.getvalue())
    path.with_name(path.name + ".sha256").write_text(f"{digest}  {path.name}\n")
    return digest


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the credit-risk model on made-up applicants.")
    parser.add_argument("--output", type=Path, default=Path("models/credit_risk.joblib"))
    parser.add_argument("--applicants", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    bundle = train(options.applicants, options.seed)
    digest = save(bundle, options.output)
    print(f"model {bundle['version']}: {options.output}")
    print(f"default rate {bundle['default_rate']:.4f}, AUC on held-out applicants {bundle['auc']:.4f}")
    print(f"sha256 {digest}")


if __name__ == "__main__":
    main()
