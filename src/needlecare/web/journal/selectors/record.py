"""The parts of a record, each from the patient or a treatment of theirs."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from needlecare.web.journal.models import CheckIn, Device, Look, Message, Patient, ShelfProduct, Treatment
from needlecare.web.zones import local_day


def current_treatment(patient: Patient) -> Treatment:
    """The latest one, with its protocol. Raises Treatment.DoesNotExist; every patient is enrolled with one."""
    found = patient.treatments.select_related("protocol").first()
    if found is None:
        raise Treatment.DoesNotExist
    found.patient = patient
    return found


def local_date(patient: Patient, now: datetime) -> date:
    """The date that it is where the patient is."""
    return local_day(patient.time_zone, now)


def check_ins(treatment: Treatment) -> QuerySet[CheckIn]:
    """All of a treatment with their assessments, the first one first."""
    return treatment.check_ins.select_related("assessment")


def last_check_in(treatment: Treatment) -> CheckIn | None:
    """The latest of a treatment, with its assessment."""
    return check_ins(treatment).last()


def sent_before(treatment: Treatment, sent_key: UUID) -> CheckIn | None:
    """The check-in that was stored under this key."""
    return treatment.check_ins.filter(sent_key=sent_key).first()


def shelf(patient: Patient) -> QuerySet[ShelfProduct]:
    """What is on the shelf, by name."""
    return patient.products.filter(removed_at=None)


def messages(patient: Patient) -> QuerySet[Message]:
    """All of both sides with who wrote them, the first one first."""
    return patient.messages.select_related("author")


def looks(patient: Patient) -> QuerySet[Look]:
    """Who looked at the record, the latest first."""
    return patient.looks.all()


def devices(patient: Patient) -> QuerySet[Device]:
    """The browsers that were admitted, the latest first, those that were ended among them."""
    return patient.devices.order_by("-made_at", "-id")
