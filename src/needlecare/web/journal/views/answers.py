"""An answer as it was given, and one more fact told to it."""

import uuid
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from needlecare.web import errors
from needlecare.web.answers.left_open import Ask
from needlecare.web.answers.shown import shown
from needlecare.web.asking.forms import PageForm, form_for
from needlecare.web.asking.pages import Page
from needlecare.web.journal import actions, presenters, selectors
from needlecare.web.journal.forms import OneMoreForm
from needlecare.web.journal.views.record import RecordRequest, who_may, with_record

if TYPE_CHECKING:
    from needlecare.web.journal.models import CheckIn


@require_safe
@with_record
def answer(request: RecordRequest, id: uuid.UUID) -> HttpResponse:  # noqa: A002 - the address names it so
    """The stored answer, never worked out anew; with the next question while it is the latest one of today."""
    return _page(request, _stored(request, id))


@require_POST
@with_record
@who_may("check_in")
def tell(request: RecordRequest, id: uuid.UUID) -> HttpResponse:  # noqa: A002 - the address names it so
    """One more fact makes one more check-in of the same day, with all that was told before."""
    stored, sent = _stored(request, id), OneMoreForm(request.POST)
    ask, knowledge = _ask(request, stored), selectors.knowledge_of(request.treatment)
    if not sent.is_valid():
        return errors.page(request, 400)
    if ask is None or sent.cleaned_data["fact"] != ask.fact:
        return redirect("journal:today")  # told meanwhile, or on another day: the newest answer stands there
    form = form_for(_page_of(ask), knowledge, data=request.POST)
    if not form.is_valid() or not form.answers():
        return _page(request, stored, form)
    again = actions.record_check_in(
        treatment=request.treatment,
        sent_key=sent.cleaned_data["sent_key"],
        told=presenters.with_one_more(stored.told, form.answers(), knowledge),
        used=[product.pk for product in stored.used.all()],
        who=request.device.who,
        screens=1,
        now=request.now,
    )
    return redirect("journal:answer", again.pk)


def _stored(request: RecordRequest, id: uuid.UUID) -> "CheckIn":  # noqa: A002
    found = selectors.check_ins(request.treatment).filter(pk=id).first()
    if found is None:
        raise Http404
    return found


def _ask(request: RecordRequest, stored: "CheckIn") -> Ask | None:
    """The next question, while this is the latest answer and of today."""
    last = selectors.last_check_in(request.treatment)
    if last is None or last.pk != stored.pk or stored.day != request.day:
        return None
    return presenters.next_question(stored.assessment.answer, selectors.knowledge_of(request.treatment))


def _page_of(ask: Ask) -> Page:
    return Page("one", "", (ask.fact,))


def _page(request: RecordRequest, stored: "CheckIn", form: PageForm | None = None) -> HttpResponse:
    knowledge, given = selectors.knowledge_of(request.treatment), stored.assessment.answer
    ask, wrong = _ask(request, stored), form is not None
    page = {
        "check_in": stored,
        "shown": presenters.asking(shown(given, knowledge, presenters.contact(request.patient.clinic)), ask),
        "is_today": stored.day == request.day,
        "form": form or (form_for(_page_of(ask), knowledge) if ask else None),
        "errors": wrong,
        "sent_key": uuid.uuid4(),
    }
    return render(request, "journal/answer.jinja", page, status=422 if wrong else 200)
