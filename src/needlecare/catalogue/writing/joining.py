"""Parts joined to a whole, in order: text byte by byte, by the kernel where it can; Parquet row group by row group."""

import os
import shutil
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq


def join_text(parts: Iterable[Path], header: bytes, into: IO[bytes]) -> None:
    """Write the header and then every part."""
    into.write(header)
    into.flush()
    for path in parts:
        with path.open("rb") as part:
            _copy(part, into)


def _copy(part: IO[bytes], into: IO[bytes]) -> None:
    left = os.fstat(part.fileno()).st_size
    try:
        while left and (copied := os.copy_file_range(part.fileno(), into.fileno(), left)):
            left -= copied
    except (AttributeError, OSError):  # not this system, or not these file systems
        shutil.copyfileobj(part, into, 1 << 20)
        into.flush()


def join_parquet(parts: Iterable[Path], schema: pa.Schema, into: IO[bytes]) -> None:
    """Write every row group of every part, the next being read while one is written."""
    with pq.ParquetWriter(into, schema) as whole, ThreadPoolExecutor(1) as ahead:
        ready: Future[pa.Table] | None = None
        for path in parts:
            following = ahead.submit(_read, path)
            if ready is not None:
                whole.write_table(ready.result())
            ready = following
        if ready is not None:
            whole.write_table(ready.result())


def _read(path: Path) -> pa.Table:
    with pq.ParquetFile(path) as part:
        return part.read(use_threads=False)
