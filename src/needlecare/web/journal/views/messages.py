"""Words between patient and clinic, and how to call."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from needlecare.web.journal import actions, presenters, selectors
from needlecare.web.journal.forms import MessageForm
from needlecare.web.journal.views.record import RecordRequest, who_may, with_record


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
@who_may("message")
def messages(request: RecordRequest) -> HttpResponse:
    """What was written, newest first; what is shown counts as read. Sent twice, a message stands there once."""
    form = MessageForm(request.POST) if request.method == "POST" else MessageForm.fresh()
    if form.is_bound and form.is_valid():
        actions.send_message(patient=request.patient, **form.cleaned_data, who=request.device.who, now=request.now)
        return redirect("journal:messages")
    page = {"messages": list(selectors.messages(request.patient)), "form": form, "errors": form.errors}
    actions.mark_read(patient=request.patient, by_clinic=False, now=request.now)
    return render(request, "journal/messages.jinja", page, status=422 if form.errors else 200)


@require_safe
@with_record
def call(request: RecordRequest) -> HttpResponse:
    """How to reach the clinic, and what to do when it is closed."""
    emergency = selectors.knowledge_of(request.treatment).levels["emergency"].do
    page = {"contact": presenters.contact(request.patient.clinic), "emergency": emergency}
    return render(request, "journal/call.jinja", page)
