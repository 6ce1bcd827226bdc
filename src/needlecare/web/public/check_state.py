"""The answers of "Is this normal?" on one day, and what follows from them. Nothing is kept anywhere."""

import json
from datetime import date
from typing import Any

from needlecare.core.assess import assess
from needlecare.core.case import Case
from needlecare.core.placing import part_of
from needlecare.export.json import to_json
from needlecare.knowledge.model import Knowledge
from needlecare.web.asking.answers import without
from needlecare.web.asking.case import Answers, case_of
from needlecare.web.asking.keys import EARLIER


def looked_at(answers: Answers, today: date) -> dict[str, str | list[str]]:
    """The answers as somebody gives them now: where the treatment has a date, the look at the skin has one, too."""
    treated, looked = answers.get("treated_on"), answers.get("looked_on")
    if not treated or (isinstance(looked, str) and isinstance(treated, str) and treated <= looked):
        return dict(answers)
    return {**answers, "looked_on": today.isoformat()}


def answer_to(answers: Answers, knowledge: Knowledge, today: date) -> dict[str, Any]:
    """The assessment of the answers as plain data. Raises CaseError."""
    case = Case.read(case_of(answers, knowledge))
    answer: dict[str, Any] = json.loads(to_json(assess(case, knowledge, today)))
    return answer


def next_questions(answer: dict[str, Any], answers: Answers) -> list[dict[str, Any]]:
    """The questions of an assessment that were not answered with "don't know" before."""
    return [row for row in answer["questions"] if answers.get(row["fact"]) != "unknown"]


def once_more(answers: Answers, knowledge: Knowledge) -> dict[str, str | list[str]]:
    """The answers for a new look at the skin: what was told of it so far becomes an earlier check-in."""
    looks = [look for look in case_of(answers, knowledge)["check_ins"] if look]
    of_the_skin = [key for key in answers if not key.startswith("product.") and _is_of_the_skin(key)]
    return without(answers, of_the_skin) | {EARLIER: [json.dumps(look, ensure_ascii=False) for look in looks]}


def _is_of_the_skin(key: str) -> bool:
    return key == EARLIER or part_of(key) == "check_ins"
