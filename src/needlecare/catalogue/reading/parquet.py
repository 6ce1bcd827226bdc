"""Parquet: opened, and read by the parent in batches of whole rows, which the workers are handed."""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from needlecare.catalogue.columns import check_names
from needlecare.catalogue.faults import CatalogueError
from needlecare.catalogue.reading.catalogue import SAMPLE, Catalogue, Chunk

LARGEST, MOST_ROWS = 1 << 23, 1 << 13  # bytes and rows of a chunk


def open_parquet(path: Path, status: os.stat_result) -> Catalogue:
    """The catalogue of a Parquet file. Raises CatalogueError where it is torn or foreign."""
    with _opened(path) as file:
        names = file.schema_arrow.names
        check_names(names, text=False)
        if repeated := {name for name in names if names.count(name) > 1}:
            raise CatalogueError(f"{path} has two columns named {', '.join(sorted(repeated))}")
        return Catalogue(
            path=path, format="parquet", size=status.st_size, changed_ns=status.st_mtime_ns, names=tuple(names),
            rows_from=0, end=file.metadata.num_rows, sample=tuple(_sample(path, file)),
        )  # fmt: skip


def parquet_chunks(catalogue: Catalogue, start: int, number: int) -> Iterator[Chunk]:
    """The rows from this one on in chunks, the first with this number; row groups that are done are not read."""
    with _opened(catalogue.path) as file:
        if not catalogue.end and not number:  # a table without rows has a part without rows
            yield Chunk(0, 0, 0, data=_as_bytes(pa.RecordBatch.from_pylist([], schema=file.schema_arrow)))
        at = 0
        for group in range(file.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            if at + rows > start:
                for batch in _batches(catalogue.path, file, group):
                    if at >= start:
                        yield Chunk(number, at, at + batch.num_rows, data=_as_bytes(batch))
                        number += 1
                    at += batch.num_rows
            else:
                at += rows


def read_batch(data: bytes) -> pa.RecordBatch:
    """The rows of a chunk."""
    with pa.ipc.open_stream(data) as stream:
        return stream.read_next_batch()


def _as_bytes(batch: pa.RecordBatch) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    found: bytes = sink.getvalue().to_pybytes()
    return found


def _batches(path: Path, file: pq.ParquetFile, group: int) -> Iterator[pa.RecordBatch]:
    """The rows of a row group in batches of a few megabytes, however large the group."""
    about = file.metadata.row_group(group)
    a_row = about.total_byte_size / max(about.num_rows, 1)
    size = int(min(max(LARGEST / max(a_row, 1), 16), MOST_ROWS))
    try:
        yield from file.iter_batches(size, row_groups=[group], use_threads=False)
    except (pa.ArrowException, OSError) as error:
        raise _torn(path, error) from None


def _sample(path: Path, file: pq.ParquetFile) -> list[dict[str, Any]]:
    if not file.metadata.num_rows:
        return []
    names = [field.name for field in file.schema_arrow if _may_be_text(field.type)]
    try:
        batches = file.iter_batches(SAMPLE, columns=names, use_threads=False)
        return [row for batch in islice(batches, 1) for row in batch.to_pylist()]
    except (pa.ArrowException, OSError, UnicodeDecodeError):
        return []


def _may_be_text(kind: pa.DataType) -> bool:
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _opened(path: Path) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(path, buffer_size=1 << 20, pre_buffer=False)
    except (pa.ArrowException, OSError) as error:
        raise _torn(path, error) from None


def _torn(path: Path, error: Exception) -> CatalogueError:
    return CatalogueError(f"{path} cannot be read as Parquet: {error}")
