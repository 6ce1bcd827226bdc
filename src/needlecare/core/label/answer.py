"""What a label check gives: the verdict, the ingredients and where they stand, the concerns, how much was read."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Verdict = Literal["fine", "wait", "avoid", "unknown"]
VERDICTS: tuple[Verdict, ...] = ("fine", "unknown", "wait", "avoid")  # from best to worst
How = Literal["exact", "synonym", "bracket", "slash", "spelling", "split"]
Sure = Literal["sure", "probably"]


class IngredientRead(NamedTuple):
    """One ingredient: where it stands in the text (text[start:end]), its INCI name and function (None where it was not
    understood), how it was recognised and how sure (0 to 1), the classes it belongs to here, the part of a kit."""

    text: str
    start: int
    end: int
    inci: str | None
    function: str | None
    how: How | None
    confidence: float
    concerns: tuple[str, ...]
    part: int = 0


@dataclass(frozen=True, slots=True)
class ConcernFound:
    """A class that was found: in which ingredients (INCI), until which day to leave it out and the published range,
    whether it decides today, why, what instead."""

    name: str
    ingredients: tuple[str, ...]
    day: int | None
    earliest: int | None
    latest: int | None
    decides: bool
    sure: Sure
    why: str
    notes: tuple[str, ...]
    instead: str
    disagreement: str | None
    grade: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """How much was read: ingredients seen, those recognised, and the words that were not understood."""

    tokens: int
    recognised: int
    not_understood: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One product of a kit (a plain label has one part): its name as printed, and its own verdict."""

    name: str
    verdict: Verdict
    until_day: int | None
    deciding: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LabelAnswer:
    """The whole answer for one label on one day.

    `until_day` is the day from which it may be used again (None where it may be used now or no day can be given);
    `deciding` are the INCI names that decide; `reasons` are sentences for a person. `is_list` is False where the text
    is no list of ingredients.
    """

    verdict: Verdict
    sure: Sure
    day: int
    until_day: int | None
    headline: str
    reasons: tuple[str, ...]
    deciding: tuple[str, ...]
    ingredients: tuple[IngredientRead, ...]
    concerns: dict[str, ConcernFound]
    parts: tuple[Part, ...]
    read: Read
    is_list: bool
    instead: tuple[str, ...] = ()
    sources: dict[str, str] = field(default_factory=dict)
