"""Checked knowledge kept beside the files it came from, as Python keeps bytecode: same place, same trust, same rules.

The file lies in `__pycache__` next to the modules and is used only while every knowledge file and module there has the
size and time of change it had when it was written. Where it cannot be written or read, the files are read as usual.
"""

import os
import pickle
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from needlecare.knowledge.model import Knowledge

_MODULES = Path(__file__).parent


def get(folder: Path, load: "Callable[[], Knowledge]") -> "Knowledge":
    """The cached knowledge of the shipped folder if it is fresh, else what `load` gives."""
    if folder != _MODULES:
        return load()
    stamp = _stamp()
    found = _read(stamp)
    if found is None:
        found = load()
        keep(found)
    return found


def keep(knowledge: "Knowledge") -> None:
    """Write the cache for knowledge just read from the shipped folder, unless Python was told to write no bytecode."""
    if not sys.dont_write_bytecode:
        _write(_stamp(), knowledge)


def _file() -> Path:
    return _MODULES / "__pycache__" / f"knowledge.{sys.implementation.cache_tag}.pickle"


def _stamp() -> tuple[object, ...]:
    from pydantic.version import VERSION

    files = []
    for place, _, names in os.walk(_MODULES):
        if not place.endswith("__pycache__"):
            for name in sorted(names):
                status = os.stat(os.path.join(place, name))
                files.append((os.path.join(place, name), status.st_size, status.st_mtime_ns))
    return (VERSION, *sorted(files))


def _read(stamp: tuple[object, ...]) -> "Knowledge | None":
    try:
        with _file().open("rb") as file:
            if pickle.load(file) != stamp:
                return None
            return pickle.load(file)  # type: ignore[no-any-return]
    except Exception:  # a missing, torn or outdated cache only costs time
        return None


def _write(stamp: tuple[object, ...], knowledge: "Knowledge") -> None:
    try:
        _file().parent.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=_file().parent, delete=False) as file:
            pickle.dump(stamp, file, pickle.HIGHEST_PROTOCOL)
            pickle.dump(knowledge, file, pickle.HIGHEST_PROTOCOL)
        os.replace(file.name, _file())
    except OSError:
        return
