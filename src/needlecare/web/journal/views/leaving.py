"""Taking everything along, and leaving."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from needlecare.web.journal import actions, selectors
from needlecare.web.journal.cookie import forget_secret
from needlecare.web.journal.forms import LeaveForm
from needlecare.web.journal.views.record import RecordRequest, who_may, with_record


@require_POST
@with_record
@who_may("download")
def download(request: RecordRequest) -> HttpResponse:
    """Everything that is kept of the patient, as one file."""
    response = JsonResponse(selectors.everything(request.patient), json_dumps_params={"indent": 2})
    response["Content-Disposition"] = f'attachment; filename="my-record-{request.today}.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
@who_may("leave")
def leave(request: RecordRequest) -> HttpResponse:
    """Says what leaving does; with the tick, everything is erased and the browser forgets its secret."""
    form = LeaveForm(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        status = 422 if form.errors else 200
        return render(request, "journal/leave.jinja", {"form": form, "errors": form.errors}, status=status)
    actions.erase(patient=request.patient, now=request.now)
    response = redirect("journal:goodbye")
    forget_secret(response)
    return response


@require_safe
def goodbye(request: HttpRequest) -> HttpResponse:
    """What is left, for those who left."""
    return render(request, "journal/goodbye.jinja")
