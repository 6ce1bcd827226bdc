"""Cases with named defaults: what a test does not say is unknown."""

from copy import deepcopy
from datetime import date
from typing import Any

from needlecare.core.assess import assess
from needlecare.core.assessment import Assessment
from needlecare.core.case import Case
from needlecare.core.course import beyond
from needlecare.core.facts import situation
from needlecare.core.triage import judge
from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.vocabulary import LEVELS
from tests.support.knowledge import SHIPPED

TODAY = date(2026, 5, 31)
Data = dict[str, Any]


def case_data(
    day: int | None = 3,
    *,
    patient: Data | None = None,
    procedure: Data | None = None,
    earlier: tuple[Data, ...] = (),
    products: tuple[Data, ...] = (),
    **check_in: Any,
) -> Data:
    """A person at one check-in, after the earlier ones, as plain data; `day=None` leaves the day unknown."""
    now = check_in if day is None else {"day": day, **check_in}
    return deepcopy(
        {
            "patient": patient or {},
            "procedure": procedure or {},
            "check_ins": [*earlier, now],
            "products": list(products),
        }
    )


def a_case(day: int | None = 3, **parts: Any) -> Case:
    """The same as a case: `a_case(day=3, signs={"itch": "mild"}, patient={"age": 30})`."""
    return Case.read(case_data(day, **parts))


def assessed(data: Data, knowledge: Knowledge = SHIPPED) -> Assessment:
    """The assessment of plain data on the fixed day."""
    return assess(Case.read(data), knowledge, TODAY)


def facts_of(data: Data, knowledge: Knowledge = SHIPPED) -> dict[str, Any]:
    """All known facts of plain data, the worked-out `beyond.…` among them."""
    facts = dict(situation(Case.read(data), knowledge, TODAY).facts)
    return facts | beyond(knowledge, facts)


def urgency(data: Data, knowledge: Knowledge = SHIPPED) -> int:
    """How urgent plain data is, from 0 (self-care) to 3 (emergency): the level of `assess`, without the rest."""
    return LEVELS.index(judge(facts_of(data, knowledge), knowledge)[0])
