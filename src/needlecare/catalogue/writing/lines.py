"""Judged rows as JSON Lines: the verdict spliced into the line as it stood, or whole objects from columns."""

from functools import lru_cache
from typing import Any

import pyarrow as pa

from needlecare.catalogue.columns import NAMES, RAW
from needlecare.catalogue.judging import Judged
from needlecare.catalogue.reading.lines_rows import Lines
from needlecare.catalogue.reading.rows import readable
from needlecare.catalogue.writing.values import as_json
from needlecare.core.label.screening import Row


def spliced(lines: Lines, judged: Judged) -> bytes:
    """Each line with the added fields at the end of its object; what is no object becomes one that has it in `raw`."""
    found = []
    for at, (line, given, row) in enumerate(zip(lines.lines, lines.objects, judged.rows, strict=True)):
        ours = _fields(row, judged.faults.get(at))
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


def _fields(row: Row, fault: str | None) -> str:
    values = (row.verdict, row.until_day, row.concerns, row.deciding, row.tokens, row.recognised, fault)
    return ", ".join(f'"{name}": {_value(value)}' for name, value in zip(NAMES, values, strict=True))


@lru_cache(maxsize=50_000)
def _value(value: Any) -> str:
    return as_json(value)
