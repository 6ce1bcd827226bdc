"""Opening a record by the clinic's invitation: a link with its token behind the #, or a short code typed by hand."""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from needlecare.web.journal import actions, presenters
from needlecare.web.journal.cookie import keep_secret
from needlecare.web.journal.forms import OpenForm


@require_http_methods(["GET", "HEAD", "POST"])
def open_record(request: HttpRequest) -> HttpResponse:
    """Asks for the code; the page's script sends the token of a link by itself. No address ever holds either."""
    form = OpenForm(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        status = 422 if form.errors else 200
        return render(request, "journal/open.jinja", {"form": form, "errors": form.errors}, status=status)
    now, sent = timezone.now(), form.cleaned_data
    try:
        address = get_adapter(request).get_client_ip(request)  # behind a proxy, too
        admitted = actions.accept(token=sent["token"], code=sent["code"], address=address, now=now)
    except actions.NotAdmitted as refused:
        return _refused(request, refused.reason)
    if (before := getattr(request, "device", None)) is not None:  # its secret is replaced, so nobody could end it
        actions.end_device(patient=before.patient, device_id=before.pk, now=now)
    response = redirect("journal:today")
    keep_secret(response, admitted.device, admitted.secret, now)
    return response


def _refused(request: HttpRequest, reason: str) -> HttpResponse:
    if reason == "used" and getattr(request, "patient", None) is not None:
        return redirect("journal:today")  # their own link, opened a second time
    said = presenters.REFUSED[reason]
    again = reason in ("unknown", "too_many")
    return render(request, "journal/refused.jinja", {"said": said, "again": again}, status=said.status)
