"""A patient leaves: everything is erased."""

from datetime import datetime

from django.db import transaction

from needlecare.web.journal.models import Departure, Patient
from needlecare.web.zones import local_day


def erase(*, patient: Patient, now: datetime) -> None:
    """Deletes the patient and all that hangs on them, reminders that wait included; the clinic keeps that one left.

    The locks let a check-in that is being stored either be stored and erased, or not be stored. Twice is as once.
    """
    clinic = patient.clinic
    with transaction.atomic():
        found = Patient.objects.select_for_update().filter(pk=patient.pk).first()
        if found is None:
            return
        list(found.treatments.select_for_update().values_list("pk"))
        found.delete()
        Departure.objects.create(clinic=clinic, on=local_day(clinic.time_zone, now))
