"""The way through the pages of "Is this normal?": what was posted, and which page comes next."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import QueryDict

from needlecare.core.faults import CaseError
from needlecare.knowledge.model import Knowledge
from needlecare.web.asking.answers import answers_in, without
from needlecare.web.asking.case import Answers, key_of
from needlecare.web.asking.forms import PageForm, bound_to, form_for
from needlecare.web.asking.keys import EARLIER
from needlecare.web.asking.pages import PUBLIC, Page, page_of, single
from needlecare.web.public.check_state import looked_at, once_more
from needlecare.web.public.today import today_for

RESULT = "result"
AGAIN = "again"  # a new look at the skin; what was told becomes an earlier one
WITHOUT_EARLIER = "without_earlier"
_ON, _BACK = "next", "back"


@dataclass(frozen=True)
class Posted:
    """The answers with those of the posted page in their place, which day it is for them, the form of that page, and
    where to go."""

    answers: dict[str, str | list[str]]
    today: date
    form: PageForm | None
    go: str

    @property
    def wrong(self) -> bool:
        """Whether the page must be looked at again before going on."""
        return self.go in (_ON, RESULT) and self.form is not None and not self.form.is_valid()


def posted(data: QueryDict, knowledge: Knowledge, now: datetime, go: str = "") -> Posted:
    """What came with a post; `go` overrides where its button leads."""
    answers, today, go = answers_in(data, knowledge), today_for(data, now), go or data.get("go", _ON)
    page = page_named(data.get("page", ""), knowledge)
    form = form_for(page, knowledge, data) if page else None
    if form is not None:
        answers = looked_at(form.merged(answers), today)
    if go == AGAIN:
        answers = once_more(answers, knowledge)
    if go == WITHOUT_EARLIER:
        answers, go = without(answers, [EARLIER]), RESULT
    return Posted(answers, today, form, go)


def page_named(name: str, knowledge: Knowledge) -> Page | None:
    """A page by its id; `fact:sign.itch` is a page for that fact alone."""
    kind, _, key = name.partition(":")
    if kind == "fact" and key:
        return single(key, knowledge)
    return next((page for page in PUBLIC if page.id == name), None)


def destination(came: Posted, knowledge: Knowledge) -> Page | None:
    """The page to show next; None for the result."""
    if came.go in (_ON, _BACK) and came.form is not None and came.form.page in PUBLIC:
        at = PUBLIC.index(came.form.page) + (1 if came.go == _ON else -1)
        return PUBLIC[max(at, 0)] if at < len(PUBLIC) else None
    if came.go == RESULT or came.form is not None:
        return page_named(came.go, knowledge)
    return page_named(came.go, knowledge) or PUBLIC[0]


def at_fault(error: CaseError, answers: Answers, knowledge: Knowledge) -> PageForm | None:
    """The page with the first answer that cannot be, with its faults; None where no page asks for it."""
    for fault in error.faults:
        key = key_of(fault.path, answers)
        page = asking(key, knowledge) if key and key != EARLIER else None
        if page is not None:
            form = bound_to(page, knowledge, answers)
            form.is_valid()
            form.take(error, answers)
            return form
    return None


def asking(key: str, knowledge: Knowledge) -> Page | None:
    """The page that asks for a fact, or else one for it alone."""
    return page_of(key, PUBLIC, knowledge) or single(key, knowledge)
