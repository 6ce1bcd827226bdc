"""The folder OUT.parts: one file for each chunk that is done, and what was counted in it.

A part is there whole or not at all: it is written under another name and renamed, and its note (the counts) comes last.
The names carry a key of the plan, so that parts of different runs can never be taken for each other.
"""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from needlecare.catalogue.faults import stopped
from needlecare.catalogue.reading.catalogue import Chunk
from needlecare.catalogue.summary import Tally

WRITING = ".writing"


@dataclass(frozen=True)
class Done:
    """A part that is done: which chunk it answers, and what was counted."""

    number: int
    start: int
    end: int
    size: int
    tally: Tally


@dataclass(frozen=True)
class Parts:
    """The parts of one plan in one folder."""

    folder: Path
    key: str

    def file(self, number: int) -> Path:
        """The part of the chunk with this number."""
        return self.folder / f"{number:07d}-{self.key}.part"

    def write(self, chunk: Chunk, tally: Tally, write: Callable[[IO[bytes]], Any]) -> Done:
        """Write the part of a chunk with this function, and then its note."""
        path = self.file(chunk.number)
        try:
            write_whole(path, write)
            done = Done(chunk.number, chunk.start, chunk.end, path.stat().st_size, tally)
            note = json.dumps({**vars(done), "tally": vars(tally)}, ensure_ascii=False).encode()
            write_whole(_note(path), lambda file: file.write(note))
        except OSError as error:
            raise stopped(path, error) from None
        return done

    def done(self) -> dict[int, Done]:
        """The parts that are done, by number; one that is torn or whose note is missing does not count."""
        found = {}
        for note in sorted(self.folder.glob(f"*-{self.key}.json")):
            try:
                data = json.loads(note.read_bytes())
                done = Done(**{**data, "tally": Tally.read(data["tally"])})
                if self.file(done.number).stat().st_size == done.size:
                    found[done.number] = done
            except (OSError, ValueError, TypeError, KeyError):
                continue
        return found


def write_whole(path: Path, write: Callable[[IO[bytes]], Any]) -> None:
    """Write a file under another name, see it onto the disk, and give it its name."""
    unfinished = path.with_name(f"{path.name}{WRITING}-{os.getpid()}")
    with unfinished.open("wb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(unfinished, path)


def _note(path: Path) -> Path:
    return path.with_suffix(".json")
