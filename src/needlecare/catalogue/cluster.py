"""The same judge on a cluster: a dataset of Ray in, the same with verdict columns out.

judged = screen_dataset(ray.data.read_parquet("s3://…"), "ingredients", day=3)
judged.write_parquet("s3://…")

Ray shares out the batches and judges those of a lost worker again. Source: docs/decisions/0007-the-cluster-engine.md.
"""

from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from needlecare.catalogue.batch import judge_batch
from needlecare.catalogue.judging import check_knowledge, ingredients
from needlecare.core.label.use import Clinic, Kind, Person, Use

if TYPE_CHECKING:
    from ray.data import Dataset

ROWS = 4096  # of a batch: large enough to be worth its way, small enough to share out


def screen_dataset(
    dataset: "Dataset",
    column: str,
    *,
    day: int,
    depth_mm: float | None = None,
    kind: Kind = "leave_on",
    person: Person | None = None,
    clinic: Clinic | None = None,
    **options: Any,
) -> "Dataset":
    """Every row with the columns of `columns.ADDED`; judged when the result is asked for, wherever Ray has room.

    Other options (`num_cpus`, `concurrency`, `scheduling_strategy` …) are those of Ray's `map_batches`.
    """
    use = Use(day=day, depth_mm=depth_mm, kind=kind, person=person or Person(), clinic=clinic or Clinic())
    judge = partial(judge_table, column=column, use=use, knowledge=ingredients().hash)
    return dataset.map_batches(judge, batch_format="pyarrow", **{"batch_size": ROWS, **options})


def judge_table(table: pa.Table, column: str, use: Use, knowledge: str) -> pa.Table:
    """The rows of a table judged, with the knowledge that whoever asked has. Raises CatalogueError where it differs."""
    check_knowledge(knowledge)
    batches = table.combine_chunks().to_batches() or [pa.RecordBatch.from_pylist([], schema=table.schema)]
    return pa.Table.from_batches([judge_batch(batch, column, use) for batch in batches])
