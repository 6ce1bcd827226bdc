"""What a clinic reads of its own patients. Everything begins at the clinic."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery

from needlecare.web.accounts.models import Clinic, Protocol
from needlecare.web.clinic.models import TreatmentTemplate
from needlecare.web.journal.models import CheckIn, Patient, Treatment

A_PAGE = 50


def patients(clinic: Clinic, name: str = "") -> "QuerySet[Patient]":
    """The clinic's patients, the newest treatment first, each with what its line in a list says.

    Added are `treatment_name`, `done_on`, `checked_in_at`, `level` (of the last answer) and `unread`.
    """
    newest = Treatment.objects.filter(patient=OuterRef("pk")).order_by("-done_on", "-id")
    last = CheckIn.objects.filter(treatment__patient=OuterRef("pk")).order_by("-made_at", "-id")
    found = clinic.patients.filter(shown_name__icontains=name) if name else clinic.patients.all()
    return found.annotate(
        treatment_name=Subquery(newest.values("name")[:1]),
        done_on=Subquery(newest.values("done_on")[:1]),
        checked_in_at=Subquery(last.values("made_at")[:1]),
        level=Subquery(last.values("assessment__level")[:1]),
        unread=Count("messages", filter=Q(messages__from_clinic=False, messages__read_at=None)),
    ).order_by("-done_on", "-enrolled_at", "id")


def records(clinic: Clinic, now: datetime) -> "QuerySet[Patient]":
    """The clinic's patients, each with how many devices open the record now (`devices_open`)."""
    opens = Q(devices__ended_at=None, devices__expires_at__gt=now)
    return clinic.patients.annotate(devices_open=Count("devices", filter=opens))


def treatments(patient: Patient) -> "Iterable[Treatment]":
    """The patient's treatments, newest first, with their check-ins and the answers to these."""
    answered = CheckIn.objects.select_related("assessment")
    return patient.treatments.prefetch_related(Prefetch("check_ins", queryset=answered))


def templates(clinic: Clinic) -> list[TreatmentTemplate]:
    """The clinic's templates by name."""
    return list(clinic.templates.select_related("protocol"))


def protocols(clinic: Clinic) -> "list[tuple[int, str]]":
    """The clinic's protocols, newest first, as choices."""
    made: Iterable[Protocol] = clinic.protocols.order_by("-made_at")
    return [(each.pk, f"Version {each.version}") for each in made]


def initial(template: TreatmentTemplate) -> dict[str, Any]:
    """A template as a form begins with it."""
    return {"name": template.name, "protocol": template.protocol_id, **template.procedure}
