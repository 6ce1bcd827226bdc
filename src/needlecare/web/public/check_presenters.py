"""What a person has told, to be read again and changed: page by page, fact by fact."""

from dataclasses import dataclass
from typing import Any

from needlecare.knowledge.model import Knowledge
from needlecare.web.asking.case import Answers, assumed_severe
from needlecare.web.asking.forms import form_for
from needlecare.web.asking.keys import EARLIER
from needlecare.web.asking.pages import PUBLIC, Page, single
from needlecare.web.asking.products import ROWS
from needlecare.web.asking.questions import id_of, name_of, question, said
from needlecare.web.asking.tiles import TILES, members
from needlecare.web.public.check_steps import WITHOUT_EARLIER, asking

_MEASURED = {"sign.pain": "pain_0_10", "sign.itch": "itch_0_10", "fever": "temperature_c"}
_WORKED_OUT = ("beyond", "rising", "rebound")
_NO = ("no", "none", "unknown")


@dataclass(frozen=True)
class Told:
    """A fact as it was told: its name, its value, the page that changes it and the place there."""

    name: str
    value: str
    page: str = ""
    place: str = ""


def told(answers: Answers, knowledge: Knowledge) -> list[Told]:
    """All that was told, in the order of the pages; then what no page asks for."""
    rows = [row for page in PUBLIC for row in _of_page(page, answers, knowledge)]
    asked = {key for page in PUBLIC for key in page.facts(knowledge)}
    for key, value in answers.items():
        if key not in asked and not key.startswith("product.") and key != EARLIER and value != "unknown":
            rows.append(_fact(key, value, knowledge))
    if EARLIER in answers:
        rows.append(Told("Earlier looks at the skin", str(len(answers[EARLIER])), WITHOUT_EARLIER))
    return rows


def change_at(key: str, answers: Answers, knowledge: Knowledge) -> Told | None:
    """Where to change a fact that made an answer; what was worked out is changed at what it was worked out from."""
    group, _, name = key.partition(".")
    if group == "exposure":
        return Told("", "", "products", "product-0-name")
    key = f"sign.{name}" if group in _WORKED_OUT else key
    counted = f"count.{key.removeprefix('sign.')}"
    key = next((other for other in (key, counted, _MEASURED.get(key, "")) if other in answers), key)
    page = asking(key, knowledge)
    return Told("", "", page.id, _place(page, key, knowledge)) if page else None


def _of_page(page: Page, answers: Answers, knowledge: Knowledge) -> list[Told]:
    rows = []
    for key in page.keys:
        if key in TILES:
            rows += _of_tiles(page, key, answers, knowledge)
        elif answers.get(key, "unknown") != "unknown":
            rows.append(_row(page, key, answers[key], knowledge))
    for at in range(ROWS if page.products else 0):
        name, label = (str(answers.get(f"product.{at}.{field}", "")) for field in ("name", "ingredients"))
        if name or label:
            rows.append(Told(f"Product {at + 1}", name or f"{label[:60]} …", page.id, f"product-{at}-name"))
    return rows


def _of_tiles(page: Page, tiles: str, answers: Answers, knowledge: Knowledge) -> list[Told]:
    held = [(key, answers[key]) for key in members(tiles, knowledge) if key in answers]
    rows = [_row(page, key, value, knowledge) for key, value in held if value not in _NO]
    absent = [name_of(key, knowledge) for key, value in held if value in ("no", "none")]
    return [*rows, *([Told("Not there", "; ".join(absent), page.id, id_of(tiles))] if absent else [])]


def _row(page: Page, key: str, value: str | list[str], knowledge: Knowledge) -> Told:
    return Told(_name(key, knowledge), _value(key, value, knowledge), page.id, _place(page, key, knowledge))


def _fact(key: str, value: str | list[str], knowledge: Knowledge) -> Told:
    page = asking(key, knowledge)
    return Told(_name(key, knowledge), _value(key, value, knowledge), page.id if page else "", id_of(key))


def _place(page: Page, key: str, knowledge: Knowledge) -> str:
    """The id on the page of what asks for a fact; a tile is reached through its group."""
    return next(
        (id_of(asked) for asked in page.keys if asked in TILES and key in members(asked, knowledge)), id_of(key)
    )


def _name(key: str, knowledge: Knowledge) -> str:
    return said(name_of(key, knowledge))


def _value(key: str, value: str | list[str], knowledge: Knowledge) -> str:
    if value == "there":
        return "There; how strong was not said"
    try:
        asked = question(key, knowledge)
    except KeyError:
        return value if isinstance(value, str) else ", ".join(value)
    words = {option.value: option.text for option in asked.options} | {"yes": "Yes", "no": "No"}
    values = [value] if isinstance(value, str) else value
    return ", ".join(words.get(text, text) for text in values) + (f" {asked.unit}" if asked.unit else "")


def around(answer: dict[str, Any], answers: Answers, knowledge: Knowledge) -> dict[str, Any]:
    """What stands around the answer: all that was told, and the form of the question to ask next."""
    first = next((row["fact"] for row in answer["questions"]), None)
    page = single(first, knowledge) if first else None
    return {
        "told": told(answers, knowledge),
        "not_graded": assumed_severe(answers, knowledge),
        "change_at": lambda key: change_at(key, answers, knowledge),
        "ask": form_for(page, knowledge) if page else None,
        "is_old": any(notice["kind"] == "stale" for notice in answer["notices"]),
    }
