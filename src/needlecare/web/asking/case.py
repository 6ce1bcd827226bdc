"""Answers as a case, and the way back. Nothing is judged here: `Case.read` says what is wrong, `key_of` where.

What no page asks for is carried along all the same: earlier check-ins (`earlier`, each as JSON), dates, temperatures,
first days of signs, products beyond those shown. So a case that went into answers comes out as it was.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from needlecare.core.case import Case
from needlecare.core.placing import facts_in, key_at, put
from needlecare.knowledge.model import Knowledge
from needlecare.web.asking.keys import EARLIER, is_answer
from needlecare.web.asking.products import key_in_products, products_in, products_of
from needlecare.web.asking.tiles import THERE

Answers = Mapping[str, str | list[str]]
_NUMBERS = ("day", "age", "needle_depth_mm", "fitzpatrick", "temperature_c", "pain_0_10", "itch_0_10")
_YES_NO = {"yes": True, "no": False}


def case_of(answers: Answers, knowledge: Knowledge) -> dict[str, Any]:
    """The plain case that answers make: always with one check-in at least, the last of which is what they speak of.

    "Don't know", what is empty and what is no fact are left out. A sign that was chosen without saying how strong it
    is stays so; the core takes it as severe, and says that it did.
    """
    case: dict[str, Any] = {"patient": {}, "procedure": {}, "check_ins": [*_earlier(answers), {}]}
    for key, value in answers.items():
        answer = _answer(key, value, knowledge)
        if answer is not None and is_answer(key, knowledge) and not key.startswith(("product.", EARLIER)):
            put(case, key, answer)
    products = products_of(answers)
    return case | ({"products": products} if products else {})


def answers_of(case: Mapping[str, Any]) -> dict[str, str | list[str]]:
    """The answers that make this case. Raises CaseError where it is none."""
    read = Case.read(case).model_dump(mode="json", exclude_none=True)
    looks = _in_order(read["check_ins"])
    answers: dict[str, str | list[str]] = {}
    for key, value in facts_in(read | {"check_ins": looks[-1:]}):
        if value not in ([], {}):
            answers[key] = [str(item) for item in value] if isinstance(value, list) else _text(value)
    if len(looks) > 1:
        answers[EARLIER] = [json.dumps(look, ensure_ascii=False) for look in looks[:-1]]
    return answers | products_in(read["products"])


def key_of(path: str, answers: Answers) -> str | None:
    """The key of the answer at the path of a fault of their case; None where it is no single answer."""
    return key_in_products(path, answers) if path.startswith("products") else key_at(path)


def assumed_severe(answers: Answers, knowledge: Knowledge) -> list[str]:
    """The names of the signs that were chosen without their strength, and so are taken as severe (asking/tiles.py)."""
    return [knowledge.signs[key.removeprefix("sign.")].name for key, value in answers.items() if value == THERE]


def _answer(key: str, value: str | list[str], knowledge: Knowledge) -> Any:
    if isinstance(value, list):
        return [text for text in value if text] or None
    text = value.strip()
    if text in ("", "unknown"):
        return None
    if key.startswith("sign."):
        return text
    fact = knowledge.facts.get(key)
    if fact is not None and fact.kind == "yes_no":
        return _YES_NO.get(text, text)
    return _number(text) if key in _NUMBERS or key.startswith(("count.", "onset.")) else text


def _number(text: str) -> Any:
    """A text as a number, a decimal comma too; where it is none it stays as it is, for the case model to say so."""
    text = text.replace(",", ".", 1)
    if text.isascii() and text.isdecimal() and len(text) < 10:
        return int(text)
    try:
        return float(text)
    except ValueError:
        return text


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def _earlier(answers: Answers) -> Iterator[Any]:
    texts = answers.get(EARLIER, [])
    for text in [texts] if isinstance(texts, str) else texts:
        try:
            look = json.loads(text)
            json.dumps(look, ensure_ascii=False).encode()  # half of a character is no text
        except (ValueError, RecursionError):
            look = text  # no check-in, as the case model will say
        yield look


def _in_order(looks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Check-ins in the order of their days or dates where all have one, as the core puts them."""
    for when in ("day", "date"):
        if all(when in look for look in looks):
            return sorted(looks, key=lambda look: look[when])
    return looks
