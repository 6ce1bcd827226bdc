"""On a cluster: two nodes with processes of their own give the answers of one machine, a killed worker included."""

import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from needlecare.catalogue import CatalogueError, screen
from needlecare.catalogue.cluster import judge_table
from needlecare.catalogue.judging import ingredients
from tests.catalogue.products import USE, Data, products, read, verdict, write

ROOT = Path(__file__).parents[2]
ROWS = 2_000
QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_DEDUP_LOGS": "1", "PYTHONWARNINGS": "ignore"}


def on_a_cluster(folder: Path) -> None:
    """Screen FOLDER/products on a cluster twice, the second time with a worker killed."""
    if importlib.util.find_spec("ray") is None:
        pytest.fail("Ray is missing: `make test` installs it with the dev group, `needlecare[cluster]` by itself")
    command = [sys.executable, "-m", "tests.catalogue.on_a_cluster", str(folder)]
    with tempfile.TemporaryDirectory(prefix="ray-") as place:  # a short path, for its sockets
        kept = os.environ | QUIET | {"RAY_TMPDIR": place}
        done = subprocess.run(command, capture_output=True, text=True, timeout=150, check=False, env=kept, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-3000:]


def test_a_cluster_gives_the_answers_of_one_machine_with_a_worker_killed_too(tmp_path: Path) -> None:
    """Two nodes, several processes; nothing is lost, nothing is judged twice."""
    rows = products(ROWS)
    (tmp_path / "products").mkdir()
    for at in range(4):
        pq.write_table(pa.Table.from_pylist(rows[at::4]), tmp_path / "products" / f"{at}.parquet")
    screen(write(tmp_path / "whole.parquet", rows), tmp_path / "alone.parquet", day=3)
    wanted = read(tmp_path / "alone.parquet")
    on_a_cluster(tmp_path)
    for name in ("judged", "killed"):
        found = pq.read_table(tmp_path / name).to_pylist()
        assert sorted(found, key=lambda row: row["id"]) == wanted
        nodes, processes = zip(*(line.split() for line in lines(tmp_path / f"{name}.processes")), strict=True)
        assert len(set(nodes)) == 2
        assert len(set(processes)) > 1
    assert (tmp_path / "killed.victim").read_text(encoding="utf-8") in processes
    assert len(processes) > len(lines(tmp_path / "judged.processes"))


def lines(path: Path) -> list[str]:
    """The lines of a file."""
    return path.read_text(encoding="utf-8").splitlines()


def judged(table: Any, knowledge: str) -> list[Data]:
    """The rows that a worker of a cluster makes of a table."""
    found: list[Data] = judge_table(table, "ingredients", USE, knowledge).to_pylist()
    return found


def test_a_machine_with_other_knowledge_does_not_judge() -> None:
    with pytest.raises(CatalogueError, match="the same version of needlecare must be installed on every machine"):
        judged(pa.Table.from_pylist(products(3)), "0123456789abcdef")


def test_a_table_in_pieces_or_without_rows_is_judged_too() -> None:
    whole = pa.Table.from_pylist(products(10))
    pieces = pa.concat_tables([whole.slice(0, 3), whole.slice(3, 0), whole.slice(3)])
    knowledge = ingredients().hash
    assert [verdict(row) for row in judged(pieces, knowledge)] == [verdict(row) for row in judged(whole, knowledge)]
    assert judged(whole.slice(0, 0), knowledge) == []
