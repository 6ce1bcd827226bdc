"""Pages as a person meets them: what a form would send, what stands where."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.http import HttpResponse


@dataclass
class Form:
    """A form on a page: where it goes, and what it holds as it is."""

    action: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)

    def filled(self, **more: str | list[str] | None) -> dict[str, list[str]]:
        """What it sends with these answers; `sign__itch="mild"` stands for `sign.itch`, None takes an answer away."""
        data = dict(self.fields)
        for name, value in more.items():
            key = name.replace("__", ".")
            data[key] = [] if value is None else [value] if isinstance(value, str) else value
        return data


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._form: Form | None = None
        self._textarea = ""
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = {key: value or "" for key, value in attrs}
        if tag == "form":
            self._form = Form(got.get("action", ""))
            self.forms.append(self._form)
        if self._form is None or (tag != "option" and not got.get("name")):
            return
        name, value = got.get("name", ""), got.get("value", "on")
        if tag == "textarea":
            self._textarea = name
            self._form.fields[name] = [""]
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in got:
            self._form.fields[self._select] = [value]
        elif tag == "input" and got.get("type") in ("radio", "checkbox"):
            self._form.options.setdefault(name, []).append(value)
            if "checked" in got:
                self._form.fields.setdefault(name, []).append(value)
        elif tag == "input":
            self._form.fields.setdefault(name, []).append(got.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._form is not None and self._textarea:
            self._form.fields[self._textarea] = [self._form.fields[self._textarea][0] + data.removeprefix("\n")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._textarea = ""
        elif tag == "form":
            self._form = None


def forms(response: HttpResponse) -> list[Form]:
    """All forms of a page."""
    reader = _Reader()
    reader.feed(response.content.decode())
    return reader.forms


def form(response: HttpResponse, action: str = "") -> Form:
    """The first form of a page, or the one that goes to an address."""
    return next(found for found in forms(response) if not action or found.action == action)


def text(response: HttpResponse) -> str:
    """The words of a page's main part, without its tags."""
    main = re.search(r"<main.*?</main>", response.content.decode(), re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", main[0] if main else "").split())


def title(response: HttpResponse) -> str:
    """The title of a page."""
    found = re.search(r"<title>(.*?)</title>", response.content.decode(), re.DOTALL)
    return found[1].strip() if found else ""
