"""A screen in a process of its own, which can be watched and killed."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from needlecare.catalogue import screen
from needlecare.catalogue.reading import cutting, parquet

PATIENCE = 60  # seconds after which a run counts as hanging
SCRIPT = """
import sys
from needlecare.catalogue import screen
from needlecare.catalogue.reading import cutting, parquet
cutting.SMALLEST, parquet.MOST_ROWS = {chunk}, {rows}
screen({path!r}, {out!r}, day={day}, workers={workers}, **{options!r})
"""
CHUNK, ROWS = 4096, 16


def start(
    path: Path, out: Path, *, chunk: int = CHUNK, rows: int = ROWS, day: int = 3, workers: int = 2, **options: Any
) -> "subprocess.Popen[bytes]":
    """Start a screen with chunks of so many bytes or rows."""
    script = SCRIPT.format(
        path=str(path), out=str(out), chunk=chunk, rows=rows, day=day, workers=workers, options=options
    )
    return subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.PIPE)


def finish(process: "subprocess.Popen[bytes]") -> tuple[int, str]:
    """The exit code of a run, and what it said."""
    _, said = process.communicate(timeout=PATIENCE)
    return process.returncode, said.decode()


def alone(path: Path, out: Path) -> bytes:
    """The answer of a screen in this process, undisturbed, with the same chunks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "SMALLEST", CHUNK)
        patch.setattr(parquet, "MOST_ROWS", ROWS)
        screen(path, out, day=3, workers=1)
    return out.read_bytes()


def run(path: Path, out: Path, **options: Any) -> bytes:
    """A screen from beginning to end: its answer."""
    code, said = finish(start(path, out, **options))
    assert code == 0, said
    return out.read_bytes()


@contextmanager
def started(path: Path, out: Path, **options: Any) -> "Iterator[subprocess.Popen[bytes]]":
    """A screen that is killed when the block is left, if it still runs."""
    process = start(path, out, **options)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def until(true: Callable[[], Any], process: "subprocess.Popen[bytes] | None" = None) -> bool:
    """Wait until something holds; False where the process ends before."""
    end = time.monotonic() + PATIENCE
    while not true():
        if process is not None and process.poll() is not None:
            return bool(true())
        assert time.monotonic() < end, "waited for too long"
        time.sleep(0.005)
    return True


def parts(out: Path) -> int:
    """How many parts of an answer are done."""
    return len(list(out.with_name(f"{out.name}.parts").glob("*-*.json")))


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    return [int(word) for path in Path(f"/proc/{pid}/task").glob("*/children") for word in path.read_text().split()]
