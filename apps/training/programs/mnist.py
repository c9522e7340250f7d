"""Trains a digit classifier with TensorFlow on several workers that keep equal weights.

TF_CONFIG says who takes part. Parameter servers and the evaluator only serve until they are stopped.
Also read: DATA (made by digits.py), EPOCHS, CHECKPOINT_DIR (where a restart goes on from).
"""

from __future__ import annotations

import json
import os
import pathlib

import tensorflow as tf

CONFIG = json.loads(os.environ.get("TF_CONFIG", "{}"))
TASK = CONFIG.get("task", {"type": "worker", "index": 0})
BATCH = 32


def log(**fields: object) -> None:
    print(json.dumps({"rank": TASK["index"], "role": TASK["type"], **fields}), flush=True)


def serve() -> None:
    cluster = tf.train.ClusterSpec(CONFIG["cluster"])
    server = tf.distribute.Server(cluster, job_name=TASK["type"], task_index=TASK["index"], protocol="grpc")
    log(event="serving", target=server.target)
    server.join()


def join() -> tf.distribute.Strategy:
    """The strategy of the workers, which know each other only."""
    if not CONFIG:
        return tf.distribute.get_strategy()
    workers = {role: hosts for role, hosts in CONFIG["cluster"].items() if role in ("chief", "worker")}
    os.environ["TF_CONFIG"] = json.dumps({"cluster": workers, "task": TASK})
    return tf.distribute.MultiWorkerMirroredStrategy()


def load_data() -> tuple[tf.Tensor, tf.Tensor]:
    data = json.loads(pathlib.Path(os.environ.get("DATA", "data/digits.json")).read_text())
    return tf.constant(data["images"]), tf.constant(data["labels"], dtype=tf.int64)


def main() -> None:
    if TASK["type"] in ("ps", "evaluator"):
        serve()
        return
    strategy = join()
    size = strategy.num_replicas_in_sync
    log(event="joined", world_size=size)
    images, labels = load_data()
    with strategy.scope():
        weights = tf.Variable(tf.zeros([64, 10]))
        bias = tf.Variable(tf.zeros([10]))
    checkpoint = tf.train.Checkpoint(weights=weights, bias=bias)
    folder = os.path.join(os.environ.get("CHECKPOINT_DIR", "checkpoints"), f"{TASK['type']}-{TASK['index']}")
    manager = tf.train.CheckpointManager(checkpoint, folder, max_to_keep=2)
    checkpoint.restore(manager.latest_checkpoint)

    @tf.function
    def step(batch: tf.Tensor, wanted: tf.Tensor) -> tf.Tensor:
        def on_replica(batch: tf.Tensor, wanted: tf.Tensor) -> tf.Tensor:
            with tf.GradientTape() as tape:
                scores = tf.matmul(batch, weights) + bias
                losses = tf.nn.sparse_softmax_cross_entropy_with_logits(wanted, scores)
                loss = tf.reduce_sum(losses) / (BATCH * size)
            changes = tape.gradient(loss, [weights, bias])
            context = tf.distribute.get_replica_context()
            for variable, change in zip((weights, bias), context.all_reduce("sum", changes)):
                variable.assign_sub(0.5 * change)
            return loss

        return strategy.reduce("sum", strategy.run(on_replica, args=(batch, wanted)), axis=None)

    rank = TASK["index"] + (1 if TASK["type"] == "worker" and "chief" in CONFIG.get("cluster", {}) else 0)
    loss = tf.constant(0.0)
    for epoch in range(int(os.environ.get("EPOCHS", "3"))):
        # as many steps on every worker: a step waits for all of them
        for first in range(0, len(images) - BATCH * size + 1, BATCH * size):
            start = first + rank * BATCH
            loss = step(images[start : start + BATCH], labels[start : start + BATCH])
        manager.save()
        log(event="epoch", epoch=epoch, world_size=size, loss=round(float(loss), 4))
    guesses = tf.argmax(tf.matmul(images, weights) + bias, axis=1)
    reached = float(tf.reduce_mean(tf.cast(guesses == labels, tf.float32)))
    log(event="done", world_size=size, accuracy=round(reached, 4))


if __name__ == "__main__":
    main()
