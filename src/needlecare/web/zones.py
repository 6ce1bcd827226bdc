"""Time zones by name, and the day that it is for somebody."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError


def zone_of(name: str) -> ZoneInfo:
    """The zone of this name. Raises ValidationError where there is none."""
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        raise ValidationError({"time_zone": "There is no time zone of this name."}) from None


def local_day(zone: str, now: datetime) -> date:
    """The date that it is there."""
    return now.astimezone(zone_of(zone)).date()
