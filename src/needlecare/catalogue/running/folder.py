"""OUT.parts held by one run at a time: its plan compared, cleared where that is asked for, removed at the end."""

import fcntl
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from needlecare.catalogue.faults import NotWrittenError, RefusedError, unwritable
from needlecare.catalogue.running.parts import WRITING, Parts, write_whole

_PLAN = "plan.json"
_JOINED = "joined.json"
_OURS = re.compile(rf"(plan\.json|joined\.json|whole|\d{{7}}-[0-9a-f]{{10}}\.(part|json))({re.escape(WRITING)}-\d+)?")


def folder_of(out: Path) -> Path:
    """Where the parts of an answer lie."""
    return out.with_name(f"{out.name}.parts")


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """The folder, made where it is missing, for this run alone. Raises NotWrittenError where another run has it."""
    try:
        lock = _locked(folder)
    except BlockingIOError:
        raise NotWrittenError(f"another run is writing {folder.with_suffix('')} at this moment") from None
    except OSError as error:
        raise unwritable(folder, error) from None
    try:
        yield
    finally:
        with suppress(OSError):  # it stays where there is something in it
            folder.rmdir()
        os.close(lock)


def _locked(folder: Path) -> int:
    while True:
        folder.mkdir(exist_ok=True)
        try:
            lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:
            continue
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(lock), os.stat(folder)):
                return lock
        except FileNotFoundError:  # the run that had it is done and has removed it
            pass
        except BaseException:
            os.close(lock)
            raise
        os.close(lock)


def prepare(folder: Path, plan: dict[str, Any], *, restart: bool) -> None:
    """Make the folder ready for this plan. Raises RefusedError where it belongs to another, and says what differs."""
    if not all(map(_is_ours, folder.iterdir())):
        raise RefusedError(f"{folder} holds files that are not of a screen; choose another OUT")
    if restart:
        clear(folder)
    found = _read(folder / _PLAN)
    if found is not None and found != plan:
        differing = [
            f"{name}: {_said(found.get(name))} at the start, {_said(plan.get(name))} now"
            for name in {**plan, **found}
            if found.get(name) != plan.get(name)
        ]
        raise RefusedError(
            f"{folder} holds a stopped run that does not fit: {'; '.join(differing)}. Begin anew with --restart, "
            "or go on with what it was started with"
        )
    for path in folder.glob(f"*{WRITING}-*"):
        path.unlink(missing_ok=True)
    if found is None:
        write_json(folder / _PLAN, plan)


def mark_joined(parts: Parts, whole: Path, summary: dict[str, Any]) -> None:
    """Note that the whole is ready to become OUT, and how to know it again."""
    write_json(parts.folder / _JOINED, {"key": parts.key, "file": _identity(whole), "summary": summary})


def joined(parts: Parts, out: Path) -> dict[str, Any] | None:
    """The summary of this run, where it had given OUT its name and was stopped before it had removed the folder."""
    found = _read(parts.folder / _JOINED)
    if found is None or found["key"] != parts.key or not out.is_file() or found["file"] != _identity(out):
        return None
    summary: dict[str, Any] = found["summary"]
    return summary


def clear(folder: Path) -> None:
    """Remove what a screen has put into the folder; what says that it is done goes last."""
    for path in sorted(filter(_is_ours, folder.iterdir()), key=lambda path: (path.name == _JOINED, path.name == _PLAN)):
        path.unlink(missing_ok=True)


def remove(folder: Path) -> None:
    """Remove the folder of a run that is done."""
    clear(folder)
    folder.rmdir()


def _is_ours(path: Path) -> bool:
    return _OURS.fullmatch(path.name) is not None


def write_json(path: Path, data: dict[str, Any]) -> None:
    """Write data as JSON, whole or not at all."""
    text = json.dumps(data, ensure_ascii=False, indent=1).encode()
    write_whole(path, lambda file: file.write(text))


def _read(path: Path) -> dict[str, Any] | None:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _identity(path: Path) -> list[int]:
    status = path.stat()
    return [status.st_ino, status.st_size, status.st_mtime_ns]


def _said(value: Any) -> str:
    return "nothing" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
