"""Hand-read labels against the label reader: which of its ingredients a hand-read token is, and what each class missed.

A token is found as a whole ingredient of its label: between separators, with marks or a strength beside it at most.
Where it stands so nowhere, its first place between other than letters and digits is taken. The reader's ingredients on
that place are what it read there.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from needlecare.core.label.answer import IngredientRead
from needlecare.core.label.check import check_label
from needlecare.core.label.use import Use
from needlecare.knowledge.ingredients.folding import key
from needlecare.knowledge.ingredients.load import load_ingredients
from tests.support.data import real_labels

HERE = Path(__file__).parent
DAMAGED = ("b631bf8b13c3", "d99060dabfae", "3648e3a2dd6d")  # see README.md
READ_WHOLE = ("*", "read")  # the row that marks a label as read throughout
_USE = Use(day=2, depth_mm=1.0)
_TABLE = load_ingredients()
_BEFORE = re.compile(r"(?:^|[,;|\n•.:*、，·]|\s-)[\s*]*$")
_BEHIND = re.compile(r"[\s*]*(?:$|[,;|\n•.、，·]|\s-|<|\(?\d+(?:\.\d+)?\s*%)")
# Official names that name one thing; the first of each is what the others are compared as.
_SAME = (
    ("Aqua", "Water"),
    ("CI 77891", "Titanium Dioxide"),
    ("CI 77007", "Ultramarines"),
    ("Maris Aqua", "Sea Water"),
    ("CI 77491", "Iron Oxides"),
)
_ALIKE = {key(name): key(names[0]) for names in _SAME for name in names}
_SD_ALCOHOL = re.compile(r"sdalcohol\w+")

Words = tuple[str, str]  # a label and words of it


class NameRead(NamedTuple):
    """One row of names.csv, with what the reader made of it."""

    label: str
    token: str
    inci: str
    kind: str
    found: tuple[str | None, ...]

    @property
    def right(self) -> bool:
        """Whether the reader found this ingredient there, and no other."""
        return {_one_name(name) for name in self.found} == {_one_name(self.inci)}


class ClassScore(NamedTuple):
    """One concern class over the hand-read labels; what was missed and falsely found as (label, words)."""

    marked: int
    missed: tuple[Words, ...]
    false: tuple[Words, ...]

    @property
    def recall(self) -> float:
        """The share of the marked ingredients that the reader found."""
        return 1 - len(self.missed) / self.marked if self.marked else 1.0

    @property
    def precision(self) -> float:
        """The share of the found ingredients that are marked."""
        hits = self.marked - len(self.missed)
        return hits / (hits + len(self.false)) if hits or self.false else 1.0


def _one_name(name: str | None) -> str:
    folded = key(name or "")
    return "alcoholdenat" if _SD_ALCOHOL.fullmatch(folded) else _ALIKE.get(folded, folded)


def names_read() -> list[NameRead]:
    """Every row of names.csv with the names that the reader gives to that place."""
    return [
        NameRead(row["id"], row["token"], row["inci"], row["kind"], tuple(one.inci for one in _at(row)))
        for row in _rows("names.csv")
    ]


def _at(row: dict[str, str]) -> list[IngredientRead]:
    place = places(text_of(row["id"]), row["token"])[0]
    return [one for one in _read(row["id"]) if _overlaps(one, place)]


def class_scores(labels: Iterable[str]) -> dict[str, ClassScore]:
    """Every concern class over these labels; every place at which a name stands counts."""
    marked: Counter[str] = Counter()
    missed: dict[str, list[Words]] = {}
    false: dict[str, list[Words]] = {}
    for label in labels:
        read = _read(label)
        right = _marked_places(label)
        for place, (token, concerns) in right.items():
            found = {name for one in read if _overlaps(one, place) for name in one.concerns}
            marked.update(concerns)
            for concern in concerns - found:
                missed.setdefault(concern, []).append((label, token))
        for one in read:
            allowed = {name for place, (_, names) in right.items() if _overlaps(one, place) for name in names}
            for concern in set(one.concerns) - allowed:
                false.setdefault(concern, []).append((label, one.text))
    return {
        name: ClassScore(marked[name], tuple(missed.get(name, ())), tuple(false.get(name, ())))
        for name in sorted({*marked, *false})
    }


def _marked_places(label: str) -> dict[tuple[int, int], tuple[str, frozenset[str]]]:
    text = text_of(label)
    return {place: (token, concerns) for token, concerns in hand_read()[label] for place in places(text, token)}


def places(text: str, token: str) -> list[tuple[int, int]]:
    """Where a token stands as a whole ingredient; else its first place that is no part of a longer word."""
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(token)}(?!\w)", text, re.IGNORECASE)]
    if not found:
        raise ValueError(f"{token!r} does not stand in its label")
    whole = [place for place in found if _BEFORE.search(text[: place[0]]) and _BEHIND.match(text[place[1] :])]
    return whole or found[:1]


def _overlaps(one: IngredientRead, place: tuple[int, int]) -> bool:
    return one.start < place[1] and place[0] < one.end


@lru_cache(maxsize=1)
def hand_read() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """The labels of concerns.csv that were read throughout: their marked tokens with their classes."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for row in _rows("concerns.csv"):
        tokens = found.setdefault(row["id"], [])
        if (row["token"], row["concerns"]) != READ_WHOLE:
            tokens.append((row["token"], frozenset(row["concerns"].split())))
    return {label: tuple(tokens) for label, tokens in found.items()}


def text_of(label: str) -> str:
    """The text of a real label."""
    return real_labels()[label]


@lru_cache(maxsize=512)
def _read(label: str) -> tuple[IngredientRead, ...]:
    return check_label(text_of(label), _USE, _TABLE).ingredients


def _rows(file: str) -> list[dict[str, str]]:
    with (HERE / file).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))
