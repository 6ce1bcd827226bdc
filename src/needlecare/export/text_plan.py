"""The plan as text: today in full, the days to come by what changes on them."""

from collections.abc import Iterator
from functools import partial

from needlecare.core.assessment import Plan, PlanDay, PlanItem
from needlecare.export.citations import Citations
from needlecare.export.lines import Line, heading, paragraph
from needlecare.export.plan_words import held_words, mid_sentence, new_on_a_day, range_words, until_words

_TODAY = (
    ("do", "Do", "✓ "),
    ("avoid", "Leave out for now", "✗ "),
    ("ask", "Clinics differ: ask yours", "? "),
    ("may_resume", "May be used again", "○ "),
)


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
    """Until when something counts, in brackets after a blank; empty where there is nothing to say."""
    ranged = item.earliest is not None and item.latest is not None
    parts = (
        held_words(item.held_because) or until_words(name, item.from_day, item.until_day, ranged=ranged),
        range_words(name, item.earliest, item.latest),
    )
    said = "; ".join(filter(None, parts))
    return f" ({said})" if said else ""


def _later(plan: Plan, start: int, width: int) -> Iterator[Line]:
    for day in plan.days[start:]:
        before = plan.days[day.day - 1] if day.day else None
        new = new_on_a_day(partial(_listed, day), partial(_listed, before), lambda key: plan.items[key].earliest)
        parts = [
            f"{words}: {', '.join(mid_sentence(key, plan.items[key].topic) for key in keys)}" for words, keys in new
        ]
        if parts:
            yield from paragraph("; ".join(parts) + ".", width, indent="  ", bullet=f"day {day.day:<3}")


def _listed(day: PlanDay | None, name: str) -> tuple[str, ...]:
    listed: tuple[str, ...] = getattr(day, name) if day else ()
    return listed
