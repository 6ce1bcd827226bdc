"""The browsers that open a record."""

from datetime import datetime

from django.db import transaction

from needlecare.web.journal.models import Device, Patient
from needlecare.web.zones import local_day


def end_device(*, patient: Patient, device_id: int, now: datetime) -> None:
    """From now on it opens nothing. Raises Device.DoesNotExist where it is not one of the patient's."""
    with transaction.atomic():
        if not patient.devices.filter(pk=device_id, ended_at=None).update(ended_at=now):
            patient.devices.get(pk=device_id)


def see_device(*, device: Device, now: datetime) -> None:
    """Keeps the day on which it was last used; writes at most once a day."""
    today = local_day(device.patient.time_zone, now)
    if device.seen_on != today:
        with transaction.atomic():
            Device.objects.filter(pk=device.pk).update(seen_on=today)
        device.seen_on = today
