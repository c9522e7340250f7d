"""Trains a digit classifier with JAX on several processes.

JAX itself reads JAX_COORDINATOR_ADDRESS alone; the number and the rank of processes are handed over here.
Also read: JAX_NUM_PROCESSES, JAX_PROCESS_ID, DATA (made by digits.py), EPOCHS.
"""

import json
import os
import pathlib

import jax
import jax.numpy as jnp
from jax.experimental import multihost_utils

RANK = int(os.environ.get("JAX_PROCESS_ID", "0"))
PROCESSES = int(os.environ.get("JAX_NUM_PROCESSES", "1"))
BATCH = 32


def log(**fields: object) -> None:
    print(json.dumps({"rank": RANK, **fields}), flush=True)


def loss(weights: dict[str, jax.Array], images: jax.Array, labels: jax.Array) -> jax.Array:
    scores = jax.nn.log_softmax(images @ weights["pixels"] + weights["bias"])
    return -jnp.take_along_axis(scores, labels[:, None], axis=1).mean()


def main() -> None:
    if PROCESSES > 1:
        jax.distributed.initialize(num_processes=PROCESSES, process_id=RANK)
    size = jax.process_count()
    log(event="joined", world_size=size, devices=jax.device_count())
    data = json.loads(pathlib.Path(os.environ.get("DATA", "data/digits.json")).read_text())
    images, labels = jnp.array(data["images"]), jnp.array(data["labels"])
    weights = {"pixels": jnp.zeros((64, 10)), "bias": jnp.zeros(10)}
    step = jax.jit(jax.value_and_grad(loss))
    value = 0.0
    for epoch in range(int(os.environ.get("EPOCHS", "3"))):
        # as many steps on every process: a step waits for all of them
        for first in range(0, len(images) - BATCH * size + 1, BATCH * size):
            batch = slice(first + RANK * BATCH, first + (RANK + 1) * BATCH)
            value, change = step(weights, images[batch], labels[batch])
            # the mean over all processes, so that weights stay equal everywhere
            mean = jax.tree.map(lambda each: each.mean(axis=0), multihost_utils.process_allgather(change, tiled=False))
            weights = jax.tree.map(lambda weight, each: weight - 0.5 * each.reshape(weight.shape), weights, mean)
        log(event="epoch", epoch=epoch, world_size=size, loss=round(float(value), 4))
    guesses = (images @ weights["pixels"] + weights["bias"]).argmax(axis=1)
    log(event="done", world_size=size, accuracy=round(float((guesses == labels).mean()), 4))
    if PROCESSES > 1:
        jax.distributed.shutdown()


if __name__ == "__main__":
    main()
