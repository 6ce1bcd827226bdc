"""The plan as an iCalendar file (RFC 5545): a daily hint, and the days on which things may be started again.

Calendars are seen by others, on screens and on servers: nothing here says what the plan is for, and a topic that would
is left to the page.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from icalendar import Calendar, Event

_TELLING = ("needl", "skin", "clinic", "treat", "heal", "wound", "session")


def plan_calendar(
    plan: Mapping[str, Any], *, done_on: date, uid: UUID, page: str, daily_to: int, made_at: datetime
) -> bytes:
    """All-day events that take no time, from the plan of a plain assessment.

    `page` is the address that the hint links to, `daily_to` the last day that has one. `uid` stands for the treatment:
    a file that is made later has the same ids, so that a calendar takes its events for the same ones.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Daily plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    hint = _event("Your page is ready", done_on, uuid5(uid, "daily"), made_at)
    hint.add("rrule", {"freq": "daily", "count": daily_to + 1})
    hint.add("description", f"It takes about a minute: {page}")
    hint.add("url", page)
    calendar.add_component(hint)
    for day, topics in _may_start(plan):
        event = _event(
            f"May start again: {_said(topics)}", done_on + timedelta(days=day), uuid5(uid, str(day)), made_at
        )
        event.add("description", f"Your page says how: {page}")
        event.add("url", page)
        calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made


def _event(summary: str, on: date, uid: UUID, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", str(uid))
    event.add("dtstamp", made_at)
    event.add("summary", summary)
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def _said(topics: list[str]) -> str:
    said = [topic for topic in topics if not any(word in topic.lower() for word in _TELLING)]
    return ", ".join([*said, "more on your page"] if len(said) < len(topics) else said)


def _may_start(plan: Mapping[str, Any]) -> list[tuple[int, list[str]]]:
    """The topics that may be resumed by the day on which they first may; what may from the start on is left out."""
    first: dict[str, int] = {}
    for day in plan["days"]:
        for item in day["may_resume"]:
            first.setdefault(item, day["day"])
    by_day: dict[int, list[str]] = {}
    for item, day in first.items():
        if day > 0:
            by_day.setdefault(day, []).append(plan["items"][item]["topic"])
    return sorted(by_day.items())
