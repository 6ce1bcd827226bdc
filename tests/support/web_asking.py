"""A person who fills in pages of questions: what a page holds, and how somebody with these answers sends it."""

from html.parser import HTMLParser
from typing import Any

from django.http import QueryDict
from django.test import Client

from needlecare.web.asking.forms import bound_to
from needlecare.web.asking.pages import PUBLIC, Page
from tests.support.knowledge import SHIPPED

Sent = dict[str, Any]


class Seen(HTMLParser):
    """A page as its reader gets it: inputs, ids, headings, and all of its text."""

    def __init__(self, response: Any) -> None:
        super().__init__()
        self.hidden: dict[str, list[str]] = {}  # of the first form
        self.carried: dict[str, list[str]] = {}  # of the last
        self.checked: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.classes: set[str] = set()
        self.headings: list[str] = []
        self.links: list[str] = []
        self.inputs: list[str] = []  # the ids of all that can be filled in
        self.labelled: list[str] = []  # the ids that labels name
        self._in_heading = False
        self._form = 0
        self.feed(response.content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self.ids += [held["id"]] if "id" in held else []
        self.classes.update(held.get("class", "").split())
        if tag == "form":
            self._form += 1
            self.carried = {}
        if tag == "input" and held.get("type") == "hidden":
            for state in (self.hidden, self.carried) if self._form == 1 else (self.carried,):
                state.setdefault(held["name"], []).append(held["value"])
        if tag == "textarea" or (tag == "input" and held.get("type") != "hidden"):
            self.inputs.append(held["id"])
        if tag == "label":
            self.labelled.append(held["for"])
        if tag == "input" and "checked" in held:
            self.checked.append((held["name"], held["value"]))
        if tag == "a":
            self.links.append(held.get("href", ""))
        if tag == "h1":
            self._in_heading = True
            self.headings.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "h1":
            self._in_heading = False

    def handle_data(self, data: str) -> None:
        if self._in_heading:
            self.headings[-1] += data


def filled(page: Page, answers: Sent) -> Sent:
    """What the inputs of a page hold once somebody with these answers has filled it in."""
    data: QueryDict = bound_to(page, SHIPPED, answers).data
    return {key: data.getlist(key) for key in data}


def walked(client: Client, answers: Sent) -> Any:
    """The last response to somebody who fills in every page and goes on with its main button."""
    response = client.get("/check")
    for page in PUBLIC:
        seen = Seen(response)
        if seen.hidden.get("page") != [page.id]:
            break  # an emergency needs no more questions
        last = page is PUBLIC[-1]
        sent = {**seen.hidden, **filled(page, answers)}
        response = client.post("/check/result" if last else "/check", sent if last else {**sent, "go": "next"})
    return response


def shown_with(response: Any) -> dict[str, Any]:
    """What the template of a response was given (see tests/web/public/conftest.py)."""
    context: dict[str, Any] = response.shown_with
    return context
