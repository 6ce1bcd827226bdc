"""A catalogue that was opened: where it lies, how it is written, what columns it has, its first rows."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from needlecare.catalogue.reading.grammar import Dialect

Format = Literal["csv", "jsonl", "parquet"]
State = Literal["regular", "irregular", "broken"]
BOM = b"\xef\xbb\xbf"
LONGEST_ROW = 16 << 20  # bytes; a longer row of text is kept cut, with its error
SAMPLE = 200  # rows that are looked at to tell the column
_COMMAS = Dialect(b",")


@dataclass(frozen=True)
class Catalogue:
    """One input. `rows_from` is where its rows begin, and `end` where they end: in bytes, of Parquet in rows."""

    path: Path
    format: Format
    size: int
    changed_ns: int
    names: tuple[str, ...]
    rows_from: int
    end: int
    dialect: Dialect = _COMMAS
    line_end: bytes = b"\n"
    header: bytes = b""
    sample: tuple[dict[str, Any], ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True)
class Chunk:
    """Some whole rows of a catalogue, one after another: its number, where it begins and ends.

    `state` says of text how it may be read: `regular` by Arrow, `irregular` (stray quotes) by our own grammar, `broken`
    not at all: it is one row whose quote is never closed, or that is too long. `data` are the rows themselves where
    only the parent can read them (Parquet).
    """

    number: int
    start: int
    end: int
    state: State = "regular"
    data: bytes = b""
