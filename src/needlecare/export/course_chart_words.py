"""A chart in words: the sentence above it, and what it shows for those who do not see it."""

from needlecare.export.course_chart_days import Days, named


def sentence(text: str, days: Days) -> str:
    """What was said of the sign, and the way it goes where it was told of on more than one day."""
    return " ".join(part for part in (text, _way(days)) if part)


def _way(days: Days) -> str:
    by_day = dict(days.own)
    if len(by_day) < 2:
        return ""
    (before, was), (day, now) = list(by_day.items())[-2:]
    if was == now:
        return f"Unchanged since day {before}."
    word = "Falling" if now < was else "Rising"
    return f"{word}: {named(was)} on day {before}, {named(now)} on day {day}."


def described(days: Days) -> str:
    """Everything that the picture shows."""
    usual = "; ".join(f"{_span(first, last)} {_up_to(rank)}" for first, last, rank in days.runs())
    own = "; ".join(f"day {day} {named(rank)}" for day, rank in days.own)
    parts = [
        f"Most people: {usual}." if usual else "We cannot tell what is usual.",
        f"You: {own}." if own else "You have not told us of it.",
        *(f"Day {mark.day}: {mark.name}." for mark in days.marks),
        f"Today is day {days.today}." if days.today is not None else "",
    ]
    return " ".join(part for part in parts if part)


def _up_to(rank: int) -> str:
    return f"up to {named(rank)}" if rank else named(rank)


def _span(first: int, last: int) -> str:
    return f"day {first}" if first == last else f"days {first} to {last}"
