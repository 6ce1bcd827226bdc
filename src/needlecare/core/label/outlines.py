"""Lists settled by their outline: long runs of ordinary names stand in it as a few names each, so that many lists share
one, and what it comes to is worked out once.

How the reader takes the rest depends on such a run only in that names stand there: it is long enough for whatever the
reader counts, and has no words or signs that mean anything to it.
"""

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from needlecare.core.label.in_context import Listed
from needlecare.core.label.pieces import Piece
from needlecare.core.label.reading import Item, Reader
from needlecare.core.label.weighing import WATER, Scales
from needlecare.core.label.weights import Weight

KINDS = ("active", "may_contain", "contains", "ahead", "notice")  # of sections that are not simply a list
LEAST_RUN = 6  # ordinary pieces; fewer are read as they stand
_ORDINARY = re.compile(r"(?: \d[\d,]*-?| ?(?=[A-Za-z]))(?:[A-Za-z0-9()/'%]|[ -](?=[A-Za-z0-9(]))*(?:\.?\*{0,3}| +)")

_PLAIN_NAME = re.compile(r"[A-Z][a-z]{4,} [A-Z][a-z]{4,}")


class Run(NamedTuple):
    """A run in an outline: which of its runs it is, and the kind of list that it stands in."""

    at: int
    kind: str


Outline = Sequence[tuple[str, Weight] | None]
"""Pieces that are read as they stand, and None for each run."""
Part = tuple[Weight | Run, ...]
"""What a list of its own adds, in order: pieces that were read as they stand, and runs."""


InPlace = Callable[[Listed], Sequence[Weight] | None]


class Outlines:
    """Settles outlines for one use: from what is known of the pieces where that does, else by reading them."""

    def __init__(self, reader: Reader, scales: Scales, in_place: InPlace) -> None:
        self._reader = reader
        self._scales = scales
        self._in_place = in_place
        self._names = _names(reader)
        items = (Item(reader.namer.token(self._names[0])[0], 0, "list"),) if self._names else ()
        self._name = Weight(items, scales, Piece(items, items, begins=True, named=(True,)))

    def is_ordinary(self, text: str, weight: Weight) -> bool:
        """Whether a piece may stand in a run: a short name in plain letters that reads the same wherever it stands."""
        if not (weight.alone and weight.begins and weight.piece.named == (True,) and not weight.unknown):
            return False
        if not _ORDINARY.fullmatch(text) or text.count("(") != text.count(")"):
            return False
        namer = self._reader.namer
        return all(one.how != "split" and one.inci not in namer.label_words for one in namer.token(text.strip()))

    def settled(self, outline: Outline) -> tuple[Part, ...] | None:
        """The lists of an outline; None where it can only be told with the whole."""
        if len(self._names) < LEAST_RUN:
            return None
        part = self._together(outline)
        return self._read(outline) if part is None else (part,)

    def _together(self, outline: Outline) -> Part | None:
        listed = Listed([], [])
        for each in outline:
            texts, weights = each or (self._names[0], self._name)
            listed.texts.extend([texts] * (1 if each else LEAST_RUN))
            listed.weights.extend([weights] * (1 if each else LEAST_RUN))
        found = self._in_place(listed)
        if found is None:
            return None
        kinds = {self._name.in_place(kind): kind for kind in KINDS} | {self._name: "list"}
        part: list[Weight | Run] = []
        at = outline.count(None)  # the list may begin behind some of the runs, but ends with the last
        for weight, here in groupby(reversed(found)):
            count = sum(1 for _ in here)
            if weight not in kinds:
                part += [weight] * count
            elif count % LEAST_RUN:
                return None
            else:
                for _ in range(count // LEAST_RUN):
                    at -= 1
                    part.append(Run(at, kinds[weight]))
        return tuple(reversed(part))

    def _read(self, outline: Outline) -> tuple[Part, ...] | None:
        text, runs = "", []
        for each in outline:
            begins = len(text)
            text += f"{each[0]}," if each else f" {', '.join(self._names)},"
            if each is None:
                runs.append((begins, len(text)))
        reading = self._reader.read(text[:-1])
        parts: list[list[Weight | Run]] = [[] for _ in reading.parts]
        between = 0  # the first of the items that is not yet taken
        for at, (begins, ends) in enumerate(runs):
            first = _from(reading.items, begins, between)
            last = _from(reading.items, ends, first)
            self._take(reading.items[between:first], parts)
            here = reading.items[first:last]
            if here:
                part, kind = here[0].part, here[0].kind
                if [(item.found.inci, item.part, item.kind) for item in here] != [(n, part, kind) for n in self._names]:
                    return None
                parts[part].append(Run(at, kind))
            between = last
        self._take(reading.items[between:], parts)
        return tuple(tuple(part) for part in parts if part)

    def _take(self, items: Sequence[Item], parts: list[list[Weight | Run]]) -> None:
        for part, here in groupby(items, key=lambda item: item.part):
            parts[part].append(Weight(tuple(here), self._scales))


def _from(items: Sequence[Item], place: int, after: int) -> int:
    """The first item from `after` on that begins at this place of the text or behind it."""
    while after < len(items) and items[after].found.start < place:
        after += 1
    return after


def _names(reader: Reader) -> tuple[str, ...]:
    """Names that stand for a run: they read as themselves."""
    found: list[str] = []
    for row in reader.table.rows:
        if not row.concerns and _PLAIN_NAME.fullmatch(row.inci) and row.inci not in reader.namer.label_words:
            read = reader.namer.token(row.inci)
            if len(read) == 1 and read[0].how == "exact" and read[0].inci == row.inci != WATER:
                found.append(row.inci)
        if len(found) == LEAST_RUN:
            break
    return tuple(found)
