"""A new patient, and the link that they get."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_POST

from needlecare.web import errors
from needlecare.web.clinic import consent, mail, presenters, selectors
from needlecare.web.clinic.forms import EnrolForm
from needlecare.web.clinic.views.entering import ClinicRequest, note_look, with_clinic
from needlecare.web.journal import actions
from needlecare.web.journal.presenters import handed
from needlecare.web.knowledge import shipped
from needlecare.web.links import opening
from needlecare.web.zones import zone_of


@require_http_methods(["GET", "HEAD", "POST"])
@with_clinic
def enrol(request: ClinicRequest) -> HttpResponse:
    """The form; filled in, the new patient's invitation. Sent twice, it is one patient."""
    given = request.POST if request.method == "POST" else None
    form = EnrolForm(given, knowledge=shipped(), templates=selectors.templates(request.clinic), today=request.today)
    if form.is_bound and form.is_valid():
        try:
            return _invited(request, actions.enrol(**_told(request, form), now=request.now))
        except ValidationError:  # made by no page of ours
            return errors.page(request, 400)
    page = {"clinic": request.clinic, "form": form, "errors": form.errors, "consent_words": consent.WORDS}
    return render(request, "clinic/enrol.jinja", page, status=422 if form.errors else 200)


@require_POST
@with_clinic
def invite(request: ClinicRequest, id: UUID) -> HttpResponse:  # noqa: A002
    """A new link for a patient, shown once; with `send`, it goes by e-mail too."""
    return _invited(request, get_object_or_404(request.clinic.patients, pk=id), send="send" in request.POST)


def _invited(request: ClinicRequest, patient: Any, send: bool = False) -> HttpResponse:
    note_look(request, patient, "your name and address, for a link")
    made = actions.invite(patient=patient, now=request.now)
    link = opening(made.token)
    until = made.expires_at.astimezone(zone_of(patient.time_zone))
    sent = mail.send_invitation(to=patient.email, link=link, until=until) if send and patient.email else None
    page = {"clinic": request.clinic, "record": patient, "handed": handed(link, made.code, until), "sent": sent}
    return render(request, "clinic/invitation.jinja", page)


def _told(request: ClinicRequest, form: EnrolForm) -> dict[str, Any]:
    chosen, procedure = form.chosen(), form.procedure()
    named = {name: form.cleaned_data[name] for name in ("sent_key", "shown_name", "email", "phone", "done_on")}
    return named | {
        "clinic": request.clinic,
        "by": request.user,
        "treatment_name": presenters.treatment_name(chosen.name if chosen else "", procedure, shipped()),
        "procedure": procedure,
        "protocol": chosen.protocol if chosen else None,
        "background": form.background(),
        "consent_words": consent.WORDS,
    }
