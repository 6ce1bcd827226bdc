"""The end of a run: every row answered once, the parts joined, OUT named, the folder gone."""

import os
from pathlib import Path
from typing import IO

import pyarrow.parquet as pq

from needlecare.catalogue.columns import NAMES, RAW
from needlecare.catalogue.faults import CatalogueError, RefusedError, stopped
from needlecare.catalogue.running import folder as folders
from needlecare.catalogue.running.parts import WRITING, Done
from needlecare.catalogue.running.settings import Settings
from needlecare.catalogue.summary import Summary
from needlecare.catalogue.writing.csv_table import header_bytes
from needlecare.catalogue.writing.joining import join_parquet, join_text


def finish(settings: Settings, done: dict[int, Done], out: Path, summary: Summary) -> None:
    """Join the parts into OUT. Raises CatalogueError where the input changed meanwhile, NotWrittenError."""
    _check_unchanged(settings)
    _check_whole(settings, done)
    folder = settings.parts.folder
    whole = folder / f"whole{WRITING}-{os.getpid()}"
    try:
        with whole.open("wb") as file:
            _join(settings, len(done), file)
            file.flush()
            os.fsync(file.fileno())
        folders.mark_joined(settings.parts, whole, summary.to_json())
        os.replace(whole, out)
        folders.remove(folder)
    except OSError as error:
        whole.unlink(missing_ok=True)
        raise stopped(out, error) from None


def _join(settings: Settings, count: int, into: IO[bytes]) -> None:
    parts = [settings.parts.file(number) for number in range(count)]
    if settings.target.format == "parquet":
        join_parquet(parts, pq.read_schema(parts[0]), into)
    else:
        join_text(parts, _header(settings) if settings.target.format == "csv" else b"", into)


def _header(settings: Settings) -> bytes:
    """The header of a CSV answer: as it stood, where only columns are added to it."""
    catalogue, delimiter = settings.catalogue, settings.target.delimiter
    ours = [*NAMES] if catalogue.format == "parquet" else [*NAMES, RAW]
    if catalogue.format == "csv" and catalogue.dialect.delimiter.decode() == delimiter:
        return catalogue.header + f"{delimiter}{delimiter.join(ours)}\n".encode()
    return header_bytes([*catalogue.names, *ours], delimiter) + b"\n"


def _check_unchanged(settings: Settings) -> None:
    catalogue = settings.catalogue
    try:
        status = catalogue.path.stat()
    except OSError:
        status = None
    if status is None or (status.st_size, status.st_mtime_ns) != (catalogue.size, catalogue.changed_ns):
        raise CatalogueError(f"{catalogue.path} was changed while it was read; begin anew with --restart")


def _check_whole(settings: Settings, done: dict[int, Done]) -> None:
    """Each part begins where the one before it ends, from the first row to the last: nothing lost, nothing doubled."""
    at = settings.catalogue.rows_from
    for number in range(len(done)):
        part = done.get(number)
        if part is None or part.start != at:
            raise RefusedError(f"the parts in {settings.parts.folder} do not fit together; begin anew with --restart")
        at = part.end
    if at != settings.catalogue.end:
        raise RefusedError(f"the parts in {settings.parts.folder} do not reach the end; begin anew with --restart")
