"""The first line of an answer: what to do, or for self-care how the healing compares; never more than is known."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from needlecare.core.assessment import Course
from needlecare.core.course import TOLD_TO_THE_CLINIC
from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.vocabulary import Level

Comparison = Literal["expected", "slower", "unsure", "nothing_told"]
_SLOWER = ("later", "beyond", "earlier")


class ToldSign(NamedTuple):
    """A sign as it was told, and how it compares with its expected course (SignCourse)."""

    sign: str
    severity: str
    compared: str


def headline(level: Level, course: Course, knowledge: Knowledge) -> str:
    """One sentence without a full stop."""
    words = knowledge.words
    if level != "self-care":
        if course.day is None and level == "contact-provider":
            return words["headline_day_unknown"]
        return knowledge.levels[level].first_line
    told = [sign for sign in course.signs if sign.severity is not None]
    how = comparison([ToldSign(sign.sign, str(sign.severity), sign.compared) for sign in told], knowledge)
    slower = [sign for sign in told if sign.compared in _SLOWER]
    names = words["and"].join(sign.name for sign in slower)
    plural = len(slower) > 1 or any(knowledge.signs[sign.sign].plural for sign in slower)
    return words[f"headline_{how}"].format(names=names, be="are" if plural else "is", day=course.day)


def comparison(told: Sequence[ToldSign], knowledge: Knowledge) -> Comparison:
    """How the healing compares, all in all, by the signs that were told."""
    if any(sign.compared in _SLOWER for sign in told):
        return "slower"
    if not any(_of_the_healing(sign, knowledge) for sign in told):
        return "nothing_told"
    return "unsure" if any(sign.compared == "cannot_tell" for sign in told) else "expected"


def _of_the_healing(told: ToldSign, knowledge: Knowledge) -> bool:
    """Whether a sign says how the skin heals: one that is there, or one of the ordinary course that is not there.

    That a warning sign, a later mark or swollen glands are not there says nothing of it.
    """
    known = knowledge.signs.get(told.sign)  # an answer from long ago may have a sign that is known no more
    there = told.severity != "none"
    return (
        known is not None
        and known.group not in ("warning", "general")
        and (there or told.sign not in TOLD_TO_THE_CLINIC)
    )
