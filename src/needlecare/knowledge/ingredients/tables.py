"""CSV tables with every fault told by file and line."""

import csv
from collections.abc import Iterator
from pathlib import Path

from needlecare.knowledge.faults import KnowledgeFault

Row = dict[str, str]


def rows_of(
    folder: Path, pattern: str, columns: tuple[str, ...], faults: list[KnowledgeFault]
) -> Iterator[tuple[str, int, Row]]:
    """The rows of every table that matches, as (file, line, row); a row with a fault is told and left out."""
    paths = sorted(folder.glob(pattern))
    if not paths:
        faults.append(KnowledgeFault(f"{folder.name}/{pattern}", "", "", "there is no such table"))
    for path in paths:
        name = path.relative_to(folder.parent).as_posix()
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError) as error:
            faults.append(KnowledgeFault(name, "", "", f"cannot be read: {error}"))
            continue
        for line, cells, problem in _cells(lines, columns):
            if problem:
                faults.append(KnowledgeFault(name, f"line {line}", "", problem))
            else:
                yield name, line, dict(zip(columns, (cell.strip() for cell in cells), strict=True))


def _cells(lines: list[str], columns: tuple[str, ...]) -> Iterator[tuple[int, list[str], str]]:
    """The cells of each line below the header, with what is wrong with them; blank lines are left out."""
    reader = csv.reader(lines, strict=True)
    try:
        if tuple(next(reader, ())) != columns:
            yield 1, [], f"the columns must be {', '.join(columns)}"
            return
        for cells in filter(None, reader):
            wrong = f"has {len(cells)} cells instead of {len(columns)}; a cell with a comma needs quotes round it"
            yield reader.line_num, cells, "" if len(cells) == len(columns) else wrong
    except csv.Error as error:
        yield reader.line_num, [], f"is not CSV: {error}; close every quote, and double those inside a cell"


def listed(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds several, with ` | ` between."""
    return tuple(part.strip() for part in cell.split(" | ") if part.strip())
