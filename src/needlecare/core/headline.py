"""The first line of an answer: what to do, or for self-care how the healing compares; never more than is known."""

from needlecare.core.assessment import Course, SignCourse
from needlecare.core.course import TOLD_TO_THE_CLINIC
from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.vocabulary import Level


def headline(level: Level, course: Course, knowledge: Knowledge) -> str:
    """One sentence without a full stop."""
    words = knowledge.words
    if level != "self-care":
        if course.day is None and level == "contact-provider":
            return words["headline_day_unknown"]
        return knowledge.levels[level].first_line
    told = [sign for sign in course.signs if sign.severity is not None]
    slower = [sign for sign in told if sign.compared in ("later", "beyond", "earlier")]
    if slower:
        names = words["and"].join(sign.name for sign in slower)
        plural = len(slower) > 1 or knowledge.signs[slower[0].sign].plural
        return words["headline_slower"].format(names=names, be="are" if plural else "is", day=course.day)
    if not any(_of_the_healing(sign, knowledge) for sign in told):
        return words["headline_nothing_told"]
    unsure = any(sign.compared == "cannot_tell" for sign in told)
    return words["headline_unsure" if unsure else "headline_expected"].format(day=course.day)


def _of_the_healing(sign: SignCourse, knowledge: Knowledge) -> bool:
    """Whether a sign says how the skin heals: one that is there, or one of the ordinary course that is not there.

    That a warning sign, a later mark or swollen glands are not there says nothing of it.
    """
    there = sign.severity != "none"
    group = knowledge.signs[sign.sign].group
    return group not in ("warning", "general") and (there or sign.sign not in TOLD_TO_THE_CLINIC)
