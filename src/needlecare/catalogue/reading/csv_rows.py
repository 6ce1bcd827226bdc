"""Rows of CSV: by Arrow where a chunk is flawless, else row by row with the exact grammar, to the same columns."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pyarrow as pa
import pyarrow.csv as pc

from needlecare.catalogue.reading.catalogue import Catalogue, Chunk
from needlecare.catalogue.reading.grammar import Dialect, cells, is_whole, rows
from needlecare.catalogue.reading.rows import OPEN_QUOTE, Rows, broken_row, bytes_of, readable, text_batch

_LINE_END = re.compile(rb"\r\n|\r|\n")


def read_csv(catalogue: Catalogue, chunk: Chunk, column: str) -> Rows:
    """The rows of a chunk; every column is text, as it stands in the file."""
    if chunk.state == "broken":
        raw, fault = broken_row(catalogue.path, chunk)
        return Rows(text_batch(catalogue.names, [[""] for _ in catalogue.names]), [None], {0: fault}, {0: raw})
    text = bytes_of(catalogue.path, chunk)
    batch = by_arrow(catalogue, text) if chunk.state == "regular" else None
    return by_rows(catalogue, text, column) if batch is None else Rows(batch, batch.column(column))


def by_arrow(catalogue: Catalogue, text: bytes) -> pa.RecordBatch | None:
    """The rows of a text whose quotes are regular; None where a row has too few or too many cells, or is not UTF-8."""
    names = list(catalogue.names)
    try:
        table = pc.read_csv(
            pa.BufferReader(text),
            pc.ReadOptions(column_names=names, use_threads=False, block_size=len(text) + 1),
            pc.ParseOptions(
                delimiter=catalogue.dialect.delimiter.decode(),
                newlines_in_values=True,
                ignore_empty_lines=len(names) > 1,
            ),
            pc.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False),
        )
    except pa.ArrowInvalid:
        return None
    batches = table.combine_chunks().to_batches()
    return batches[0] if batches else None


def by_rows(catalogue: Catalogue, text: bytes, column: str) -> Rows:
    """The rows of any text. A row with a wrong number of cells fills the columns that it can, and is kept in `raw`."""
    count = len(catalogue.names)
    columns: list[list[str]] = [[] for _ in catalogue.names]
    faults: dict[int, str] = {}
    raw: dict[int, str] = {}
    for at, row in enumerate(_read(text, catalogue.dialect, count)):
        if row.fault is not None:
            faults[at], raw[at] = row.fault, readable(row.text)
        for into, value in zip(columns, (row.cells + [b""] * count)[:count], strict=True):
            try:
                into.append(value.decode())
            except UnicodeDecodeError:
                into.append(readable(value))
                faults.setdefault(at, "bytes that are not UTF-8; they stand as \\xNN")
    return Rows(text_batch(catalogue.names, columns), columns[catalogue.names.index(column)], faults, raw)


class _Row(NamedTuple):
    """A row as it stands, its cells, and what is wrong with their number."""

    text: bytes
    cells: list[bytes]
    fault: str | None


def _read(text: bytes, dialect: Dialect, count: int) -> Iterator[_Row]:
    """Each row; a blank line is one only where there is one column."""
    for row in rows(text, dialect):
        found = _counted(row, dialect, count)
        if found.fault is None:
            yield found
        elif row:
            yield from _by_lines(row, dialect, count) or (found,)


def _by_lines(text: bytes, dialect: Dialect, count: int) -> list[_Row]:
    """The rows that a quote which was left open has swallowed; none where no line of the text is a row by itself."""
    lines = [line for line in _LINE_END.split(text) if line]
    found = [
        _counted(line, dialect, count) if is_whole(line, dialect) else _Row(line, [], OPEN_QUOTE) for line in lines
    ]
    return found if len(lines) > 1 and any(row.fault is None for row in found) else []


def _counted(text: bytes, dialect: Dialect, count: int) -> _Row:
    found = cells(text, dialect)
    return _Row(text, found, None if len(found) == count else f"{len(found)} cells where the header has {count}")
