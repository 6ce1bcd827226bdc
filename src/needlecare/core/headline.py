"""The first line of an answer: what to do, or for self-care how the healing compares; never more than is known."""

from needlecare.core.assessment import Course
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
    if not told:
        return words["headline_nothing_told"]
    slower = [sign for sign in told if sign.compared in ("later", "beyond", "earlier")]
    if slower:
        names = words["and"].join(sign.name for sign in slower)
        plural = len(slower) > 1 or knowledge.signs[slower[0].sign].plural
        return words["headline_slower"].format(names=names, be="are" if plural else "is", day=course.day)
    unsure = any(sign.compared == "cannot_tell" for sign in told)
    return words["headline_unsure" if unsure else "headline_expected"].format(day=course.day)
