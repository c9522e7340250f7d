"""Trains a digit classifier with PyTorch, on one process or many.

Processes find each other by the variables that torchrun, or a Kubernetes engine, sets: RANK, WORLD_SIZE, MASTER_ADDR
and MASTER_PORT. Checkpoints go to CHECKPOINT_DIR; a start goes on from the newest one in RESUME_FROM, or there.
Also read: DATA (made by digits.py), EPOCHS, STEP_SECONDS (a pause after each step, to have time to watch).
"""

from __future__ import annotations

import json
import os
import pathlib
import signal
import time

import torch
import torch.distributed as dist
from torch import nn

RANK = int(os.environ.get("RANK", "0"))
WORLD_SIZE = int(os.environ.get("WORLD_SIZE", "1"))
CHECKPOINTS = pathlib.Path(os.environ.get("CHECKPOINT_DIR", "checkpoints"))
BATCH = 32

# The exit code of a mistake in the settings: trying again would not help.
CONFIG_ERROR = 2


def log(**fields: object) -> None:
    print(json.dumps({"world_size": WORLD_SIZE, "rank": RANK, **fields}), flush=True)


def newest_checkpoint() -> pathlib.Path | None:
    folder = pathlib.Path(os.environ.get("RESUME_FROM") or CHECKPOINTS)
    return max(folder.glob("step-*.pt"), default=None)


def save(step: int, model: nn.Module, optimizer: torch.optim.Optimizer) -> None:
    """Rank 0 writes; the name appears only once the file is complete, so a kill leaves no half checkpoint."""
    if RANK != 0:
        return
    CHECKPOINTS.mkdir(parents=True, exist_ok=True)
    path = CHECKPOINTS / f"step-{step:06d}.pt"
    unfinished = path.with_suffix(".part")
    torch.save({"step": step, "model": model.state_dict(), "optimizer": optimizer.state_dict()}, unfinished)
    unfinished.rename(path)
    log(event="checkpoint", step=step, path=str(path))


def load_data(device: torch.device) -> tuple[torch.Tensor, torch.Tensor]:
    path = pathlib.Path(os.environ.get("DATA", "data/digits.json"))
    if not path.exists():
        log(event="error", message=f"DATA: there is no {path}")
        raise SystemExit(CONFIG_ERROR)
    data = json.loads(path.read_text())
    return torch.tensor(data["images"], device=device), torch.tensor(data["labels"], device=device)


def stop(*_: object) -> None:
    """Ends with the code that a shell gives for SIGTERM, so that a stop is not taken for a success."""
    raise SystemExit(143)


def main() -> None:
    torch.manual_seed(0)
    gpu = torch.cuda.is_available()
    device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0"))) if gpu else torch.device("cpu")
    images, labels = load_data(device)
    if WORLD_SIZE > 1:
        dist.init_process_group("nccl" if gpu else "gloo")
        log(event="joined", group_size=dist.get_world_size(), backend=dist.get_backend())

    model: nn.Module = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10)).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    first = 0
    if (checkpoint := newest_checkpoint()) is not None:
        state = torch.load(checkpoint, map_location=device)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        first = state["step"]
        log(event="resumed", step=first, path=str(checkpoint))
    trained = nn.parallel.DistributedDataParallel(model) if WORLD_SIZE > 1 else model

    signal.signal(signal.SIGTERM, stop)
    per_epoch = len(images) // (BATCH * WORLD_SIZE)
    steps = per_epoch * int(os.environ.get("EPOCHS", "3"))
    for step in range(first, steps):
        start = (step % per_epoch) * BATCH * WORLD_SIZE + RANK * BATCH
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(trained(images[start : start + BATCH]), labels[start : start + BATCH])
        loss.backward()
        optimizer.step()
        if (step + 1) % 10 == 0 or step + 1 == steps:
            log(event="step", step=step + 1, loss=round(loss.item(), 4))
            save(step + 1, model, optimizer)
        time.sleep(float(os.environ.get("STEP_SECONDS", "0")))
    right = (model(images).argmax(1) == labels).float().mean().item()
    log(event="done", step=steps, accuracy=round(right, 4))
    if WORLD_SIZE > 1:
        dist.destroy_process_group()


if __name__ == "__main__":
    main()
