"""A file opened as a catalogue: its format told by its name and its first bytes."""

import os
from pathlib import Path

from needlecare.catalogue.faults import CatalogueError, unreadable
from needlecare.catalogue.reading.catalogue import BOM, LONGEST_ROW, Catalogue, Format

_BY_SUFFIX: dict[str, Format] = {
    ".csv": "csv", ".tsv": "csv", ".txt": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".parquet": "parquet", ".pq": "parquet",
}  # fmt: skip
_FOREIGN = {
    b"\x1f\x8b": "compressed with gzip; unpack it first",
    b"(\xb5/\xfd": "compressed with zstd; unpack it first",
    b"BZh": "compressed with bzip2; unpack it first",
    b"PK\x03\x04": "a spreadsheet or a zip archive; save it as CSV, or unpack it",
    b"\xff\xfe": "text in UTF-16; save it as UTF-8",
    b"\xfe\xff": "text in UTF-16; save it as UTF-8",
}
_HEAD = 1 << 18


def format_of(path: Path) -> Format | None:
    """The format that a name says, or None."""
    return _BY_SUFFIX.get(path.suffix.lower())


def open_catalogue(path: Path) -> Catalogue:
    """The catalogue at this path. Raises CatalogueError where it cannot be read as a table."""
    from needlecare.catalogue.reading.csv_opening import open_csv
    from needlecare.catalogue.reading.lines_opening import open_lines

    if path.exists() and not path.is_file():
        raise CatalogueError(f"{path} is not a file; a catalogue is read more than once, so it cannot come from a pipe")
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            head = file.read(_HEAD)
            while _no_line(head) and (more := file.read(len(head))) and len(head) < LONGEST_ROW:
                head += more  # the first row alone may be longer
    except OSError as error:
        raise unreadable(path, error) from None
    if not head:
        raise CatalogueError(f"{path} is empty: there is nothing to screen")
    for start, what in _FOREIGN.items():
        if head.startswith(start):
            raise CatalogueError(f"{path} is {what}")
    kind = _kind(path, head)
    if kind == "parquet":
        from needlecare.catalogue.reading.parquet import open_parquet

        return open_parquet(path, status)
    return open_csv(path, status, head) if kind == "csv" else open_lines(path, status, head)


def _kind(path: Path, head: bytes) -> Format:
    if head.startswith(b"PAR1"):
        return "parquet"
    said = format_of(path)
    if said == "parquet":
        raise CatalogueError(f"{path} is not Parquet, as its name says")
    return said or ("jsonl" if head.removeprefix(BOM).lstrip().startswith(b"{") else "csv")


def _no_line(head: bytes) -> bool:
    return b"\n" not in head and b"\r" not in head
