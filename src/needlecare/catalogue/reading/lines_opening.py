"""A JSON Lines file opened: the fields that its first objects have."""

import os
from pathlib import Path
from typing import Any

from needlecare.catalogue.columns import check_names
from needlecare.catalogue.faults import CatalogueError
from needlecare.catalogue.reading.catalogue import BOM, SAMPLE, Catalogue
from needlecare.catalogue.reading.lines import lines_of, parse_line


def open_lines(path: Path, status: os.stat_result, head: bytes) -> Catalogue:
    """The catalogue of a JSON Lines file with this beginning. Raises CatalogueError where no line is an object."""
    mark = BOM if head.startswith(BOM) else b""
    lines = lines_of(head.removeprefix(BOM))
    if len(head) < status.st_size and len(lines) > 1:
        lines.pop()  # it may go on
    parsed = [parse_line(line) for line in lines]
    objects = [found for found, _ in parsed if found is not None]
    if not objects:
        fault = parsed[0][1] if parsed else "it is blank"
        raise CatalogueError(f"{path} is not JSON Lines, with an object on each line: {fault}")
    names: dict[str, Any] = dict.fromkeys(name for found in objects for name in found)
    check_names(list(names), text=True)
    return Catalogue(
        path=path, format="jsonl", size=status.st_size, changed_ns=status.st_mtime_ns, names=tuple(names),
        rows_from=len(mark), end=status.st_size, sample=tuple(objects[:SAMPLE]),
    )  # fmt: skip
