"""What the model sees of an applicant. Training and serving both build their rows here, so they cannot drift apart."""

from math import log1p
from typing import Protocol

FEATURES = ("log_income", "log_debt_ratio", "age", "history_score")


class Applicant(Protocol):
    """Income in a year and total debt in one currency, age in years, a bureau's score from 0 (worst) to 1000 (best)."""

    income: float
    debt: float
    age: int
    history_score: float


def to_row(applicant: Applicant) -> list[float]:
    """One value for each name in FEATURES. The logarithms keep very large sums and an income of 0 finite."""
    return [
        log1p(applicant.income),
        log1p(applicant.debt / (applicant.income + 1.0)),
        float(applicant.age),
        float(applicant.history_score),
    ]
