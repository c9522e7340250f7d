"""Trains a digit classifier with XGBoost on several workers.

XGBoost reads nothing from the environment, so the tracker is handed over by arguments:

    python xgboost_train.py --tracker-host gang-0 --tracker-port 9999 --rank 1 --world-size 2

Rank 0 starts the tracker on that port. Also read: DATA (made by digits.py), ROUNDS, MODEL_DIR.
"""

import argparse
import json
import os
import pathlib
import socket

import numpy as np
import xgboost as xgb
from xgboost.tracker import RabitTracker


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tracker-host", default="127.0.0.1")
    parser.add_argument("--tracker-port", type=int, default=9999)
    parser.add_argument("--rank", type=int, default=0)
    parser.add_argument("--world-size", type=int, default=1)
    return parser.parse_args()


def log(**fields: object) -> None:
    print(json.dumps(fields), flush=True)


def main() -> None:
    options = parse()
    host = socket.gethostbyname(options.tracker_host)
    tracker = None
    if options.rank == 0:
        tracker = RabitTracker(host_ip=host, n_workers=options.world_size, port=options.tracker_port, sortby="task")
        tracker.start()
    group = {
        "dmlc_tracker_uri": host,
        "dmlc_tracker_port": options.tracker_port,
        # ranks follow the order of these names
        "dmlc_task_id": f"{options.rank:04d}",
        "dmlc_retry": 30,
    }
    with xgb.collective.CommunicatorContext(**group):
        rank, size = xgb.collective.get_rank(), xgb.collective.get_world_size()
        log(event="joined", rank=rank, world_size=size)
        data = json.loads(pathlib.Path(os.environ.get("DATA", "data/digits.json")).read_text())
        images, labels = np.array(data["images"]), np.array(data["labels"])
        own = xgb.DMatrix(images[rank::size], label=labels[rank::size])
        settings = {"objective": "multi:softmax", "num_class": 10, "max_depth": 4, "tree_method": "hist", "nthread": 1}
        rounds = int(os.environ.get("ROUNDS", "10"))
        booster = xgb.train(settings, own, num_boost_round=rounds, evals=[(own, "train")], verbose_eval=False)
        reached = float((booster.predict(xgb.DMatrix(images)) == labels).mean())
        if rank == 0:
            folder = pathlib.Path(os.environ.get("MODEL_DIR", "model"))
            folder.mkdir(parents=True, exist_ok=True)
            booster.save_model(folder / "model.json")
        log(event="done", rank=rank, world_size=size, accuracy=round(reached, 4))
    if tracker is not None:
        # the others sign off at the tracker, which ends with this process
        tracker.wait_for()


if __name__ == "__main__":
    main()
