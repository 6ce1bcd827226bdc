"""A whole catalogue screened on one machine: the order of the steps.

Cut into chunks → judged by worker processes, each chunk to a part in OUT.parts → joined → named OUT. It can be stopped
at any moment; the same call goes on where it stopped and ends with the same bytes.
"""

import os
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from needlecare.catalogue.asking import check_asked, target_for
from needlecare.catalogue.column import choose_column
from needlecare.catalogue.faults import RefusedError
from needlecare.catalogue.judging import ingredients
from needlecare.catalogue.reading.chunks import chunks_of, count_of
from needlecare.catalogue.reading.opening import open_catalogue
from needlecare.catalogue.running import folder as folders
from needlecare.catalogue.running.crew import Crew
from needlecare.catalogue.running.finishing import finish
from needlecare.catalogue.running.parts import Done, Parts
from needlecare.catalogue.running.plan import key_of, plan_of
from needlecare.catalogue.running.settings import Settings
from needlecare.catalogue.running.work import answer
from needlecare.catalogue.summary import Summary, summary_of
from needlecare.core.label.use import Clinic, Kind, Person, Use


class Progress(NamedTuple):
    """How far a run is: how much is done of how much (bytes, of Parquet rows), and how many rows that were."""

    done: int
    of: int
    rows: int


Follow = Callable[[Progress], None]


def screen(
    path: str | os.PathLike[str],
    out: str | os.PathLike[str],
    *,
    day: int,
    depth_mm: float | None = None,
    kind: Kind = "leave_on",
    column: str | None = None,
    workers: int | None = None,
    person: Person | None = None,
    clinic: Clinic | None = None,
    restart: bool = False,
    force: bool = False,
    follow: Follow | None = None,
) -> Summary:
    """Judge every product of a CSV, JSON Lines or Parquet file for one use, and write the same with verdict columns.

    The format of `out` follows from its name, and is that of the input where the name says none. `column` holds the
    ingredients (told by its name and texts where it is not given). `workers` is the number of processes (all cores).
    A run that was stopped is gone on with, unless `restart`; an `out` that exists is only replaced with `force`.
    `follow` is called after each chunk.

    Raises CatalogueError (the input cannot be used), RefusedError (what is asked for does not fit what is there) and
    NotWrittenError (the answer cannot be written now). A row that cannot be judged says so in `error`.
    """
    started = monotonic()
    source, target_path = Path(path), Path(out)
    use = Use(day=day, depth_mm=depth_mm, kind=kind, person=person or Person(), clinic=clinic or Clinic())
    check_asked(source, target_path, use, workers)
    catalogue = open_catalogue(source)
    name = choose_column(catalogue, column, use)
    target = target_for(catalogue, target_path)
    knowledge = ingredients().hash
    plan = plan_of(catalogue, name, use, target, knowledge)
    parts = Parts(folders.folder_of(target_path), key_of(plan))
    settings = Settings(catalogue, name, use, target, parts, knowledge)
    if target_path.exists() and not force and not parts.folder.exists():
        raise _there_is(target_path)
    with folders.held(parts.folder):
        if not restart and (earlier := folders.joined(parts, target_path)):
            folders.remove(parts.folder)
            return Summary.read(earlier)
        if target_path.exists() and not force:
            raise _there_is(target_path)
        folders.prepare(parts.folder, plan, restart=restart)
        before = parts.done()
        done = dict(before)
        with closing(_work(settings, before, workers or os.cpu_count() or 1)) as work:
            for each in work:
                done[each.number] = each
                if follow is not None:
                    follow(_progress(settings, done))
        new = sum(each.tally.rows for number, each in done.items() if number not in before)
        summary = summary_of(
            (each.tally for each in done.values()),
            out=target_path, column=name, judged=new, seconds=monotonic() - started, knowledge=knowledge,
        )  # fmt: skip
        finish(settings, done, target_path, summary)
    return summary


def _work(settings: Settings, before: dict[int, Done], workers: int) -> Generator[Done, None, None]:
    """Answer every chunk that is not done: by workers, or in this process where there is little to do."""
    chunks = (chunk for chunk in chunks_of(settings.catalogue, before) if chunk.number not in before)
    workers = min(workers, count_of(settings.catalogue))
    if workers == 1:
        yield from (answer(settings, chunk) for chunk in chunks)
        return
    with Crew(settings, workers) as crew:
        yield from crew.answers(chunks)


def _progress(settings: Settings, done: dict[int, Done]) -> Progress:
    catalogue = settings.catalogue
    finished = sum(each.end - each.start for each in done.values())
    return Progress(finished, catalogue.end - catalogue.rows_from, sum(each.tally.rows for each in done.values()))


def _there_is(out: Path) -> RefusedError:
    return RefusedError(f"{out} exists already; choose another name, or replace it with --force")
