/**
 * A driver that starts the program of a PyTorch job in one Ray worker a node, with the environment that it has on other
 * engines. It is in Python, and runs in the user's image: the standard library and Ray only.
 */
export const DRIVER = `"""Starts a program once in each node of a Ray cluster, as a torch.distributed gang.

    python torchrun_on_ray.py --nodes 4 --processes 8 --port 29500 -- torchrun train.py

Each node gets PET_NODE_RANK, PET_MASTER_ADDR, PET_MASTER_PORT and the variables of env:// (MASTER_ADDR, MASTER_PORT,
WORLD_SIZE, and RANK where a node has one process). Ends with the first exit code that is not 0.
"""

import argparse
import os
import subprocess
import sys

import ray
from ray.util.placement_group import placement_group
from ray.util.scheduling_strategies import PlacementGroupSchedulingStrategy


@ray.remote(max_restarts=0)
class Node:
    """One node: it has a whole bundle of the placement group to itself."""

    def address(self) -> str:
        return ray.util.get_node_ip_address()

    def run(self, command: list, environment: dict) -> int:
        return subprocess.call(command, env={**os.environ, **environment})


def environment(rank: int, address: str, options: argparse.Namespace) -> dict:
    port = str(options.port)
    values = {
        "PET_NNODES": str(options.nodes),
        "PET_NPROC_PER_NODE": str(options.processes),
        "PET_NODE_RANK": str(rank),
        "PET_MASTER_ADDR": address,
        "PET_MASTER_PORT": port,
        "MASTER_ADDR": address,
        "MASTER_PORT": port,
        "WORLD_SIZE": str(options.nodes * options.processes),
    }
    if options.processes == 1:
        values["RANK"] = str(rank)
    return values


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, required=True)
    parser.add_argument("--processes", type=int, required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    command = [word for i, word in enumerate(options.command) if i > 0 or word != "--"]
    if not command:
        parser.error("no program is given after --")
    ray.init(address="auto")
    # the GPUs of a node all belong to its program; without any, one CPU marks the node as taken
    gpus = min((node["Resources"].get("GPU", 0) for node in ray.nodes() if node["Resources"].get("CPU")), default=0)
    bundle = {"CPU": 1, **({"GPU": gpus} if gpus else {})}
    group = placement_group([bundle] * options.nodes, strategy="STRICT_SPREAD")
    ray.get(group.ready())
    nodes = [
        Node.options(
            num_cpus=1,
            num_gpus=gpus,
            scheduling_strategy=PlacementGroupSchedulingStrategy(group, placement_group_bundle_index=rank),
        ).remote()
        for rank in range(options.nodes)
    ]
    address = ray.get(nodes[0].address.remote())
    running = [node.run.remote(command, environment(rank, address, options)) for rank, node in enumerate(nodes)]
    while running:
        done, running = ray.wait(running)
        code = ray.get(done[0])
        if code != 0:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
`;
