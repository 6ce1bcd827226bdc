"""The one reminder a day: whether, when, where."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from needlecare.web.journal import actions
from needlecare.web.journal.forms import RemindersForm
from needlecare.web.journal.views.record import RecordRequest, who_may, with_record


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
@who_may("reminders")
def reminders(request: RecordRequest) -> HttpResponse:
    """The settings as they are; saved, the page says so."""
    form = RemindersForm(request.POST) if request.method == "POST" else RemindersForm.of(request.patient)
    saved = form.is_bound and form.is_valid()
    if saved:
        actions.set_reminders(patient=request.patient, **form.cleaned_data, now=request.now)
    page = {"form": form, "errors": form.errors, "saved": saved}
    return render(request, "journal/reminders.jinja", page, status=422 if form.errors else 200)
