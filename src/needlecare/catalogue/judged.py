"""Judged rows in columns: what was settled together, and what was judged by itself."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from needlecare.catalogue.columns import ADDED
from needlecare.catalogue.settling.sets import Whole
from needlecare.catalogue.settling.settler import Settled
from needlecare.catalogue.settling.verdicts import Named
from needlecare.core.label.answer import VERDICTS
from needlecare.core.label.screening import Row

_WAIT = VERDICTS.index("wait")


@dataclass(frozen=True)
class Judged:
    """The added columns (see `columns.ADDED`), and what is wrong with some rows, by their places."""

    batch: pa.RecordBatch
    faults: dict[int, str]


def judged(count: int, settled: Settled, others: Mapping[int, Row], faults: dict[int, str]) -> Judged:
    """So many rows in columns, of those that are settled and the others."""
    numbers = np.zeros((4, count), np.int32)
    kept = settled.rows >= 0
    verdicts = settled.verdicts
    for into, values in zip(
        numbers, (verdicts.verdict, verdicts.until, settled.tokens, settled.recognised), strict=True
    ):
        into[settled.rows[kept]] = values[kept]
    rows = np.fromiter(others, np.intp, len(others))
    for into, given in zip(numbers, zip(*map(_numbers, others.values()), strict=True), strict=False):
        into[rows] = given
    word = settled.words.number
    concerns = [(at, word(name)) for at, row in others.items() for name in row.concerns]
    deciding = [(at, word(name)) for at, row in others.items() for name in row.deciding]
    named = (
        _together(settled.rows, verdicts.concerns, concerns), _together(settled.rows, verdicts.deciding, deciding)
    )  # fmt: skip
    words = settled.words.array()
    verdict, until, tokens, recognised = numbers
    arrays = [
        pa.array(VERDICTS).take(pa.array(verdict)), pa.array(until, mask=verdict != _WAIT),
        *(_lists(one, words, count) for one in named), pa.array(tokens), pa.array(recognised),
        _at_their_places(faults, count),
    ]  # fmt: skip
    return Judged(pa.RecordBatch.from_arrays(arrays, schema=pa.schema(ADDED)), faults)


def _numbers(row: Row) -> tuple[int, int, int, int]:
    return VERDICTS.index(row.verdict), row.until_day or 0, row.tokens, row.recognised


def _together(rows: Whole, settled: Named, others: list[tuple[int, int]]) -> Named:
    """The names of the rows that are settled and of others, row by row."""
    of = rows[settled.owners]
    kept = of >= 0
    more = np.array(others, np.intp).reshape(-1, 2)
    owners = np.concatenate((of[kept], more[:, 0]))
    order = np.argsort(owners, kind="stable")
    return Named(owners[order], np.concatenate((settled.names[kept], more[:, 1]))[order])


def _lists(named: Named, words: pa.Array, count: int) -> pa.Array:
    ends = np.cumsum(np.bincount(named.owners, minlength=count))
    offsets = np.concatenate(([0], ends)).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), words.take(pa.array(named.names)))


def _at_their_places(values: Mapping[int, str], count: int) -> pa.Array:
    return pa.array([values.get(at) for at in range(count)], pa.string()) if values else pa.nulls(count, pa.string())
