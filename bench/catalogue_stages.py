"""Where the time of a screen goes: the CPU time of one process on a sample, by what stands on its stack."""

import signal
import time
from collections import defaultdict
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from needlecare.catalogue import screen

_EVERY = 0.001  # seconds of CPU time between two looks
# The first of these that is running, innermost call last: (end of the file's name, function, what it is called here).
_STAGES = (
    ("core/label/screening.py", "in_full", "lists read in full"),
    ("core/label/screening.py", "worked_out", "new pieces worked out"),
    ("core/label/outlines.py", "settled", "new outlines settled"),
    ("core/label/screening.py", "row", "short lists settled one by one"),
    ("catalogue/settling/known.py", "numbers", "pieces looked up"),
    ("catalogue/settling/lists.py", "", "lists cut at their commas"),
    ("catalogue/settling/around.py", "", "pieces settled by what is around"),
    ("catalogue/settling/", "", "weighed"),
    ("catalogue/judged.py", "", "columns made"),
    ("catalogue/reading/", "", "reading"),
    ("catalogue/texts.py", "", "reading"),
    ("catalogue/batch.py", "with_verdicts", "columns made"),
    ("catalogue/summary.py", "", "counted for the summary"),
    ("catalogue/running/parts.py", "write", "parts written"),
    ("catalogue/writing/joining.py", "", "parts joined"),
    ("catalogue/column.py", "", "column told, knowledge loaded"),
    ("knowledge/", "", "column told, knowledge loaded"),
)
_REST = "the rest"


class Stages(NamedTuple):
    """CPU seconds by stage, the longest first, of so many rows."""

    rows: int
    seconds: dict[str, float]


def stages(catalogue: Path, out: Path) -> Stages:
    """Screen a catalogue in this process and look at its stack all the while."""
    spent: dict[str, float] = defaultdict(float)
    last = time.process_time()

    def look(_: int, frame: FrameType | None) -> None:
        nonlocal last
        now = time.process_time()
        spent[_stage(frame)] += now - last  # a long call into C is looked at late, and counts in full
        last = now

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
    try:
        rows = screen(catalogue, out, day=3, workers=1).rows
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return Stages(rows, dict(sorted(spent.items(), key=lambda item: -item[1])))


def _stage(frame: FrameType | None) -> str:
    running = set()
    while frame is not None:
        running.add((frame.f_code.co_filename, frame.f_code.co_name))
        frame = frame.f_back
    for file, function, stage in _STAGES:
        if any(file in name and function in ("", called) for name, called in running):
            return stage
    return _REST
