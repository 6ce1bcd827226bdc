"""Which day it is for somebody without an account: of where they are nothing is known, and nothing is kept."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

HERE = "here"  # the field in which a script says which date it is where the browser is (scripts/site.js)
_DAY = timedelta(days=1)
_AHEAD = timedelta(hours=14)  # the furthest that any clock on Earth is ahead of UTC


def today_for(told: Mapping[str, Any], now: datetime) -> date:
    """The date of today for somebody who told this.

    That is the date where their browser is, if it is within a day of that in UTC. Without one (no scripts), or with one
    that cannot be, it is the date in UTC; but somebody east of us may be treated "tomorrow": then that date is taken,
    where it can be today.
    """
    utc = now.astimezone(UTC)
    here = _date(told.get(HERE))
    if here is not None and abs(here - utc.date()) <= _DAY:
        return here
    east = (utc + _AHEAD).date()
    return east if _date(told.get("treated_on")) == east else utc.date()


def _date(text: Any) -> date | None:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None
