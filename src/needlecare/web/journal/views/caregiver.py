"""A link for somebody who helps the patient."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from needlecare.web.journal import actions, presenters, selectors
from needlecare.web.journal.views.record import RecordRequest, who_may, with_record
from needlecare.web.links import opening


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
@who_may("invite")
def caregiver(request: RecordRequest) -> HttpResponse:
    """Who helps now; a new link is shown once, by POST, and is in no address."""
    page: dict[str, Any] = {
        "helping": [
            device for device in selectors.devices(request.patient) if device.who == "caregiver" and not device.ended_at
        ]
    }
    if request.method == "POST":
        made = actions.invite(patient=request.patient, who="caregiver", now=request.now)
        page["handed"] = presenters.handed(opening(made.token), made.code, made.expires_at)
    return render(request, "journal/caregiver.jinja", page)
