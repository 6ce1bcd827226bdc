"""The pieces of text that this process knows, by number, and what each adds to a list, in arrays."""

from array import array
from collections.abc import Sequence

import numpy as np

from needlecare.catalogue.settling.sets import ShareSets, Small, Whole
from needlecare.core.label.in_context import goes_on
from needlecare.core.label.outlines import Part
from needlecare.core.label.pieces import DEPENDS as DEPENDING
from needlecare.core.label.pieces import OPEN
from needlecare.core.label.screening import Screener
from needlecare.core.label.weights import Weight

ALONE, BEGINS, OPENS, DEPENDS, WEIGHS, MARKS, UNKNOWN, NUMBER, NUMBER_BEHIND, ORDINARY = (1 << bit for bit in range(10))
"""What is so of a piece (see Weight): it adds the same wherever it stands, and at the beginning of a list; its comma is
part of a name; it can only be read with the whole list; it may weigh; a preservative or water is in it; it has
ingredients that are not known; a number may go on in it, or behind it; it may stand in a run."""
OF_A_LIST = -1
"""Of `ahead` and `behind`: what it weighs depends on more than the side of the ~1 % line."""
_MOST_OUTLINES = 10_000
_MOST_NAMES = 200  # in one piece; what has more is settled with its row

_COLUMNS = ("count", "unknown", "line", "sure", "water", "ahead", "behind", "alike")

RUN = -1
Outline = tuple[int, ...]
"""The numbers of pieces that are read as they stand, RUN for each run of others."""


class Known:
    """Pieces with their texts and weights, and columns of what they add: an entry for each number."""

    def __init__(self, screener: Screener) -> None:
        self.screener = screener
        self.sets = ShareSets()
        self.texts: list[str] = []
        self.weights: list[Weight] = []
        self._numbers: dict[str, int] = {}
        self._of_weights: dict[Weight, int] = {}
        self._ordinary: dict[Weight, int] = {}
        self._joined: dict[tuple[int, int], int] = {}
        self._at: dict[int, int] = {}
        self._in_numbers: dict[tuple[int, int], bool] = {}
        self._flags = array("i")
        self._columns = {name: array("i") for name in _COLUMNS}
        self._outlines: dict[Outline, tuple[Part, ...] | None] = {}
        self.number("")

    def __len__(self) -> int:
        return len(self.texts)

    def number(self, text: str) -> int:
        """The number of a piece, learned where it is new."""
        found = self._numbers.get(text)
        if found is None:
            found = self._numbers[text] = self._learned(text)
        return found

    def numbers(self, texts: Sequence[str]) -> list[int]:
        """The same of many."""
        found = [*map(self._numbers.get, texts)]
        return [self.number(text) if each is None else each for text, each in zip(texts, found, strict=True)]

    def number_of(self, weight: Weight) -> int:
        """A number for what a piece adds where it stands."""
        found = self._of_weights.get(weight)
        if found is None:
            found = self._of_weights[weight] = self._add("", weight)
        return found

    def in_kind(self, number: int, kind: str) -> int:
        """A number for what an ordinary piece adds in a list of this kind."""
        weight = self.weights[number].in_place(kind)
        assert weight is not None  # of a piece that reads the same anywhere
        return self.number_of(weight)

    def joined(self, ahead: int, behind: int) -> int:
        """The number of two pieces with the comma between them."""
        found = self._joined.get((ahead, behind))
        if found is None:
            text = f"{self.texts[ahead]},{self.texts[behind]}"
            found = self._joined[ahead, behind] = self.number(text)
        return found

    def is_open(self, number: int) -> bool:
        """Whether the comma behind a piece is part of a name."""
        return bool(self._flags[number] & OPENS)

    def joins_a_number(self, ahead: int, behind: int) -> bool:
        """Whether the comma between two pieces is part of a number."""
        found = self._in_numbers.get((ahead, behind))
        if found is None:
            found = goes_on(self.texts[ahead], self.texts[behind])
            self._in_numbers[ahead, behind] = found
        return found

    def parts_of(self, outline: Outline) -> tuple[Part, ...] | None:
        """The lists of an outline; None where it can only be read with its row."""
        if outline not in self._outlines:
            if len(self._outlines) >= _MOST_OUTLINES:
                self._outlines.clear()
            pieces = [None if number == RUN else (self.texts[number], self.weights[number]) for number in outline]
            self._outlines[outline] = self.screener.outlines.settled(pieces)
        return self._outlines[outline]

    def set_at(self, place: int) -> int:
        """The set of shares of a piece at a place: its number, its rank, and how many of its ingredients stand ahead of
        the first preservative, of the first that was not repaired, and of water, a byte for each of the four."""
        found = self._at.get(place)
        if found is None:
            rank, *ahead = (place >> 32 - 8 * byte & 255 for byte in range(1, 5))
            shares = self.weights[place >> 32].shares(rank, *(rank + each for each in ahead))
            found = self._at[place] = self.sets.number(shares)
        return found

    def flags(self, pieces: Whole) -> Small:
        """What is so of each of some pieces."""
        return np.frombuffer(self._flags, np.int32)[pieces]

    def column(self, name: str, pieces: Whole) -> Small:
        """A number of each of some pieces: `count`, `unknown`, `line`, `sure`, `water`, the set of shares that it is
        `ahead` of the ~1 % line and `behind` it, or the first piece that is `alike`: ordinary, and adding the same."""
        return np.frombuffer(self._columns[name], np.int32)[pieces]

    def _learned(self, text: str) -> int:
        weight = self._weight(text)
        if not text or not self.screener.outlines.is_ordinary(text, weight):
            return self._add(text, weight)
        alike = self._ordinary.get(weight)
        if alike is not None and not weight.piece.number_behind:  # how a number is printed says whether it goes on
            return self._add_another(text, alike)
        found = self._ordinary[weight] = self._add(text, weight, ORDINARY)
        return found

    def _weight(self, text: str) -> Weight:
        if "\0" in text:
            return self.screener.depends  # its row is at fault
        try:
            return self.screener.worked_out(text.strip(" "))
        except Exception:  # nor may it end the batch: its row meets the same, and says so
            return self.screener.depends

    def _add_another(self, text: str, alike: int) -> int:
        self._flags.append(self._flags[alike])
        for column in self._columns.values():
            column.append(column[alike])
        self.texts.append(text)
        self.weights.append(self.weights[alike])
        return len(self.texts) - 1

    def _add(self, text: str, weight: Weight, more: int = 0) -> int:
        self._flags.append(
            more
            | (ALONE if weight.alone and weight.count <= _MOST_NAMES else 0)
            | (BEGINS if weight.begins else 0)
            | (OPENS if weight.piece is OPEN else 0)
            | (DEPENDS if weight.piece is DEPENDING else 0)
            | (WEIGHS if weight.weighs else 0)
            | (MARKS if max(weight.line, weight.water) >= 0 else 0)
            | (UNKNOWN if weight.unknown else 0)
            | (NUMBER if weight.number else 0)
            | (NUMBER_BEHIND if weight.piece.number_behind else 0)
        )
        ahead, behind = (
            OF_A_LIST if shares is None else self.sets.number(shares) for shares in (weight.ahead, weight.behind)
        )
        alike = len(self.texts)
        values = (weight.count, weight.unknown, weight.line, weight.sure, weight.water, ahead, behind, alike)
        for column, value in zip(self._columns.values(), values, strict=True):
            column.append(value)
        self.texts.append(text)
        self.weights.append(weight)
        return len(self.texts) - 1
