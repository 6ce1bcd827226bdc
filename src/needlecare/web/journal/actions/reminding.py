"""When and whether a patient wants to be reminded."""

from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.db import transaction

from needlecare.web.journal.actions.checked import checked
from needlecare.web.journal.models import Patient
from needlecare.web.journal.reminder_times import is_quiet
from needlecare.web.zones import zone_of


def set_reminders(
    *,
    patient: Patient,
    on: bool,
    at: time,
    quiet_from: time,
    quiet_to: time,
    time_zone: str,
    email: str,
    now: datetime,
) -> None:
    """Keeps the wishes; a reminder that waits for its day is made anew by them.

    Raises ValidationError by field: a time within the quiet hours, reminders without an address, an unknown zone.
    """
    zone_of(time_zone)
    faults = {}
    if on and is_quiet(at, quiet_from, quiet_to):
        faults["remind_at"] = "This time is within your quiet hours."
    if on and not email.strip():
        faults["email"] = "Reminders need an e-mail address."
    if faults:
        raise ValidationError(faults)
    with transaction.atomic():
        kept = Patient.objects.select_for_update().get(pk=patient.pk)
        for each in (kept, patient):
            each.reminders, each.remind_at = on, at
            each.quiet_from, each.quiet_to = quiet_from, quiet_to
            each.time_zone, each.email = time_zone, email.strip()
        checked(kept).save(update_fields=["reminders", "remind_at", "quiet_from", "quiet_to", "time_zone", "email"])
        kept.reminders_made.filter(sent_at=None, dropped_at=None, claimed_at=None).delete()
