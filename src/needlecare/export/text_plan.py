"""The plan as text: today in full, the days to come by what changes on them."""

from collections.abc import Iterator

from needlecare.core.assessment import Plan, PlanDay, PlanItem
from needlecare.export.citations import Citations
from needlecare.export.lines import Line, heading, paragraph

_TODAY = (
    ("do", "Do", "✓ "),
    ("avoid", "Leave out for now", "✗ "),
    ("ask", "Clinics differ: ask yours", "? "),
    ("may_resume", "May be used again", "○ "),
)
_NEW = (("do", "do"), ("avoid", "leave out"), ("ask", "may be allowed, ask"), ("may_resume", "may start again"))


def plan_text(
    plan: Plan, width: int, cite: Citations, *, full: bool = False, every_day: bool = False
) -> Iterator[Line]:
    """Today, then what changes on later days; from day 0 on where `every_day` is set. `full` adds the reasons."""
    today = plan.today
    if today.day is None:
        yield from heading("Plan")
        yield from paragraph("We do not know which day it is, so this is the careful plan of day 0.", width)
    else:
        yield from heading(f"Plan for today, day {today.day}")
    for name, title, bullet in _TODAY:
        items: tuple[PlanItem, ...] = getattr(today, name)
        if items:
            yield Line(f"{title}:", "strong")
            for item in items:
                yield from _item(item, name, bullet, width, cite, full=full)
    start = 0 if every_day else (today.day or 0) + 1
    yield from heading("Day by day" if every_day else "The days to come")
    yield from _later(plan, start, width)
    yield from paragraph(plan.ends, width)


def _item(item: PlanItem, name: str, bullet: str, width: int, cite: Citations, *, full: bool) -> Iterator[Line]:
    text = item.resume_text if name == "may_resume" and item.resume_text else item.text
    clinic = " (your clinic's protocol)" if item.from_clinic else ""
    yield from paragraph(text + until(item, name) + clinic + cite(item.sources), width, indent="  ", bullet=bullet)
    if full:
        yield from paragraph(" ".join(filter(None, (item.why, item.disagreement))), width, indent="    ", style="quiet")


def until(item: PlanItem, name: str) -> str:
    """Until when something is left out: the day that counts, and the published range where sources differ."""
    if name not in ("avoid", "ask") or item.earliest is None or item.latest is None:
        return f" (to day {item.until_day - 1})" if item.until_day and name in ("do", "avoid") else ""
    if name == "ask":
        return f" (sources: day {item.earliest} to {item.latest})"
    if item.earliest == item.latest:
        return f" (until day {item.from_day})"
    return f" (until day {item.from_day}; sources: day {item.earliest} to {item.latest})"


def _later(plan: Plan, start: int, width: int) -> Iterator[Line]:
    for day in plan.days[start:]:
        before = plan.days[day.day - 1] if day.day else None
        parts = [f"{words}: {', '.join(topics)}" for field, words in _NEW if (topics := _new(plan, day, before, field))]
        if parts:
            yield from paragraph("; ".join(parts) + ".", width, indent="  ", bullet=f"day {day.day:<3}")


def _new(plan: Plan, day: PlanDay, before: PlanDay | None, field: str) -> list[str]:
    had = getattr(before, field) if before else ()
    return [_mid_sentence(plan.items[key]) for key in getattr(day, field) if key not in had]


def _mid_sentence(item: PlanItem) -> str:
    """A topic within a sentence; the name of a product stays as it is."""
    return item.topic if item.id.startswith("product_") else item.topic[:1].lower() + item.topic[1:]
