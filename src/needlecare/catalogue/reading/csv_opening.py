"""A CSV file opened: its delimiter guessed from its first rows, its header read."""

import os
from pathlib import Path

from needlecare.catalogue.columns import check_names
from needlecare.catalogue.faults import CatalogueError
from needlecare.catalogue.reading.catalogue import BOM, SAMPLE, Catalogue
from needlecare.catalogue.reading.grammar import Dialect, cells, row_of

_DELIMITERS = (b",", b";", b"\t", b"|")
_NONE = Dialect(b"\x1f")  # a table of one column whose texts hold every delimiter, without quotes


def open_csv(path: Path, status: os.stat_result, head: bytes) -> Catalogue:
    """The catalogue of a CSV file with this beginning. Raises CatalogueError where it has no header to use."""
    mark = BOM if head.startswith(BOM) else b""
    whole, head = len(head) == status.st_size, head.removeprefix(BOM)
    blank = len(head) - len(head.lstrip(b"\r\n"))
    head = head[blank:]
    dialect, rows = _guess(head if whole else head[: max(head.rfind(b"\n"), head.rfind(b"\r"))] + b"\n")
    match = row_of(dialect).match(head)
    if match is None or not head.strip():
        raise CatalogueError(
            f"{path} has no header: its first row is {'empty' if match else 'a quote that never ends'}"
        )
    if b"\0" in match[1]:
        raise CatalogueError(f"{path} is not a text file in UTF-8: its header has NUL bytes")
    try:
        names = unique([cell.decode().strip() for cell in rows[0]])
    except UnicodeDecodeError:
        raise CatalogueError(f"{path} has a header that is not UTF-8; save it as UTF-8") from None
    check_names(names, text=True)
    found = [row for row in rows[1 : SAMPLE + 1] if len(row) == len(names)]
    start = len(mark) + blank + match.end()
    return Catalogue(
        path=path, format="csv", size=status.st_size, changed_ns=status.st_mtime_ns, names=tuple(names),
        rows_from=start, end=status.st_size, dialect=dialect,
        line_end=b"\n" if b"\n" in head else b"\r" if b"\r" in head else b"\n", header=mark + match[1],
        sample=tuple({n: cell.decode(errors="replace") for n, cell in zip(names, row, strict=True)} for row in found),
    )  # fmt: skip


def unique(names: list[str]) -> list[str]:
    """The names with empty and repeated ones made tellable: column_3, name_2."""
    found: dict[str, None] = {}
    for number, given in enumerate(names, 1):
        name = given or f"column_{number}"
        while name in found:
            name += f"_{number}"
        found[name] = None
    return list(found)


def _guess(head: bytes) -> tuple[Dialect, list[list[bytes]]]:
    """The dialect in which the header has several columns and most rows as many as it, and the first rows."""
    best = (-1.0, 1, _NONE, first_rows(head, _NONE))
    for delimiter in _DELIMITERS:
        for dialect in (Dialect(delimiter), Dialect(delimiter, blanks=True)):
            rows = first_rows(head, dialect)
            columns = len(rows[0]) if rows else 0
            fitting = sum(len(row) == columns for row in rows[1:]) / max(len(rows) - 1, 1)
            if columns > 1 and (fitting, columns) > best[:2]:
                best = (fitting, columns, dialect, rows)
    return best[2], best[3]


def first_rows(head: bytes, dialect: Dialect) -> list[list[bytes]]:
    """The cells of the first rows that are whole in these first bytes of a file, without blank ones."""
    found: list[list[bytes]] = []
    at, pattern = 0, row_of(dialect)
    while at < len(head) and len(found) <= SAMPLE and (match := pattern.match(head, at)):
        at = match.end()
        if match[1]:
            found.append(cells(match[1], dialect))
    return found
