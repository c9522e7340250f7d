"""Trains a digit classifier with MPI: mpirun starts one process a slot, and they average their gradients.

    mpirun python mpi_train.py

Also read: DATA (made by digits.py), EPOCHS.
"""

import json
import math
import os
import pathlib
from array import array

from mpi4py import MPI

CLASSES, PIXELS, BATCH = 10, 64, 16
WORLD = MPI.COMM_WORLD


def log(**fields: object) -> None:
    print(json.dumps({"rank": WORLD.Get_rank(), "world_size": WORLD.Get_size(), **fields}), flush=True)


def scores(weights: array, image: list[float]) -> list[float]:
    return [
        sum(weights[digit * PIXELS + pixel] * value for pixel, value in enumerate(image)) for digit in range(CLASSES)
    ]


def gradient(weights: array, images: list[list[float]], labels: list[int]) -> tuple[array, float]:
    change, loss = array("d", bytes(8 * CLASSES * PIXELS)), 0.0
    for image, label in zip(images, labels):
        powers = [math.exp(score) for score in scores(weights, image)]
        total = sum(powers)
        loss -= math.log(powers[label] / total)
        for digit in range(CLASSES):
            share = powers[digit] / total - (digit == label)
            for pixel, value in enumerate(image):
                change[digit * PIXELS + pixel] += share * value / len(images)
    return change, loss / len(images)


def main() -> None:
    rank, size = WORLD.Get_rank(), WORLD.Get_size()
    log(event="joined", host=MPI.Get_processor_name())
    data = json.loads(pathlib.Path(os.environ.get("DATA", "data/digits.json")).read_text())
    images, labels = data["images"], data["labels"]
    weights, loss = array("d", bytes(8 * CLASSES * PIXELS)), 0.0
    for epoch in range(int(os.environ.get("EPOCHS", "3"))):
        # as many steps on every process: a step waits for all of them
        for first in range(0, len(images) - BATCH * size + 1, BATCH * size):
            start = first + rank * BATCH
            change, loss = gradient(weights, images[start : start + BATCH], labels[start : start + BATCH])
            WORLD.Allreduce(MPI.IN_PLACE, [change, MPI.DOUBLE])
            for index, value in enumerate(change):
                weights[index] -= 0.5 * value / size
        log(event="epoch", epoch=epoch, loss=round(loss, 4))
    right = 0
    for image, label in zip(images[rank::size], labels[rank::size]):
        reached = scores(weights, image)
        right += reached.index(max(reached)) == label
    accuracy = WORLD.allreduce(right) / len(images)
    log(event="done", accuracy=round(accuracy, 4))


if __name__ == "__main__":
    main()
