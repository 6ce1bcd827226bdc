"""Plain answers as they are stored, and a page that shows all of one."""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from html.parser import HTMLParser
from typing import Any

from django.template import engines

from needlecare.core.assess import assess
from needlecare.core.case import Case
from needlecare.export.json import to_json
from needlecare.knowledge.model import Knowledge
from needlecare.web.answers.card import ClinicContact
from needlecare.web.answers.course import drawn
from needlecare.web.answers.marks import marks_of
from needlecare.web.answers.shown import Shown, shown
from tests.support.cases import TODAY, case_data
from tests.support.knowledge import SHIPPED

Data = dict[str, Any]
CLINIC = ClinicContact("Rose Lane Clinic", "+44 1632 960 123", "9:00 to 18:00", "call NHS 111", emergency="999")
RICH = case_data(
    day=9,
    patient={"fitzpatrick": "V", "history": {"acne": "yes"}},
    procedure={"device": "pen", "needle_depth_mm": 1.5},
    earlier=({"day": 1, "signs": {"redness": "severe"}}, {"day": 4, "signs": {"redness": "mild", "itch": "mild"}}),
    products=(
        {"name": "Night cream", "ingredients": "Aqua, Glycerin, Glycolic Acid, Parfum", "used_on_days": [4, 6]},
        {"name": "Balm"},
    ),
    signs={"redness": "moderate", "pimples": "moderate"},
    pain_0_10=2,
)
"""Somebody of whom every part of an answer has something to say."""

_PAGE = """
{% from "answers/parts.jinja" import card, notices, because, not_ruled_out, plan_today, course, causes, products,
   plan_days, safety_net, sources, review %}
{{ card(shown) }}{{ notices(shown) }}{{ because(shown) }}{{ not_ruled_out(shown) }}{{ plan_today(shown) }}
{{ course(shown, chart, switch) }}{{ causes(shown) }}{{ products(shown) }}{{ plan_days(shown) }}
{{ safety_net(shown) }}{{ sources(shown) }}{{ review(shown) }}
"""


def plain(data: Data, today: date = TODAY, knowledge: Knowledge = SHIPPED) -> Data:
    """The answer to a case, as it is stored."""
    found: Data = json.loads(to_json(assess(Case.read(data), knowledge, today)))
    return found


def an_answer(day: int | None = 3, **parts: Any) -> Data:
    """The stored answer to `a_case(day=3, …)`."""
    return plain(case_data(day, **parts))


def an_old_answer(**parts: Any) -> Data:
    """A stored answer with some of its parts in other words: `an_old_answer(disposition={"headline": "…"})`."""
    answer = deepcopy(plain(RICH))
    for key, changes in parts.items():
        answer[key] = {**answer[key], **changes} if isinstance(changes, dict) else changes
    return answer


def page_of(answer: Data, case: Data | None = None, clinic: ClinicContact | None = None) -> str:
    """Everything that a page can show of an answer."""
    return rendered(shown(answer, SHIPPED, clinic), answer, case or {})


def rendered(found: Shown, answer: Data, case: Data) -> str:
    """All parts of what is shown, with the chart."""
    chart, switch = drawn(answer, None, marks_of(case))
    template = engines.all()[0].from_string(_PAGE)
    return str(template.render({"shown": found, "chart": chart, "switch": switch}))


class Elements(HTMLParser):
    """The elements of a page in order, as (tag, attributes), and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def ids(self) -> list[str]:
        """Every id, in order."""
        return [attrs["id"] or "" for _, attrs in self.found if "id" in attrs]

    def headings(self) -> list[int]:
        """The levels of the headings, in order."""
        return [int(tag[1]) for tag, _ in self.found if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()]

    @property
    def text(self) -> str:
        """All words, with single blanks."""
        return " ".join(" ".join(self.words).split())


def without_one_key(answer: Data) -> Iterator[tuple[str, Data]]:
    """The answer without one of its keys, once for each kind of place (of a list only its first entry)."""
    for path in _paths(answer):
        less = deepcopy(answer)
        holder: Any = less
        for step in path[:-1]:
            holder = holder[step]
        del holder[path[-1]]
        yield ".".join(map(str, path)), less


def _paths(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict):
        keys = list(value)[:1] if before in (("sources",), ("plan", "items")) else list(value)
        for key in keys:
            yield (*before, key)
            yield from _paths(value[key], (*before, key))
    elif isinstance(value, list) and value:
        yield from _paths(value[0], (*before, 0))
