"""Judged rows as JSON Lines: the verdict spliced into the line as it stood, or whole objects from columns."""

from functools import lru_cache
from typing import Any

import pyarrow as pa

from needlecare.catalogue.columns import NAMES, RAW
from needlecare.catalogue.judged import Judged
from needlecare.catalogue.reading.lines_rows import Lines
from needlecare.catalogue.reading.rows import readable
from needlecare.catalogue.writing.values import as_json


def spliced(lines: Lines, judged: Judged) -> bytes:
    """Each line with the added fields at the end of its object; what is no object becomes one that has it in `raw`."""
    found = []
    added = zip(*(column.to_pylist() for column in judged.batch.columns), strict=True)
    for line, given, values in zip(lines.lines, lines.objects, added, strict=True):
        ours = _fields(values)
        if given is None:
            found.append(f'{{"{RAW}": {as_json(readable(line))}, {ours}}}'.encode())
        else:
            found.append(b"%b%b%b}" % (line[:-1].rstrip(), b", " if given else b"", ours.encode()))
    return b"\n".join((*found, b""))


def objects(batch: pa.RecordBatch) -> bytes:
    """Each row of a batch as an object, without `raw` where there is none."""
    found = []
    for row in batch.to_pylist():
        if row.get(RAW, "") is None:
            del row[RAW]
        found.append(as_json(row).encode())
    return b"\n".join((*found, b""))


def _fields(values: tuple[Any, ...]) -> str:
    return ", ".join(
        f'"{name}": {_value(tuple(value) if isinstance(value, list) else value)}'
        for name, value in zip(NAMES, values, strict=True)
    )


@lru_cache(maxsize=50_000)
def _value(value: Any) -> str:
    return as_json(value)
