"""Messages between patient and clinic."""

import uuid
from datetime import datetime

from django.db import transaction

from needlecare.web.accounts.models import User
from needlecare.web.journal.actions.checked import checked
from needlecare.web.journal.models import Message, Patient


def send_message(*, patient: Patient, sent_key: uuid.UUID, text: str, who: str = "patient", now: datetime) -> Message:
    """A message to the clinic; the same `sent_key` again gives the first one back. Raises ValidationError."""
    return _kept(Message(patient=patient, from_clinic=False, who=who, text=text, sent_at=now, sent_key=sent_key))


def reply(*, patient: Patient, sent_key: uuid.UUID, text: str, by: User, now: datetime) -> Message:
    """A message from the clinic; the same `sent_key` again gives the first one back. Raises ValidationError."""
    return _kept(Message(patient=patient, from_clinic=True, author=by, text=text, sent_at=now, sent_key=sent_key))


def mark_read(*, patient: Patient, by_clinic: bool, now: datetime) -> None:
    """All that the other side wrote has been read."""
    with transaction.atomic():
        patient.messages.filter(from_clinic=not by_clinic, read_at=None).update(read_at=now)


def _kept(message: Message) -> Message:
    message.text = message.text.strip()
    checked(message)
    with transaction.atomic():
        Patient.objects.select_for_update().get(pk=message.patient_id)
        first = message.patient.messages.filter(sent_key=message.sent_key).first()
        if first is not None:
            return first
        message.save(force_insert=True)
    return message
