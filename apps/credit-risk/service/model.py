"""Reads the trained model, and refuses one that is not what was trained."""

import hashlib
import io
import os
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from features import FEATURES, Applicant, to_row

DECLINE_ABOVE = 0.3


class ModelRefused(Exception):
    """The model file is missing, damaged, or made for another version of the code."""


@dataclass(frozen=True)
class CreditModel:
    version: str
    sha256: str
    classifier: Any

    def default_probability(self, applicant: Applicant) -> float:
        """Rounded to the four digits that are answered."""
        return round(float(self.classifier.predict_proba([to_row(applicant)])[0, 1]), 4)


def decide(probability: float) -> str:
    """Takes the rounded number, so that an answer never says both 0.3 and decline."""
    return "decline" if probability > DECLINE_ABOVE else "approve"


def load_model(path: Path, pinned_sha256: str | None = None) -> CreditModel:
    """Reads the file once and unpickles only bytes whose checksum is right: a pickle can run any code.

    The checksum beside the file finds a torn or swapped file. It does not stop somebody who can write both files;
    `pinned_sha256`, from the manifest, does.
    """
    expected = pinned_sha256 or _read_checksum(path)
    payload = _read(path)
    digest = hashlib.sha256(payload).hexdigest()
    if digest != expected.lower():
        raise ModelRefused(f"{path} has SHA-256 {digest}, expected {expected}")
    import joblib  # here, so that the process answers /health before scikit-learn is imported (a second or two)
    import sklearn

    bundle = joblib.load(io.BytesIO(payload))
    _check(bundle, "features", FEATURES)
    _check(bundle, "scikit_learn", sklearn.__version__)
    model = CreditModel(version=bundle["version"], sha256=digest, classifier=bundle["classifier"])
    # The first prediction imports and caches what the later ones use: made here, before /ready says yes.
    model.default_probability(SimpleNamespace(income=0.0, debt=0.0, age=18, history_score=0.0))
    return model


def _check(bundle: dict, key: str, wanted: Any) -> None:
    if bundle.get(key) != wanted:
        raise ModelRefused(f"the model was trained with {key} {bundle.get(key)!r}, this code has {wanted!r}: train it again")


def _read_checksum(path: Path) -> str:
    words = _read(path.with_name(path.name + ".sha256")).decode("ascii", "replace").split()
    if not words:
        raise ModelRefused(f"{path}.sha256 is empty")
    return words[0]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelRefused(f"cannot read {path}: {os.strerror(error.errno or 0)}") from error
