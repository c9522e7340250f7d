"""Trains a digit classifier in one process, with the standard library alone, and writes the model.

Reads DATA (made by digits.py), EPOCHS, MODEL_DIR (where model.json is written) and TRACKING_URI from the environment.
"""

from __future__ import annotations

import json
import math
import os
import pathlib
import random

CLASSES, PIXELS = 10, 64


def log(**fields: object) -> None:
    print(json.dumps({"world_size": 1, "rank": 0, **fields}), flush=True)


def probabilities(weights: list[list[float]], image: list[float]) -> list[float]:
    scores = [sum(w * x for w, x in zip(row, image)) + row[-1] for row in weights]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def train(images: list[list[float]], labels: list[int], epochs: int) -> list[list[float]]:
    """Softmax regression by stochastic gradient descent; the last weight of a class is its bias."""
    weights = [[0.0] * (PIXELS + 1) for _ in range(CLASSES)]
    order = list(range(len(images)))
    source = random.Random(0)
    for epoch in range(epochs):
        source.shuffle(order)
        loss = 0.0
        for index in order:
            image, label = images[index], labels[index]
            shares = probabilities(weights, image)
            loss -= math.log(max(shares[label], 1e-12))
            for digit, row in enumerate(weights):
                step = 0.1 * ((digit == label) - shares[digit])
                for pixel, value in enumerate(image):
                    row[pixel] += step * value
                row[-1] += step
        log(event="epoch", epoch=epoch, loss=round(loss / len(images), 4))
    return weights


def accuracy(weights: list[list[float]], images: list[list[float]], labels: list[int]) -> float:
    guesses = [max(range(CLASSES), key=probabilities(weights, image).__getitem__) for image in images]
    return sum(guess == label for guess, label in zip(guesses, labels)) / len(labels)


def main() -> None:
    data = json.loads(pathlib.Path(os.environ.get("DATA", "data/digits.json")).read_text())
    split = len(data["images"]) * 4 // 5
    weights = train(data["images"][:split], data["labels"][:split], int(os.environ.get("EPOCHS", "3")))
    reached = accuracy(weights, data["images"][split:], data["labels"][split:])
    folder = pathlib.Path(os.environ.get("MODEL_DIR", "model"))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.json").write_text(json.dumps({"weights": weights, "accuracy": reached}))
    log(event="done", accuracy=round(reached, 4), model=str(folder / "model.json"))


if __name__ == "__main__":
    main()
