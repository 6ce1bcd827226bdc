"""The way into every page of a clinic: who is signed in, for which clinic, and what time it is."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from needlecare.web import errors
from needlecare.web.accounts import selectors
from needlecare.web.journal import actions
from needlecare.web.zones import local_day

if TYPE_CHECKING:
    from needlecare.web.accounts.models import Clinic, User
    from needlecare.web.journal.models import Patient

P = ParamSpec("P")
_CHOSEN = "clinic"


class ClinicRequest(HttpRequest):
    """A request by somebody who works for a clinic, with the moment it came and the date there."""

    user: "User"
    clinic: "Clinic"
    clinics: "list[Clinic]"
    now: datetime
    today: date


ClinicView = Callable[Concatenate[ClinicRequest, P], HttpResponse]


def with_clinic(view: "ClinicView[P]") -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """The view with the clinic of whoever is signed in; somebody who works for several chooses one first."""

    @login_required
    @wraps(view)
    def entered(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        asked = cast(ClinicRequest, request)
        asked.clinics = selectors.clinics_of(asked.user)
        if not asked.clinics:
            text = "Your account belongs to no clinic. Ask whoever looks after the accounts to add you to yours."
            return errors.page(request, 403, "You have no clinic yet", text)
        chosen = [each for each in asked.clinics if str(each.pk) == request.session.get(_CHOSEN)]
        if not chosen and len(asked.clinics) > 1:
            return redirect("clinic:choose")
        asked.clinic = (chosen or asked.clinics)[0]
        asked.now = timezone.now()
        asked.today = local_day(asked.clinic.time_zone, asked.now)
        try:
            return view(asked, *args, **kwargs)
        except ObjectDoesNotExist:  # the patient has left meanwhile
            raise Http404 from None

    return cast(Callable[Concatenate[HttpRequest, P], HttpResponse], entered)


def note_look(request: ClinicRequest, record: "Patient", what: str) -> None:
    """Writes down, where the patient reads it, who is about to be shown what of their record."""
    by = f"{request.user} ({request.clinic})"[:160]
    actions.note_look(patient=record, by=by, user=request.user, what=what, now=request.now)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def choose(request: HttpRequest) -> HttpResponse:
    """For which of their clinics somebody works now."""
    clinics = selectors.clinics_of(cast("User", request.user))
    wanted = request.POST.get("clinic", "")
    if request.method == "POST" and wanted in {str(each.pk) for each in clinics}:
        request.session[_CHOSEN] = wanted
        return redirect("clinic:patients")
    return render(request, "clinic/choose.jinja", {"clinics": clinics})
