"""Who has looked at the record."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from needlecare.web.journal import selectors
from needlecare.web.journal.views.record import RecordRequest, who_may, with_record


@require_safe
@with_record
@who_may("looks")
def looks(request: RecordRequest) -> HttpResponse:
    """Who looked, when, at what."""
    return render(request, "journal/looks.jinja", {"looks": selectors.looks(request.patient)})
