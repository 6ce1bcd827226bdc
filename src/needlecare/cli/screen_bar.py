"""The bar of a screen, on standard error and only where that is a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from needlecare.catalogue.screening import Follow, Progress


@contextmanager
def bar(what: str) -> Iterator[Follow | None]:
    """What a screen calls after each chunk; None in a pipe, where nothing is shown."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn(f"{{task.fields[count]}} {what}"), BarColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=None, count="0")

        def follow(progress: Progress) -> None:
            shown.update(task, total=progress.of, completed=progress.done, count=f"{progress.rows:,}")

        yield follow
