"""Many labels for one use: the same verdicts as check_label, with every piece of text resolved and weighed once.

A label whose pieces are all plain names between commas is settled by looking its pieces up; any other is read in full.
"""

import re
from typing import Any, NamedTuple

from needlecare.core.label.answer import Verdict
from needlecare.core.label.check import reader_for, scales_for, whole_outcome
from needlecare.core.label.found import Found
from needlecare.core.label.reading import Item
from needlecare.core.label.sections import has_mark
from needlecare.core.label.use import Use
from needlecare.core.label.weighing import SURE_FROM, WATER, Outcome, Weighed, outcome, place
from needlecare.knowledge.ingredients.folding import plain
from needlecare.knowledge.ingredients.model import Ingredients

MOST_KEPT = 300_000  # pieces; a catalogue of any length fits in bounded memory


class Row(NamedTuple):
    """The verdict of one label, the day it may be used from, what decides (classes, ingredients), how much was read."""

    verdict: Verdict
    until_day: int | None
    concerns: tuple[str, ...]
    deciding: tuple[str, ...]
    tokens: int
    recognised: int


class Piece(NamedTuple):
    """What a piece of text adds to any label: its ingredients and how many of them are known, whether the ~1 % line
    begins with it, whether it is water, and its weight: none (nothing in it weighs anything), by its side of the ~1 %
    line, or by its exact place."""

    found: tuple[Found, ...]
    known: int
    line: bool
    water: bool
    weighs: str
    high: tuple[Weighed, ...]
    low: tuple[Weighed, ...]
    can_begin: bool
    ends_in_number: bool
    starts_with_number: bool


_PLAIN_PIECE = re.compile(r"\s*\*?[A-Za-z0-9][A-Za-z0-9 /().,'*%&\\™®’-]*")
_LOCANT = re.compile(r"\s*\d{1,2}")
_LOCANT_NAME = re.compile(r"\s*\d{1,2},\s?\d{1,2}\s?-\s?[A-Za-z][A-Za-z -]*")
_LONGEST_OPEN = 400  # characters
_CONTEXT = re.compile(r"\.\s*\S|\s-|-\s")  # what only the text around it can settle
_NUMBER_AHEAD = re.compile(r"\s*\d")
_NUMBER_BEHIND = re.compile(r"\d\s*$")
_LEAST_KNOWN = 4  # names; a text of fewer is always read in full
_MOST_WORDS = 8  # of what is not understood; more may be prose
_NEW, _OPEN = object(), object()


class Screener:
    """Verdicts for one use over any number of labels."""

    def __init__(self, table: Ingredients, use: Use) -> None:
        self._reader = reader_for(table)
        self._scales = scales_for(table, use)
        self._pieces: dict[str, Any] = {}
        self._open = bool(self._scales.allergies.unknown)

    def row(self, text: str) -> Row:
        """The verdict for one label: the same as that of check_label."""
        tokens = known = 0
        line = water = before = None
        heavy: list[tuple[int, Piece]] = []
        rest = ""
        for part in text.split(","):
            said = rest + part if rest else part
            piece: Any = self._pieces.get(said, _NEW)
            if piece is _NEW:
                piece = self._learn(said)
            if piece is _OPEN:
                rest = said + ","
                continue
            if piece is None or not (piece.can_begin if before is None else _apart(before, piece)):
                return self._in_full(text)
            if piece.weighs:
                heavy.append((tokens, piece))
            if piece.line and line is None:
                line = tokens
            if piece.water and water is None:
                water = tokens
            tokens += len(piece.found)
            known += piece.known
            before, rest = piece, ""
        if rest or known < _LEAST_KNOWN or known * 2 < tokens:
            return self._in_full(text)
        return self._weighed(heavy, tokens, known, line, water)

    def _weighed(
        self, heavy: list[tuple[int, Piece]], tokens: int, known: int, line: int | None, water: int | None
    ) -> Row:
        weighed: list[Weighed] = []
        for rank, piece in heavy:
            if piece.weighs == "place":
                for at, found in enumerate(piece.found):
                    where = place(found, "list", rank + at, line, line, water)
                    weighed.append(self._scales.one(Item(found, 0, "list"), where))
            else:
                weighed += piece.high if line is None or rank < line else piece.low
        return self._row(weighed, tokens, known, outcome(weighed, hides=self._open))

    def _learn(self, said: str) -> Any:
        """What a piece adds wherever it stands; None where that depends on what stands around it, _OPEN where the comma
        behind it is part of a name."""
        if len(self._pieces) >= MOST_KEPT:
            self._pieces.clear()
        is_open = len(said) < _LONGEST_OPEN and (said.count("(") > said.count(")") or _LOCANT.fullmatch(said))
        piece = self._pieces[said] = _OPEN if is_open else self._worked_out(said)
        return piece

    def _worked_out(self, said: str) -> Piece | None:
        if (
            not _PLAIN_PIECE.fullmatch(said)
            or _CONTEXT.search(said.rstrip(" .*"))
            or said.count("(") != said.count(")")
        ):
            return None
        if "," in said and not (_LOCANT_NAME.fullmatch(said) or said.rstrip(" .*").endswith(")")):
            return None
        if has_mark(said, self._reader.table.words):
            return None
        found = self._reader.namer.token(plain(said).strip())
        if any(one.one_percent and one.how == "spelling" for one in found):
            return None
        known = sum(one.inci is not None for one in found)
        if (
            not found
            or any(one.one_percent for one in found[1:])
            or (known < len(found) and len(said.split()) > _MOST_WORDS)
        ):
            return None
        weighs, high, low = self._weights(found)
        return Piece(
            found, known, found[0].one_percent, any(one.inci == WATER for one in found), weighs, high, low,
            can_begin=known == len(found) and all(one.how != "split" for one in found),
            ends_in_number=bool(_NUMBER_BEHIND.search(said)), starts_with_number=bool(_NUMBER_AHEAD.match(said)),
        )  # fmt: skip

    def _weights(self, found: tuple[Found, ...]) -> tuple[str, tuple[Weighed, ...], tuple[Weighed, ...]]:
        """How a piece weighs, and what it weighs ahead of the ~1 % line and behind it."""
        if self._scales.charges.by_place(mention for one in found for mention in one.concerns):
            return "place", (), ()
        items = [Item(one, 0, "list") for one in found]
        high = tuple(self._scales.one(item, place(item.found, "list", 0, None, None, None)) for item in items)
        low = tuple(self._scales.one(item, place(item.found, "list", 0, 0, 0, None)) for item in items)
        weighs = any(one.charges or one.verdict != "fine" or one.item.found.confidence < SURE_FROM for one in high)
        return "side" if weighs else "", high, low

    def _in_full(self, text: str) -> Row:
        reading = self._reader.read(text)
        weighed = self._scales.weigh(reading.items)
        recognised = sum(item.found.inci is not None for item in reading.items)
        return self._row(weighed, len(reading.items), recognised, whole_outcome(reading, weighed, self._scales))

    def _row(self, weighed: list[Weighed], tokens: int, recognised: int, found: Outcome) -> Row:
        concerns = {
            charge.concern: None
            for one in weighed
            if not one.allowed
            for charge in one.charges
            if charge.decides and (found.verdict == "wait" or charge.avoid)
        }
        return Row(found.verdict, found.until_day, tuple(concerns), found.deciding, tokens, recognised)


def _apart(before: Piece, piece: Piece) -> bool:
    """Whether the comma between two pieces is a separator and not part of a number ("1,2-Hexanediol")."""
    return not (before.ends_in_number and piece.starts_with_number)
