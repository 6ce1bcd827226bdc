"""How the healing compares: the phase, each sign in a sentence, and the chart of one sign."""

from collections.abc import Sequence
from dataclasses import dataclass

from needlecare.export.course_chart import ChartPicture, Mark, course_chart
from needlecare.export.grade_words import GRADES
from needlecare.web.answers.said import Citing, Said
from needlecare.web.answers.stored import Plain, part, rows, text, texts, whole

_ORDER = ("beyond", "later", "earlier", "cannot_tell", "within")


@dataclass(frozen=True)
class SignShown:
    """A sign against its expected course. `compared` is earlier, within, later, beyond or cannot_tell."""

    sign: str
    name: str
    severity: str
    compared: str
    said: Said


@dataclass(frozen=True)
class CourseShown:
    """Where healing stands: the signs that were told, and the names of those that are usual today and were not told."""

    day: int | None
    phase: Said
    told: tuple[SignShown, ...]
    not_told: tuple[str, ...]


@dataclass(frozen=True)
class SwitchTo:
    """A sign whose course can be drawn; `current` is the one that is."""

    sign: str
    name: str
    current: bool


def course_of(answer: Plain, cite: Citing) -> CourseShown:
    """How the healing compares, those signs first that are not as expected."""
    course = part(answer, "course")
    signs = rows(course, "signs")
    told = [
        SignShown(text(row, "sign"), text(row, "name"), text(row, "severity"), text(row, "compared"), _said(row, cite))
        for row in signs
        if text(row, "severity")
    ]
    told.sort(key=lambda sign: (_ORDER.index(sign.compared) if sign.compared in _ORDER else 0, sign.severity == "none"))
    phase = Said(text(course, "phase_text"), "", "", cite(texts(course, "phase_sources")))
    not_told = tuple(text(row, "name") for row in signs if not text(row, "severity"))
    return CourseShown(whole(course, "day"), phase, tuple(told), not_told)


def _said(row: Plain, cite: Citing) -> Said:
    """Anything better than an estimate cites; that a sign is not there is no claim."""
    if text(row, "severity") == "none":
        return Said(text(row, "text"), "", "", ())
    sources = cite(texts(row, "sources"))
    grade = "" if sources else "estimate"
    return Said(text(row, "text"), grade, GRADES.get(grade, ""), sources)


def drawn(
    answer: Plain, sign: str | None = None, marks: Sequence[Mark] = ()
) -> tuple[ChartPicture | None, tuple[SwitchTo, ...]]:
    """The chart of a sign, and the signs to switch to. Without a (known) sign: the told one that is least as expected.

    No chart where no sign has an expected course, or nothing is known of the days.
    """
    course = part(answer, "course")
    by_sign = {text(row, "sign"): row for row in rows(course, "signs") if row.get("path")}
    if not by_sign:
        return None, ()
    shown = sign if sign in by_sign else min(by_sign, key=lambda key: _urge(by_sign[key]))
    switch = tuple(SwitchTo(key, text(row, "name"), key == shown) for key, row in by_sign.items())
    return course_chart(by_sign[shown], today=whole(course, "day"), marks=marks), switch


def _urge(row: Plain) -> tuple[bool, bool, int]:
    compared = text(row, "compared")
    return (
        not row.get("reported"),
        text(row, "severity") in ("", "none"),
        _ORDER.index(compared) if compared in _ORDER else 0,
    )
