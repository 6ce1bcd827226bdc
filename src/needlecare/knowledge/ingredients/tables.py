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
    for path in sorted(folder.glob(pattern)):
        name = path.relative_to(folder.parent).as_posix()
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            faults.append(KnowledgeFault(name, "", "", f"cannot be read: {error}"))
            continue
        reader = csv.reader(text.splitlines(), strict=True)
        header = tuple(next(reader, ()))
        if header != columns:
            faults.append(KnowledgeFault(name, "line 1", "", f"the columns must be {', '.join(columns)}"))
            continue
        try:
            for cells in reader:
                if len(cells) != len(columns):
                    found = f"has {len(cells)} cells instead of {len(columns)}"
                    faults.append(KnowledgeFault(name, f"line {reader.line_num}", "", found))
                else:
                    yield name, reader.line_num, dict(zip(columns, (cell.strip() for cell in cells), strict=True))
        except csv.Error as error:
            faults.append(KnowledgeFault(name, f"line {reader.line_num}", "", f"is not CSV: {error}"))


def listed(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds several, with ` | ` between."""
    return tuple(part.strip() for part in cell.split(" | ") if part.strip())
