"""Who has looked at a record."""

from datetime import datetime

from django.db import transaction

from needlecare.web.accounts.models import User
from needlecare.web.journal.actions.checked import checked
from needlecare.web.journal.models import Look, Patient


def note_look(*, patient: Patient, by: str, user: User | None = None, what: str, now: datetime) -> Look:
    """Somebody (`by`, as the patient reads it) looked at something (`what`).

    Raises ValidationError, and Patient.DoesNotExist where the patient has just left.
    """
    look = checked(Look(patient=patient, by=by, user=user, what=what, at=now))
    with transaction.atomic():
        Patient.objects.select_for_update().get(pk=patient.pk)
        look.save(force_insert=True)
    return look
