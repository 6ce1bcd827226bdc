"""The course of one sign as a picture: what most people have on each day, and what this person told.

From the plain sign of an assessment (export/json.py), fresh or stored; pure. The picture is SVG with presentation
attributes alone, so that a page may forbid inline styles; docs/decisions/0009 says why it is drawn here.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from needlecare.export.capital import capital
from needlecare.export.course_chart_days import Days, Mark, days_of, named
from needlecare.export.course_chart_svg import picture
from needlecare.export.course_chart_words import described, sentence

__all__ = ["ChartPicture", "ChartRow", "Mark", "course_chart"]
EVERY_DAY_TO = 28  # beyond that the table leaves out days on which nothing is to be said


@dataclass(frozen=True)
class ChartRow:
    """One day of the table behind the picture, in words; empty where there is nothing."""

    day: int
    is_today: bool
    usual: str
    own: str
    marks: str


@dataclass(frozen=True)
class ChartPicture:
    """The picture (`svg`), what it is called, the sentence above it, and the table behind it."""

    sign: str
    svg: str
    title: str
    sentence: str
    rows: tuple[ChartRow, ...]
    has_marks: bool


def course_chart(
    course_sign: Mapping[str, Any], *, today: int | None, marks: Sequence[Mark] = (), key: str = "course"
) -> ChartPicture:
    """The chart of a sign of `assessment.course.signs`. `today` is the day of the answer (None where it is unknown),
    `marks` are days on which something was done. `key` begins the ids within the picture: one chart a page, one key.
    """
    days = days_of(course_sign, today, marks)
    sign = str(course_sign.get("sign") or "")
    title = f"{capital(str(course_sign.get('name') or 'This sign'))}, day by day"
    text = str(course_sign.get("text") or "")
    svg = picture(days, title=title, description=described(days), key=re.sub(r"[^a-z0-9]+", "-", f"{key}-{sign}"))
    return ChartPicture(sign, svg, title, sentence(text, days), _rows(days), bool(days.marks))


def _rows(days: Days) -> tuple[ChartRow, ...]:
    rows = (
        ChartRow(
            day=day,
            is_today=day == days.today,
            usual="we cannot tell" if (rank := days.usual[day]) is None else named(rank),
            own=", then ".join(named(rank) for then, rank in days.own if then == day),
            marks=", ".join(mark.name for mark in days.marks if mark.day == day),
        )
        for day in range(days.last + 1)
    )
    return tuple(row for row in rows if row.day <= EVERY_DAY_TO or row.own or row.marks or row.is_today)
