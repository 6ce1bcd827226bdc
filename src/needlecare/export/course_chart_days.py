"""What a chart has to draw: for each day what is usual, what was told, and what was done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from needlecare.knowledge.vocabulary import SEVERITIES

SHORTEST = 7
LONGEST = 3650  # days, as in core/case.py


@dataclass(frozen=True)
class Mark:
    """Something that was done on a day: the treatment, or products that were used."""

    day: int
    name: str
    kind: Literal["treatment", "product"] = "product"


@dataclass(frozen=True)
class Days:
    """Days 0 to `last`: `usual` is the highest usual rank (0 none to 3 severe; None: we cannot tell) on each, `own` the
    (day, rank) that were told, oldest first."""

    last: int
    today: int | None
    usual: tuple[int | None, ...]
    own: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...]

    @property
    def count(self) -> int:
        """How many days there are."""
        return self.last + 1

    def runs(self) -> list[tuple[int, int, int]]:
        """Neighbouring days of one usual rank as (first day, last day, rank); days of which we cannot tell are left
        out."""
        found: list[tuple[int, int, int]] = []
        for day, rank in enumerate(self.usual):
            if rank is None:
                continue
            if found and found[-1][1] == day - 1 and found[-1][2] == rank:
                found[-1] = (found[-1][0], day, rank)
            else:
                found.append((day, day, rank))
        return found


def named(rank: int) -> str:
    """none, mild, moderate or severe."""
    return SEVERITIES[rank]


def days_of(sign: Mapping[str, Any], today: int | None, marks: Sequence[Mark]) -> Days:
    """The days of a stored sign. After the end of its path nothing is usual; what cannot be read is left out."""
    path = [_rank(rank) for rank in _list(sign.get("path"))]
    pairs = [pair for pair in _list(sign.get("reported")) if isinstance(pair, list | tuple) and len(pair) == 2]
    own = [(day, rank) for day, told in pairs if (rank := _rank(told)) is not None and _is_day(day)]
    own.sort(key=lambda point: point[0])
    shown = tuple(sorted((mark for mark in marks if _is_day(mark.day)), key=lambda mark: (mark.day, mark.kind)))
    drawn = [day for day, _ in own] + [mark.day for mark in shown]
    last = max([len(path) - 1, today if _is_day(today) else 0, SHORTEST, *drawn])
    rest: int | None = 0 if path else None
    return Days(last, today if _is_day(today) else None, (*path, *[rest] * (last + 1 - len(path))), tuple(own), shown)


def _list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else ()


def _rank(value: Any) -> int | None:
    return value if isinstance(value, int) and 0 <= value < len(SEVERITIES) else None


def _is_day(value: Any) -> bool:
    return isinstance(value, int) and 0 <= value <= LONGEST
