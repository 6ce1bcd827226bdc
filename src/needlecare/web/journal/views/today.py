"""The first page of a record: where healing stands, what to do today, one big check-in."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from needlecare.web.answers.shown import shown
from needlecare.web.journal import actions, last_time, presenters, selectors
from needlecare.web.journal.forms import HowForm
from needlecare.web.journal.views.record import RecordRequest, with_record

HOW = "how it went"


@require_safe
@with_record
def today(request: RecordRequest) -> HttpResponse:
    """Today: the latest answer if there is one of today, else the check-in first; then the plan."""
    return _page(request, HowForm())


@require_POST
@with_record
def how_it_went(request: RecordRequest) -> HttpResponse:
    """The answer to the one question of the last day, as a message to the clinic; asked once."""
    form = HowForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    actions.send_message(
        patient=request.patient,
        sent_key=presenters.key_of(request.treatment.pk, HOW),
        text=form.said(),
        who=request.device.who,
        now=request.now,
    )
    return redirect("journal:today")


def _page(request: RecordRequest, form: HowForm) -> HttpResponse:
    treatment, messages = request.treatment, list(selectors.messages(request.patient))
    knowledge, last = selectors.knowledge_of(treatment), selectors.last_check_in(treatment)
    told_today = last is not None and last.day == request.day
    answer = last.assessment.answer if last and told_today else selectors.assessed(treatment, request.today)
    page = {
        "stage": presenters.stage(request.day, knowledge),
        "shown": shown(answer, knowledge, presenters.contact(request.patient.clinic)),
        "usual": presenters.usual(answer),
        "last": last,
        "told_today": told_today,
        "still": presenters.still_stands(last),
        "same": last and last_time.may_be_same(last.told, last.day, last.assessment.level, request.day, knowledge),
        "new": presenters.new_ones(messages),
        "key": uuid.uuid4(),  # in the address of the check-in: whoever comes back to it there sends the same one again
        "form": form,
        "errors": form.errors,
        "was_asked": any(message.sent_key == presenters.key_of(treatment.pk, HOW) for message in messages),
    }
    return render(request, "journal/today.jinja", page, status=422 if form.errors else 200)
