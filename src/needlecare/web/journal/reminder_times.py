"""When a reminder is due: pure, from a person's wishes and the day of their treatment.

Daily to day 14, while new signs are common and go; then once a week while the plan runs, so that what is known to start
around the third week is still asked about.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAILY_TO = 14


def is_reminded(day: int, course_until: int) -> bool:
    """Whether this day of the course has a reminder."""
    return 0 <= day < course_until and (day <= DAILY_TO or day % 7 == 0)


def is_quiet(at: time, quiet_from: time, quiet_to: time) -> bool:
    """Whether a local time is within quiet hours, which may go over midnight; from and to the same: there are none."""
    if quiet_from <= quiet_to:
        return quiet_from <= at < quiet_to
    return at >= quiet_from or at < quiet_to


def due_at(on: date, at: time, quiet_from: time, quiet_to: time, zone: ZoneInfo) -> datetime | None:
    """The moment (UTC) on a local day; a time within quiet hours waits for their end, None where that is another day.

    A local time that the clocks leap over is taken as late as it was meant; of one that comes twice the first counts.
    """
    for wished in (at, quiet_to):
        moment = datetime.combine(on, wished, zone).astimezone(UTC)
        local = moment.astimezone(zone)
        if local.date() == on and wished >= at and not is_quiet(local.time(), quiet_from, quiet_to):
            return moment
    return None


def open_from(now: datetime, on: date, quiet_from: time, quiet_to: time, zone: ZoneInfo) -> datetime | None:
    """The first moment from now on at which the reminder of a local day may be sent; None where there is none."""
    local = now.astimezone(zone)
    if local.date() != on:
        return None
    if not is_quiet(local.time(), quiet_from, quiet_to):
        return now
    moment = due_at(on, local.time(), quiet_from, quiet_to, zone)
    return moment if moment is not None and moment > now else None


def later(now: datetime, tries: int) -> datetime:
    """When to try again after this many tries failed: 5 minutes, 10, 20, 40, then every hour."""
    return now + min(timedelta(minutes=5 * 2 ** max(tries - 1, 0)), timedelta(hours=1))
