"""A progress bar for long batches, on standard error and only where that is a terminal."""

import os
import sys
from collections.abc import Iterator
from time import monotonic

from needlecare.cli.reading import Input

SHORT = 2.0  # seconds; a batch that is done by then needs no bar


def followed(source: Input, what: str = "cases") -> Iterator[tuple[int, bytes]]:
    """The lines of a batch, with a bar that shows how many of its bytes are done once it takes longer than SHORT."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from source.lines()
        return
    lines, started = source.lines(), monotonic()
    done = 0
    for number, line in lines:
        yield number, line
        done += len(line)
        if monotonic() - started > SHORT:
            yield from _with_bar(lines, done, _size(source), what)
            return


def _with_bar(
    lines: Iterator[tuple[int, bytes]], done: int, size: int | None, what: str
) -> Iterator[tuple[int, bytes]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(f"{{task.fields[count]}} {what}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=size, completed=done, count="")
        for number, line in lines:
            yield number, line
            progress.update(task, advance=len(line), count=number)


def _size(source: Input) -> int | None:
    try:
        return os.fstat(source.stream.fileno()).st_size or None
    except (OSError, ValueError):
        return None
