"""A patient's record as their clinic sees it. Each opening is noted where the patient reads it."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from needlecare.web.answers.shown import shown
from needlecare.web.clinic import presenters, selectors
from needlecare.web.clinic.views.entering import ClinicRequest, note_look, with_clinic
from needlecare.web.journal import actions
from needlecare.web.journal import selectors as journal
from needlecare.web.journal.forms import MessageForm
from needlecare.web.knowledge import shipped
from needlecare.web.zones import local_day, zone_of


@require_GET
@with_clinic
def patient(request: ClinicRequest, id: uuid.UUID) -> HttpResponse:  # noqa: A002
    """The record in short; the patient's messages count as read from now on."""
    record = get_object_or_404(selectors.records(request.clinic, request.now), pk=id)
    page = _page(request, record, MessageForm(initial={"sent_key": uuid.uuid4()}))
    note_look(request, record, "your record")
    if any(not message.from_clinic and message.read_at is None for message in page["messages"]):
        actions.mark_read(patient=record, by_clinic=True, now=request.now)
    return render(request, "clinic/patient.jinja", page)


@require_POST
@with_clinic
def reply(request: ClinicRequest, id: uuid.UUID) -> HttpResponse:  # noqa: A002
    """A message to the patient; sent twice, it stands there once."""
    record = get_object_or_404(selectors.records(request.clinic, request.now), pk=id)
    form = MessageForm(request.POST)
    if form.is_valid():
        actions.reply(patient=record, **form.cleaned_data, by=request.user, now=request.now)
        return redirect("clinic:patient", id=record.pk)
    note_look(request, record, "your record")
    return render(request, "clinic/patient.jinja", _page(request, record, form), status=422)


@require_GET
@with_clinic
def plan(request: ClinicRequest, id: uuid.UUID) -> HttpResponse:  # noqa: A002
    """All days of the patient's plan, as the patient has it."""
    record = get_object_or_404(request.clinic.patients, pk=id)
    treatment = journal.current_treatment(record)
    today = local_day(record.time_zone, request.now)
    answer = shown(journal.assessed(treatment, today), journal.knowledge_of(treatment)) if treatment else None
    note_look(request, record, "your plan")
    return render(request, "clinic/plan.jinja", {"clinic": request.clinic, "record": record, "shown": answer})


def _page(request: ClinicRequest, record: Any, form: MessageForm) -> dict[str, Any]:
    courses = [presenters.course(each, shipped(), record.time_zone) for each in selectors.treatments(record)]
    today = local_day(record.time_zone, request.now)
    return {
        "clinic": request.clinic,
        "record": record,
        "courses": courses,
        "day": presenters.day_says((today - courses[0].done_on).days) if courses else "",
        "messages": list(journal.messages(record)),
        "zone": zone_of(record.time_zone),
        "form": form,
        "errors": form.errors,
    }
