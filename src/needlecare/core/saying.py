"""Conditions and facts in plain words, built from the phrases that the knowledge gives for each sign and fact."""

from typing import Any

from needlecare.core.condition import Facts
from needlecare.knowledge.condition import (
    All,
    Among,
    AnyOf,
    AtLeast,
    Condition,
    Not,
    NumberIn,
    SignIs,
    Unknown,
    Yes,
    fact_key,
)  # fmt: skip
from needlecare.knowledge.model import Fact, Knowledge
from needlecare.knowledge.vocabulary import SEVERITIES

_PER_SIGN = ("rising", "rebound", "beyond", "onset")


def say(condition: Condition, knowledge: Knowledge) -> str:
    """A condition as a noun phrase: "severe redness", "spreading and a fever"."""
    words = knowledge.words
    match condition:
        case SignIs(sign=sign, at_least=severity):
            return words[f"sign_{severity}"].format(name=knowledge.signs[sign].name, short=knowledge.signs[sign].short)
        case NumberIn():
            return _say_number(condition, knowledge)
        case Yes(yes=key):
            return fact_words(key, knowledge).name
        case Among(fact=key, among=values):
            return words["or"].join(knowledge.facts[key].values.get(value, value) for value in values)
        case Unknown():
            return words["day_unknown"]
        case All(all=inner):
            return words["and"].join(_bracketed(part, knowledge) for part in inner)
        case AnyOf(any=inner):
            return words["or"].join(_bracketed(part, knowledge) for part in inner)
        case AtLeast(at_least=count, of=inner):
            listed = "; ".join(say(part, knowledge) for part in inner)
            return words["at_least"].format(count=count, conditions=listed)
        case Not(not_=part):
            no = fact_words(fact_key(part) or "", knowledge).no if isinstance(part, Yes) else None
            return no or words["none_of"].format(condition=_bracketed(part, knowledge))


def _bracketed(condition: Condition, knowledge: Knowledge) -> str:
    said = say(condition, knowledge)
    several = isinstance(condition, All | AnyOf | AtLeast) or (
        isinstance(condition, Among) and len(condition.among) > 1
    )
    return f"({said})" if several else said


def _say_number(condition: NumberIn, knowledge: Knowledge) -> str:
    low, high = condition.from_, condition.below
    key = "from" if high is None else "below" if low is None else "range"
    numbers = {"from": plain(low), "below": plain(high), "last": plain(high - 1 if high is not None else None)}
    fact = fact_words(condition.number, knowledge)
    if fact.unit == "day":
        day = knowledge.words[f"day_{key}"].format(**numbers)
        return day if condition.number == "day" else f"{fact.name} {day}"
    said = knowledge.words[f"number_{key}"].format(name=fact.name, unit=fact.unit or "", **numbers)
    return " ".join(said.split())


def told(condition: Condition, truth: bool, facts: Facts, knowledge: Knowledge) -> str:
    """What a person told us that settles a comparison, in words to say back: "redness: moderate"."""
    key = fact_key(condition) or ""
    value = facts.get(key)
    match condition:
        case SignIs(sign=sign):
            words = knowledge.words["sign_assumed" if sign in facts.get("assumed", ()) else "sign_told"]
            return words.format(name=knowledge.signs[sign].name, severity=SEVERITIES[value or 0])
        case NumberIn() if key == "day":
            return knowledge.words["day_told"].format(value=plain(value))
        case NumberIn():
            fact = fact_words(key, knowledge)
            return (
                knowledge.words["number_told"].format(name=fact.name, value=plain(value), unit=fact.unit or "").strip()
            )
        case Yes():
            fact = fact_words(key, knowledge)
            return (fact.yes if truth else fact.no) or fact.name
        case Among(among=among):
            values = [item for item in among if item in value] if isinstance(value, frozenset) else [value]
            said = knowledge.facts[key].values
            return knowledge.words["and"].join(said.get(item, item) for item in map(str, values))
        case _:
            return say(condition, knowledge)


def fact_words(key: str, knowledge: Knowledge) -> Fact:
    """How to say a fact; the words for `rising.erythema` are those of `rising` with the sign's name put in."""
    head, _, tail = key.partition(".")
    if head in _PER_SIGN:
        return _filled(knowledge.facts[head], sign=knowledge.signs[tail].name)
    if head == "exposure":
        return _filled(knowledge.facts[head], substance=knowledge.substances[tail].name)
    return knowledge.facts[key]


def question_for(key: str, knowledge: Knowledge) -> str | None:
    """How to ask for a fact; None for one that is worked out from others."""
    if key.startswith("sign."):
        return knowledge.signs[key.removeprefix("sign.")].question
    return fact_words(key, knowledge).question


def _filled(fact: Fact, **names: str) -> Fact:
    texts = {field: getattr(fact, field) for field in ("name", "question", "yes", "no")}
    return fact.model_copy(update={field: text.format(**names) for field, text in texts.items() if text is not None})


def plain(value: Any) -> str:
    """A number without needless decimals: 38, 38.5."""
    return f"{value:g}" if isinstance(value, int | float) else str(value)
