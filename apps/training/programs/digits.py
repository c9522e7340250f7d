"""Makes a small data set of handwritten-like digits, always the same for the same seed.

    python digits.py --out data/digits.json --count 2000

Each image is 8 x 8: a digit of 5 x 7 dots, moved a little, thinned out and covered with noise.
The file has {"images": [[64 numbers from 0 to 1], ...], "labels": [0 to 9, ...]}.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import random

SIZE = 8
# One row of dots for each number, the leftmost dot in the highest of five bits.
DOTS = [
    (14, 17, 19, 21, 25, 17, 14),
    (4, 12, 4, 4, 4, 4, 14),
    (14, 17, 1, 2, 4, 8, 31),
    (31, 2, 4, 2, 1, 17, 14),
    (2, 6, 10, 18, 31, 2, 2),
    (31, 16, 30, 1, 1, 17, 14),
    (6, 8, 16, 30, 17, 17, 14),
    (31, 1, 2, 4, 8, 8, 8),
    (14, 17, 17, 14, 17, 17, 14),
    (14, 17, 17, 15, 1, 2, 12),
]


def draw(digit: int, source: random.Random) -> list[float]:
    """One image: 15 % of the dots are missing, and every pixel gets up to 0.3 of noise."""
    left, top = source.randint(0, SIZE - 5), source.randint(0, SIZE - 7)
    image = [source.random() * 0.3 for _ in range(SIZE * SIZE)]
    for row, bits in enumerate(DOTS[digit]):
        for column in range(5):
            if bits >> (4 - column) & 1 and source.random() > 0.15:
                image[(top + row) * SIZE + left + column] += 0.7
    return [round(pixel, 3) for pixel in image]


def make(count: int, seed: int) -> dict[str, list]:
    source = random.Random(seed)
    labels = [index % 10 for index in range(count)]
    source.shuffle(labels)
    return {"images": [draw(label, source) for label in labels], "labels": labels}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(make(options.count, options.seed)))
    print(json.dumps({"event": "data", "path": str(options.out), "images": options.count}))


if __name__ == "__main__":
    main()
