"""A screen on a cluster of two nodes on this machine, each with its own store and its own worker processes.

python -m tests.catalogue.on_a_cluster FOLDER: judges FOLDER/products into FOLDER/judged, and again into FOLDER/killed,
where a worker is killed in the middle. FOLDER/judged.processes and FOLDER/killed.processes say which process of which
node had each batch.
"""

import os
import signal
import sys
import time
from functools import partial
from pathlib import Path

import pyarrow as pa
import ray
import ray.data
from ray.cluster_utils import Cluster

from needlecare.catalogue.cluster import screen_dataset

BLOCKS = 12
PATIENCE = 30  # seconds
SPREAD = {"scheduling_strategy": "SPREAD", "batch_size": 150}


def main(folder: Path) -> None:
    """Start the cluster, screen twice, stop the cluster."""
    node = {"num_cpus": 1, "object_store_memory": 100 << 20, "include_dashboard": False}
    cluster = Cluster(initialize_head=True, head_node_args=node)
    cluster.add_node(num_cpus=1, object_store_memory=100 << 20)
    ray.init(address=cluster.address, logging_level="ERROR")
    ray.data.DataContext.get_current().enable_progress_bars = False
    for name in ("judged", "killed"):
        products = ray.data.read_parquet(str(folder / "products")).repartition(BLOCKS)
        watch = partial(_watched, place=folder / name, kill=name == "killed")
        watched = products.map_batches(watch, batch_format="pyarrow", **SPREAD)
        screen_dataset(watched, "ingredients", day=3, **SPREAD).write_parquet(str(folder / name))
    ray.shutdown()
    cluster.shutdown()


def _watched(table: pa.Table, place: Path, kill: bool) -> pa.Table:
    """Note which process has these rows, and wait until the other node has some too; then end one, with `kill`."""
    noted = place.with_suffix(".processes")
    with noted.open("a", encoding="utf-8") as file:
        file.write(f"{ray.get_runtime_context().get_node_id()} {os.getpid()}\n")
    end = time.monotonic() + PATIENCE
    while len({line.split()[0] for line in noted.read_text(encoding="utf-8").splitlines()}) < 2:
        assert time.monotonic() < end, "only one node has work"
        time.sleep(0.05)
    victim = place.with_suffix(".victim")
    if kill and not victim.exists():
        victim.write_text(str(os.getpid()), encoding="utf-8")
        os.kill(os.getpid(), signal.SIGKILL)
    return table


if __name__ == "__main__":
    main(Path(sys.argv[1]))
