"""What the assessment of a case holds back for now, as concern classes of ingredients: the label check asks for it."""

from datetime import date

from needlecare.core.case import Case
from needlecare.core.causes import causes_of
from needlecare.core.course import beyond
from needlecare.core.facts import situation
from needlecare.core.plan import held_back
from needlecare.core.triage import judge
from needlecare.knowledge.model import Knowledge


def held_classes(case: Case, knowledge: Knowledge, today: date) -> tuple[str, ...]:
    """The classes that rest on care rules which this person's plan holds back, whatever the day.

    The same as in `assess`. Raises CaseError for dates in the future or before the procedure.
    """
    seen = situation(case, knowledge, today)
    seen.facts.update(beyond(knowledge, seen.facts))
    level, _ = judge(seen.facts, knowledge)
    held = held_back(seen.facts, level, causes_of(seen.facts, knowledge), knowledge)
    return tuple(key for key, concern in knowledge.ingredients.concerns.items() if concern.care in held)
