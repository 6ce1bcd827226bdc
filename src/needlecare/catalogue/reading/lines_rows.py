"""Rows of JSON Lines: each line with its object, and as columns where the answer has another format."""

import json
from dataclasses import dataclass
from typing import Any

from needlecare.catalogue.columns import NAMES, RAW
from needlecare.catalogue.reading.catalogue import Catalogue, Chunk
from needlecare.catalogue.reading.lines import lines_of, parse_line
from needlecare.catalogue.reading.rows import Rows, broken_row, bytes_of, readable, text_batch

_OURS = frozenset((*NAMES, RAW))


@dataclass(frozen=True)
class Lines:
    """The lines of a chunk, their objects (None where there is none to use), the texts to judge, faults by line."""

    lines: list[bytes]
    objects: list[dict[str, Any] | None]
    texts: list[Any]
    faults: dict[int, str]


def read_lines(catalogue: Catalogue, chunk: Chunk, column: str) -> Lines:
    """The lines of a chunk that are not blank."""
    if chunk.state == "broken":
        raw, broken = broken_row(catalogue.path, chunk)
        return Lines([raw.encode()], [None], [None], {0: broken})
    lines = lines_of(bytes_of(catalogue.path, chunk))
    objects: list[dict[str, Any] | None] = []
    texts = []
    faults: dict[int, str] = {}
    for at, line in enumerate(lines):
        found, fault = parse_line(line)
        if found is not None:
            if taken := _OURS.intersection(found):
                found, fault = None, f"the object already has a field {min(taken)!r}"
            elif column not in found:
                fault = f"there is no field {column!r}"
        if fault is not None:
            faults[at] = fault
        objects.append(found)
        texts.append(None if found is None else found.get(column))
    return Lines(lines, objects, texts, faults)


def as_rows(lines: Lines, names: tuple[str, ...]) -> Rows:
    """The same as columns. Text stays text, other values become JSON; a line with more than that is kept in `raw`."""
    known = frozenset(names)
    columns: list[list[str | None]] = [[] for _ in names]
    raw: dict[int, str] = {}
    for at, found in enumerate(lines.objects):
        if found is None or not known.issuperset(found):
            raw[at] = readable(lines.lines[at])
        for into, name in zip(columns, names, strict=True):
            into.append(_cell((found or {}).get(name)))
    return Rows(text_batch(names, columns), lines.texts, lines.faults, raw)


def _cell(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)
