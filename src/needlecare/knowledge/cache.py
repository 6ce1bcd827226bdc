"""Checked knowledge kept beside the files it came from, as Python keeps bytecode: same place, same trust, same rules.

The file lies in `__pycache__` next to the modules and is used only while every knowledge file and module there has the
size and time of change it had when it was written. Where it cannot be written or read, the files are read as usual.
"""

import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_MODULES = Path(__file__).parent
WITH_MODELS = "knowledge"  # the cache that holds models of pydantic


def get(name: str, folder: Path, load: Callable[[], Any]) -> Any:
    """The cached value of this name if it is fresh, else what `load` gives; other folders than ours are not cached."""
    if _MODULES not in (folder, *folder.parents):
        return load()
    stamp = _stamp(name)
    found = _read(name, stamp)
    if found is None:
        found = load()
        keep(name, found)
    return found


def keep(name: str, value: Any) -> None:
    """Write the cache for what was just read from the shipped folder, unless Python was told to write no bytecode."""
    if not sys.dont_write_bytecode:
        _write(name, _stamp(name), value)


def _file(name: str) -> Path:
    return _MODULES / "__pycache__" / f"{name}.{sys.implementation.cache_tag}.pickle"


def _stamp(name: str) -> tuple[object, ...]:
    files = []
    for place, _, names in os.walk(_MODULES):
        if not place.endswith("__pycache__"):
            for file in sorted(names):
                status = os.stat(os.path.join(place, file))
                files.append((os.path.join(place, file), status.st_size, status.st_mtime_ns))
    return (_library() if name == WITH_MODELS else "", *sorted(files))


def _library() -> str:
    """The version of the library whose models are kept; it is not loaded for what is kept as plain values."""
    from pydantic.version import VERSION

    return VERSION


def _read(name: str, stamp: tuple[object, ...]) -> Any:
    try:
        with _file(name).open("rb") as file:
            if pickle.load(file) != stamp:
                return None
            return pickle.load(file)
    except Exception:  # a missing, torn or outdated cache only costs time
        return None


def _write(name: str, stamp: tuple[object, ...], value: Any) -> None:
    import tempfile  # not for those that only read

    try:
        _file(name).parent.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=_file(name).parent, delete=False) as file:
            pickle.dump(stamp, file, pickle.HIGHEST_PROTOCOL)
            pickle.dump(value, file, pickle.HIGHEST_PROTOCOL)
        os.replace(file.name, _file(name))
    except OSError:
        return
