"""A chunk of a catalogue as it was read: its columns, the texts to judge, what is wrong with single rows."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pyarrow as pa

from needlecare.catalogue.reading.catalogue import Chunk
from needlecare.catalogue.texts import Texts

OPEN_QUOTE = "a quote is opened and never closed"
LONGEST_RAW = 1 << 16  # bytes; of a row that cannot be held whole, its beginning is kept


@dataclass(frozen=True)
class Rows:
    """The columns of the input, the texts to judge, faults by row, and the rows that did not go into columns whole."""

    batch: pa.RecordBatch
    texts: Texts
    faults: dict[int, str] = field(default_factory=dict)
    raw: dict[int, str] = field(default_factory=dict)


def bytes_of(path: Path, chunk: Chunk) -> bytes:
    """The text of a chunk."""
    with path.open("rb", buffering=0) as file:
        file.seek(chunk.start)
        return _whole(file, chunk.end - chunk.start)


def _whole(file: IO[bytes], size: int) -> bytes:
    found = file.read(size)
    while len(found) < size and (more := file.read(size - len(found))):
        found += more
    return found


def broken_row(path: Path, chunk: Chunk) -> tuple[str, str]:
    """The text of a row that cannot be read, cut where it is too long, and what is wrong with it."""
    size = chunk.end - chunk.start
    with path.open("rb", buffering=0) as file:
        file.seek(chunk.start)
        text = readable(_whole(file, min(size, LONGEST_RAW)).rstrip(b"\r\n"))
    if size <= LONGEST_RAW:
        return text, OPEN_QUOTE
    return text, f"a row that is too long, or whose quote is never closed ({size:,} bytes); raw holds its beginning"


def readable(text: bytes) -> str:
    """Bytes as text, with what is not UTF-8 as \\xNN."""
    return text.decode(errors="backslashreplace")


def text_batch(names: tuple[str, ...], columns: list[list[str]] | list[list[str | None]]) -> pa.RecordBatch:
    """A batch of columns of text."""
    return pa.RecordBatch.from_arrays([pa.array(each, pa.string()) for each in columns], names=list(names))
