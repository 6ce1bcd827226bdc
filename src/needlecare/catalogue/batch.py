"""The one function that judges, locally and on a cluster: an Arrow batch in, the same with verdict columns out."""

import pyarrow as pa

from needlecare.catalogue.columns import ADDED, check_names
from needlecare.catalogue.faults import CatalogueError
from needlecare.catalogue.judged import Judged
from needlecare.catalogue.judging import judge
from needlecare.catalogue.texts import texts_of
from needlecare.core.label.use import Use


def judge_batch(batch: pa.RecordBatch, column: str, use: Use) -> pa.RecordBatch:
    """The same rows in the same order, with the columns of `columns.ADDED`.

    A row without a text to judge keeps its values, has the verdict `unknown`, and says in `error` what is wrong.
    Raises CatalogueError where there is no such column, or one is named like ours.
    """
    if column not in batch.schema.names:
        raise CatalogueError(f"there is no column {column!r}; there are {', '.join(batch.schema.names)}")
    check_names(batch.schema.names, text=False)
    return with_verdicts(batch, judge(texts_of(batch.column(column)), use))


def with_verdicts(batch: pa.RecordBatch, judged: Judged) -> pa.RecordBatch:
    """A batch and what was judged of its rows, side by side."""
    schema = batch.schema
    for field in ADDED:
        schema = schema.append(field)
    return pa.RecordBatch.from_arrays([*batch.columns, *judged.batch.columns], schema=schema)
