"""A question for each fact, made from the knowledge: its words, and the answers to choose from."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from needlecare.export.capital import capital
from needlecare.knowledge.model import Fact, Knowledge
from needlecare.knowledge.vocabulary import SEVERITIES
from needlecare.web.asking.options import FITZPATRICK, ROUGHLY, SCALE, TREND, UNKNOWN, YES_NO, Option
from needlecare.web.asking.tiles import members, words

_SHORT = 13  # characters
Kind = Literal["choice", "choices", "scale", "number", "date", "text", "tiles"]


@dataclass(frozen=True)
class Question:
    """How to ask for one fact; with the kind `tiles` for several at once (tiles.py).

    `looks` says what to look for, on brown and black skin too. `unit` stands behind a number.
    """

    key: str
    label: str
    kind: Kind
    hint: str = ""
    looks: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    unit: str = ""
    whole: bool = False

    @property
    def id(self) -> str:
        """The id of its (first) input on a page."""
        return id_of(self.key)

    @property
    def in_tiles(self) -> bool:
        """Whether its answers are too long to stand beside one another."""
        return self.kind == "choices" or any(len(option.text) > _SHORT for option in self.options)

    @property
    def picture(self) -> str:
        """The name of the drawing of a sign; empty for what is none."""
        return self.key.removeprefix("sign.") if self.key.startswith("sign.") else ""

    def shown_with(self, held: str | list[str]) -> tuple[Option, ...]:
        """The options, and what is known though it stands in none of them (a count of 7), so that it is not lost."""
        values = [held] if isinstance(held, str) else held
        known = {option.value for option in self.options}
        return (*self.options, *(Option(value, value) for value in values if value and value not in known))


def id_of(key: str) -> str:
    """The id of the input for a key: without the dots that a style sheet would misread."""
    return key.replace(".", "-")


_NAMES = {"treated_on": "date of the treatment", "looked_on": "date of what you see", "note": "your note"}
_OWN = {
    "treated_on": Question("treated_on", "Or: on which date was the treatment?", "date"),
    "note": Question(
        "note", "Is there anything else?", "text", "For your clinic. What you write here does not change the answer."
    ),
}
_WHOLE = ("day", "age")


@lru_cache(maxsize=4096)
def question(key: str, knowledge: Knowledge) -> Question:
    """The question for a fact by its key, such as `sign.itch` or `needle_depth_mm`. KeyError: there is no such fact."""
    if key in _OWN:
        return _OWN[key]
    group, _, name = key.partition(".")
    if group == "sign":
        return _of_sign(key, name, knowledge)
    if group == "any":
        return _of_tiles(key, knowledge)
    if group == "onset":
        return _of_onset(key, name, knowledge)
    return _of_fact(key, knowledge.facts[key])


def _of_sign(key: str, name: str, knowledge: Knowledge) -> Question:
    sign = knowledge.signs[name]
    grades = " ".join(f"{option.text}: {option.hint}." for option in strengths(name, knowledge)[1:])
    looks = tuple(text for text in (sign.deep_skin, grades) if text)
    return Question(key, sign.question, "choice", looks=looks, options=(*strengths(name, knowledge), UNKNOWN))


def _of_tiles(key: str, knowledge: Knowledge) -> Question:
    label, hint = words(key)
    return Question(key, label, "tiles", hint, options=tuple(_tile(one, knowledge) for one in members(key, knowledge)))


def _tile(member: str, knowledge: Knowledge) -> Option:
    group, _, name = member.partition(".")
    if group != "sign":
        return Option(member, said(knowledge.facts[member].name))
    sign = knowledge.signs[name]
    looks = " ".join(text for text in (sign.looks, sign.deep_skin) if text)
    return Option(member, said(sign.short), looks, strengths(name, knowledge)[1:])


def strengths(name: str, knowledge: Knowledge) -> tuple[Option, ...]:
    """None, mild, moderate and severe, in the words of the sign itself."""
    sign = knowledge.signs[name]
    words = {"none": "", "mild": sign.mild, "moderate": sign.moderate, "severe": sign.severe}
    return tuple(Option(severity, severity.capitalize(), words[severity]) for severity in SEVERITIES)


def _of_onset(key: str, name: str, knowledge: Knowledge) -> Question:
    fact = knowledge.facts["onset"]
    label = (fact.question or fact.name).format(sign=knowledge.signs[name].name)
    return Question(key, label, "number", "Day 0 is the day of the treatment.", unit="day", whole=True)


def _of_fact(key: str, fact: Fact) -> Question:
    label = fact.question or fact.name
    if key.startswith("count."):
        return Question(key, label, "choice", "A rough number is enough.", options=(*ROUGHLY, UNKNOWN))
    if key.endswith("_0_10"):
        return Question(key, label, "scale", options=(*SCALE, UNKNOWN))
    if key == "fitzpatrick":
        return Question(key, label, "choice", options=(*FITZPATRICK, UNKNOWN))
    if key == "trend":
        return Question(key, label, "choice", options=(*TREND, UNKNOWN))
    if fact.kind == "yes_no":
        return Question(key, label, "choice", options=(*YES_NO, UNKNOWN))
    if fact.kind == "number":
        unit = "days" if key == "day" else fact.unit or ""
        return Question(key, label, "number", unit=unit, whole=key in _WHOLE)
    options = tuple(Option(value, said(text)) for value, text in fact.values.items())
    if fact.kind == "set":
        return Question(key, label, "choices", "Choose all that fit. Choose none if you do not know.", options=options)
    return Question(key, label, "choice", options=(*options, UNKNOWN))


def said(text: str) -> str:
    """A value as an answer of its own: "being in one place" is "In one place"."""
    return capital(text.removeprefix("being "))


def name_of(key: str, knowledge: Knowledge) -> str:
    """What a fact is called in a list: "needle depth", "product 2"."""
    group, _, name = key.partition(".")
    if group in ("sign", "onset"):
        return knowledge.signs[name].name + (", first day" if group == "onset" else "")
    if group == "product":
        return f"product {int(name.partition('.')[0]) + 1}"
    return _NAMES.get(key) or (knowledge.facts[key].name if key in knowledge.facts else key)
