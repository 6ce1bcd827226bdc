"""What is asked for, looked at before anything is read or written."""

import os
from pathlib import Path

from needlecare.catalogue.faults import RefusedError
from needlecare.catalogue.reading.catalogue import Catalogue
from needlecare.catalogue.reading.opening import format_of
from needlecare.catalogue.running.settings import Target
from needlecare.core.label.use import Use

_KINDS = ("leave_on", "rinse_off")


def check_asked(path: Path, out: Path, use: Use, workers: int | None) -> None:
    """Refuse what cannot be meant. Raises RefusedError."""
    if type(use.day) is not int or use.day < 0:
        raise RefusedError(f"the day is {use.day!r}; expected a whole number from 0, the day of the procedure")
    if use.depth_mm is not None and not 0 < use.depth_mm <= 10:
        raise RefusedError(f"the needle depth is {use.depth_mm!r}; expected millimetres above 0, such as 1.5")
    if use.kind not in _KINDS:
        raise RefusedError(f"the kind is {use.kind!r}; expected one of {', '.join(_KINDS)}")
    if workers is not None and (type(workers) is not int or workers < 1):
        raise RefusedError(f"{workers!r} workers; expected a whole number from 1")
    if out.exists() and not out.is_file():
        raise RefusedError(f"{out} is {'a folder' if out.is_dir() else 'no file'}; OUT must be a file")
    if out.exists() and path.exists() and os.path.samefile(path, out):
        raise RefusedError(f"{out} is the catalogue itself; the answer needs a file of its own")


def target_for(catalogue: Catalogue, out: Path) -> Target:
    """How the answer is written: as the name of OUT says, else as the catalogue is."""
    kind = format_of(out) or catalogue.format
    if kind != "csv":
        return Target(kind)
    if out.suffix.lower() == ".tsv":
        return Target("csv", "\t")
    given = catalogue.dialect.delimiter.decode()
    kept = given in (";", "|", ",") or (given == "\t" and out.suffix.lower() != ".csv")
    return Target("csv", given if kept and catalogue.format == "csv" else ",")
