"""The way into every page of a record: who opens it, and what time it is there."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, cast
from zoneinfo import ZoneInfo

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from needlecare.core.faults import CaseError
from needlecare.web import errors
from needlecare.web.journal import selectors
from needlecare.web.journal.actions import NotToday
from needlecare.web.journal.rights import What, may
from needlecare.web.journal.telling import UntoldError
from needlecare.web.zones import zone_of

if TYPE_CHECKING:
    from needlecare.web.journal.models import Device, Patient, Treatment

P = ParamSpec("P")


class RecordRequest(HttpRequest):
    """A request that opened a record, with the moment it came, and the zone, date and day where the patient is."""

    patient: "Patient"
    device: "Device"
    treatment: "Treatment"
    now: datetime
    zone: ZoneInfo
    today: date
    day: int


RecordView = Callable[Concatenate[RecordRequest, P], HttpResponse]


def with_record(view: "RecordView[P]") -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """The view for those whose device opens a record; for all others a page that says how to get in."""

    @wraps(view)
    def entered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if getattr(request, "patient", None) is None:
            return shut(request)
        asked = cast(RecordRequest, request)
        asked.now, asked.zone = timezone.now(), zone_of(asked.patient.time_zone)
        try:
            asked.treatment = selectors.current_treatment(asked.patient)
            asked.today = selectors.local_date(asked.patient, asked.now)
            asked.day = asked.treatment.day(asked.today)
            return view(asked, *args, **kwargs)
        except ObjectDoesNotExist:  # of another record, or gone
            raise Http404 from None
        except NotToday:
            return redirect("journal:today")
        except (CaseError, UntoldError):  # made by no page of ours
            return errors.page(request, 400)

    return entered


def who_may(what: What) -> Callable[["RecordView[P]"], "RecordView[P]"]:
    """The view for those who may do this with the record; for a caregiver who may not, a page that says so."""

    def kept(view: "RecordView[P]") -> "RecordView[P]":
        @wraps(view)
        def allowed(request: RecordRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not may(request.device.who, what):
                text = "You opened this record to help. The patient can do it on their own phone."
                return errors.page(request, 403, "Only the patient can do this", text)
            return view(request, *args, **kwargs)

        return allowed

    return kept


def shut(request: HttpRequest, template: str = "journal/shut.jinja", **more: Any) -> HttpResponse:
    """The page for a browser that opens no record: how to get in."""
    return render(request, template, more, status=403)
