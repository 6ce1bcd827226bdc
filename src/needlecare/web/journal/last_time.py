"""What a check-in may take over from the last one, and how it is said back; pure.

Warning signs and fever are never taken over: they are asked anew each time (SAFETY.md, unknown never reads as safe).
Nor is what belongs to one moment: the temperature, the note, how it compares with the day before.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from needlecare.knowledge.model import Knowledge
from needlecare.web.asking.case import answers_of
from needlecare.web.asking.pages import CHECK_IN, Page
from needlecare.web.asking.questions import question, said
from needlecare.web.asking.tiles import NONE, told

Answers = dict[str, str | list[str]]

WARNING = "any.warning"
SAME = Page("same", "The same as last time", (WARNING, "fever"))
RECENT = 2  # days; what is older is not "the same", and calling it so would hide how it went in between
_OF_THE_MOMENT = ("day", "looked_on", "trend", "temperature_c", "note")


def taken_over(last: Mapping[str, Any], knowledge: Knowledge, *pages: Page) -> Answers:
    """The answers of the last check-in with which these screens (all, where none is named) may begin."""
    asked_anew = {*SAME.facts(knowledge), *_OF_THE_MOMENT}
    asked = {key for page in pages or CHECK_IN for key in page.facts(knowledge)}
    answers = answers_of({"check_ins": [last]})
    return {key: value for key, value in answers.items() if key in asked - asked_anew}


def may_be_same(last: Mapping[str, Any], last_day: int, level: str, day: int, knowledge: Knowledge) -> bool:
    """Whether "the same as last time" may be offered: not after an urgent answer, a warning sign or a fever."""
    if not 0 <= day - last_day <= RECENT or level not in ("self-care", "contact-provider"):
        return False
    return not alarms(answers_of({"check_ins": [last]}), knowledge) and bool(taken_over(last, knowledge))


def alarms(answers: Mapping[str, str | list[str]], knowledge: Knowledge) -> bool:
    """Whether a warning sign or a fever was told."""
    return any(answers.get(key) not in (None, NONE, "no", "unknown") for key in SAME.facts(knowledge))


def none_of_these(knowledge: Knowledge) -> Answers:
    """What it says that none of the warning signs is there, and no fever."""
    return {**told(WARNING, [NONE], {}, knowledge), "fever": "no"}


def warnings(knowledge: Knowledge) -> list[str]:
    """The warning signs and fever, as a person looks for them."""
    return [*(tile.text for tile in question(WARNING, knowledge).options), said(knowledge.facts["fever"].name)]


def said_back(answers: Mapping[str, str | list[str]], knowledge: Knowledge) -> tuple[list[str], list[str]]:
    """What the answers say in words: what is there, and what is not."""
    there: list[str] = []
    absent: list[str] = []
    for key, value in answers.items():
        if key == "trend":
            continue
        for text, is_there in _said(key, value, knowledge):
            (there if is_there else absent).append(text)
    return there, absent


def _said(key: str, value: str | list[str], knowledge: Knowledge) -> Iterator[tuple[str, bool]]:
    group, _, name = key.partition(".")
    if group == "sign":
        sign = knowledge.signs[name]
        yield (sign.name, False) if value == NONE else (f"{sign.name}: {value}", True)
        return
    fact = knowledge.facts[key]
    if isinstance(value, list):
        yield f"{fact.name}: {', '.join(said(fact.values.get(item, item)).lower() for item in value)}", True
    elif fact.kind == "yes_no":
        yield (fact.yes if value == "yes" else fact.no) or fact.name, value == "yes"
    elif group == "count":
        roughly = next((option.text for option in question(key, knowledge).options if option.value == value), value)
        yield (fact.name, False) if value == "0" else (f"{fact.name}: {roughly.lower()}", True)
    else:
        yield (
            (fact.name, False) if value == "0" else (" ".join(filter(None, [f"{fact.name}:", value, fact.unit])), True)
        )
