"""One command with its wall time, the CPU time and the peak memory of the whole tree of its processes (Linux)."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from time import perf_counter
from typing import NamedTuple

_EVERY = 0.05  # seconds between two looks at the memory
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Ran(NamedTuple):
    """What a command took. `cores` is how many it kept busy on average; `mib` is the highest sum of the resident
    memory of all its processes at one moment, what they share counted in each."""

    seconds: float
    cpu: float
    mib: float
    said: str

    @property
    def cores(self) -> float:
        """CPU time by wall time."""
        return self.cpu / self.seconds


def run(command: list[str]) -> Ran:
    """Run a command to its end. Raises CalledProcessError where it fails, with what it said."""
    started = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    ended, peak = Event(), [0]
    watcher = Thread(target=_watch, args=(process.pid, ended, peak), daemon=True)
    watcher.start()
    assert process.stdout is not None
    with process.stdout as out:
        said = out.read()
    _, status, used = os.wait4(process.pid, 0)
    seconds = perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    watcher.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, said)
    return Ran(seconds, used.ru_utime + used.ru_stime, peak[0] / (1 << 20), said)


def _watch(pid: int, ended: Event, peak: list[int]) -> None:
    while not ended.wait(_EVERY):
        peak[0] = max(peak[0], sum(_resident(each) for each in _tree(pid)))


def _tree(pid: int) -> Iterator[int]:
    """A process and all that it has started, and so on."""
    yield pid
    try:
        children = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:  # it has just ended
        return
    for child in " ".join(children).split():
        yield from _tree(int(child))


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0
