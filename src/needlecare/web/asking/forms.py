"""One page as a Django form: nothing is required, and the case model itself says what is wrong."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from needlecare.core.case import Case
from needlecare.core.faults import CaseError
from needlecare.knowledge.model import Knowledge
from needlecare.web.asking.answers import LONGEST, without
from needlecare.web.asking.case import Answers, case_of, key_of
from needlecare.web.asking.faults import what_is_right
from needlecare.web.asking.fields import Many, Text
from needlecare.web.asking.keys import is_list
from needlecare.web.asking.options import UNKNOWN
from needlecare.web.asking.pages import Page
from needlecare.web.asking.products import FIELDS, ROWS
from needlecare.web.asking.questions import Question, id_of, name_of, said
from needlecare.web.asking.tiles import chosen, told

Fault = dict[str, str]


def form_for(
    page: Page, knowledge: Knowledge, data: QueryDict | None = None, initial: Answers | None = None
) -> "PageForm":
    """The form of a page: posted data to be judged, or the answers so far to be shown."""
    return PageForm(page, knowledge, data, initial or {})


def bound_to(page: Page, knowledge: Knowledge, answers: Answers) -> "PageForm":
    """The form of a page as if these answers had just been posted, so that it can show what is wrong with them."""
    data = QueryDict(mutable=True)
    shown = form_for(page, knowledge, initial=answers)
    for key in shown.fields:
        value = shown[key].value() or ""
        data.setlist(key, value if isinstance(value, list) else [value])
    return form_for(page, knowledge, data)


class PageForm(forms.Form):
    """A page of questions. The names of its fields are the keys of the facts; tiles are a list under their own key."""

    def __init__(self, page: Page, knowledge: Knowledge, data: QueryDict | None, initial: Answers) -> None:
        self.page, self.knowledge = page, knowledge
        self.questions = page.questions(knowledge)
        self._tiles = [question for question in self.questions if question.kind == "tiles"]
        picked = {question.key: chosen(question.key, initial, knowledge) for question in self._tiles}
        super().__init__(data, initial={**initial, **picked}, auto_id=False, use_required_attribute=False)
        for key in self._names():
            of_tiles = any(question.key == key for question in self._tiles)
            self.fields[key] = Many() if of_tiles or is_list(key) else Text(max_length=LONGEST)

    def shown(self) -> list[tuple[BoundField, Question]]:
        """Every question with its field, in the order of the page."""
        return [(self[question.key], question) for question in self.questions]

    def rows(self) -> list[dict[str, BoundField]]:
        """The fields of the rows for products."""
        rows = range(ROWS if self.page.products else 0)
        return [{field: self[f"product.{at}.{field}"] for field in FIELDS} for at in rows]

    def answers(self) -> dict[str, str | list[str]]:
        """What this page says, judged or not; a question that was left out is not among it."""
        found: dict[str, str | list[str]] = {key: value for key in self._plain_names() if (value := self._given(key))}
        for question in self._tiles:
            strong = {tile.value: str(self._given(tile.value) or "") for tile in question.options if tile.more}
            found |= told(question.key, self._given(question.key), strong, self.knowledge)
        return found

    def merged(self, before: Answers) -> dict[str, str | list[str]]:
        """The answers so far, with this page's in the place of what it asks for."""
        return without(before, self.decides()) | self.answers()

    def decides(self) -> set[str]:
        """The keys that are for this page alone to say."""
        return {*self.fields, *self.page.facts(self.knowledge)}

    def clean(self) -> dict[str, Any]:
        """Lets the case model judge what this page says."""
        answers = self.answers()
        try:
            Case.read(case_of(answers, self.knowledge))
        except CaseError as error:
            self.take(error, answers)
        return self.cleaned_data

    def take(self, error: CaseError, answers: Answers) -> bool:
        """Puts the faults of a case at the fields that they speak of; whether any was for this page."""
        taken = False
        for fault in error.faults:
            key = key_of(fault.path, answers)
            if key in self.fields and not self.has_error(key):
                self.add_error(key, what_is_right(key, fault))
                taken = True
        return taken

    def summary(self) -> list[Fault]:
        """The faults, each with the name and a link to its field, in the order of the page."""
        return [
            {
                "text": f"{said(name_of(key, self.knowledge))}: {str(text)[:1].lower()}{str(text)[1:]}",
                "href": f"#{id_of(key)}",
            }
            for key in self.fields
            for text in self.errors.get(key, ())
        ]

    def _names(self) -> list[str]:
        tiles = [[question.key, *(tile.value for tile in question.options if tile.more)] for question in self._tiles]
        return [*self._plain_names(), *(key for keys in tiles for key in keys)]

    def _plain_names(self) -> list[str]:
        rows = range(ROWS if self.page.products else 0)
        products = [f"product.{at}.{field}" for at in rows for field in FIELDS]
        return [question.key for question in self.questions if question.kind != "tiles"] + products

    def _given(self, key: str) -> Any:
        """The value of a field; "don't know" beside others, as a button sends it, means that alone."""
        value = self[key].value() or ([] if isinstance(self.fields[key], Many) else "")
        return UNKNOWN.value if isinstance(value, list) and UNKNOWN.value in value else value
