"""Days and times as a page says them: "Tuesday 3 May", "18:00"."""

from datetime import date, datetime


def day_and_month(day: date) -> str:
    """A day with its name, without the year."""
    return f"{day:%A} {day.day} {day:%B}"


def time_of_day(moment: datetime) -> str:
    """Hours and minutes."""
    return f"{moment:%H:%M}"
