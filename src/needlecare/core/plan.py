"""What to do, to avoid and what may be resumed: every day from the procedure to the end of the course, for this person.

Where sources disagree on the day, the careful end counts for actives (`wait`); for the rest, clinics are to be asked
from the earliest day on (`ask`). Nothing that needs closed channels is resumed before they count as closed.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from needlecare.core.assessment import CauseView, Plan, PlanDay, PlanItem, PlanToday
from needlecare.core.condition import evaluate, support
from needlecare.core.course import closed_from, phase_on
from needlecare.core.facts import Situation
from needlecare.core.saying import told
from needlecare.knowledge.model import CLINIC, Care, Knowledge
from needlecare.knowledge.vocabulary import Level

ACTIVE_FROM = 0.3  # a cause at least this probable shapes the plan
_LISTS = ("do", "avoid", "may_resume", "ask")


def plan_of(situation: Situation, level: Level, causes: tuple[CauseView, ...], knowledge: Knowledge) -> Plan:
    """The plan of one person. Where the day is unknown, today is that of day 0, the most careful one.

    While a same-day or emergency level stands, nothing that needs healed skin is resumed.
    """
    facts = situation.facts
    active = _active(causes)
    closed = closed_from(knowledge.phases, facts)
    last = int(knowledge.phases.course_until.value)
    rules = [rule for rule in _ranked(knowledge) if _applies(rule, facts, active)]
    because = {rule.id: why for rule in rules if (why := _held_because(rule, facts, active, level, knowledge))}
    items, plan_days = _worked_out(knowledge, closed, tuple(rule.id for rule in rules), frozenset(because))
    items = {key: replace(item, held_because=because.get(key, ())) if because else item for key, item in items.items()}
    now = plan_days[min(max(situation.today or 0, 0), last - 1)]
    today = PlanToday(situation.today, **{name: tuple(items[key] for key in getattr(now, name)) for name in _LISTS})
    return Plan(today, plan_days, items, _ends(knowledge))


def held_back(
    facts: dict[str, Any], level: Level, causes: tuple[CauseView, ...], knowledge: Knowledge
) -> frozenset[str]:
    """The ids of the care rules about resuming that are held back to the end for this person."""
    active = _active(causes)
    return frozenset(rule.id for rule in _ranked(knowledge) if _held_because(rule, facts, active, level, knowledge))


def _active(causes: tuple[CauseView, ...]) -> set[str]:
    """The causes that shape the plan: the probable ones, and in any case the first."""
    return {cause.id for cause in causes if cause.probability >= ACTIVE_FROM} | {cause.id for cause in causes[:1]}


@lru_cache(maxsize=4)
def _ranked(knowledge: Knowledge) -> tuple[Care, ...]:
    return tuple(sorted(knowledge.care.values(), key=lambda rule: rule.rank))


@lru_cache(maxsize=1024)
def _worked_out(
    knowledge: Knowledge, closed: int, rules: tuple[str, ...], held: frozenset[str]
) -> tuple[dict[str, PlanItem], tuple[PlanDay, ...]]:
    """The items and the days of a plan; people with the same rules and the same needle depth share them."""
    last = int(knowledge.phases.course_until.value)
    known = _items(knowledge, closed)
    items = {rule: replace(known[rule], from_day=last) if rule in held else known[rule] for rule in rules}
    spans = [(rule, *span) for rule in rules for span in _spans(knowledge.care[rule], closed, last, held=rule in held)]
    return items, tuple(_days(spans, knowledge, closed, last))


def _days(spans: list[tuple[str, str, int, int]], knowledge: Knowledge, closed: int, last: int) -> Iterator[PlanDay]:
    """Every day with what holds on it; between two days on which something changes the lists are the same."""
    turns = {0, *(day for _, _, start, end in spans for day in (start, end))}
    by_list = {name: [(rule, start, end) for rule, field, start, end in spans if field == name] for name in _LISTS}
    lists: dict[str, tuple[str, ...]] = {}
    for day in range(last):
        if day in turns:
            lists = {
                name: tuple([rule for rule, start, end in listed if start <= day < end])
                for name, listed in by_list.items()
            }
        yield PlanDay(day, phase_on(day, knowledge.phases, closed), **lists)


def _applies(rule: Care, facts: dict[str, Any], active: set[str]) -> bool:
    if rule.when is None and not rule.for_causes:
        return True
    return bool(active.intersection(rule.for_causes)) or (rule.when is not None and evaluate(rule.when, facts) is True)


def _held_because(
    rule: Care, facts: dict[str, Any], active: set[str], level: Level, knowledge: Knowledge
) -> tuple[str, ...]:
    """Why something that could be resumed is left out to the end: facts, likely causes, urgency. Empty: it is not."""
    if rule.act != "resume":
        return ()
    why: list[str] = []
    if rule.never_while is not None and evaluate(rule.never_while, facts) is True:
        why += [told(leaf, truth, facts, knowledge) for leaf, truth in support(rule.never_while, facts)]
    words = knowledge.words
    why += [
        words["held_by_cause"].format(name=knowledge.causes[cause].name)
        for cause in rule.held_by_causes
        if cause in active
    ]
    if rule.closed_channels_first and level in ("same-day", "emergency"):
        why.append(words["held_by_level"].format(title=knowledge.levels[level].title))
    return tuple(dict.fromkeys(why))


def _resume_days(rule: Care, closed: int) -> tuple[int, int]:
    """The first day on which some sources allow it, and the day from which it is free, channels considered."""
    by_clinic = rule.earliest is not None and CLINIC in rule.earliest.sources
    least = closed if rule.closed_channels_first and not by_clinic else 0
    earliest, latest = (int(end.value) if end else 0 for end in (rule.earliest, rule.latest))
    return max(earliest, least), max(latest, least)


def _spans(rule: Care, closed: int, last: int, *, held: bool) -> list[tuple[str, int, int]]:
    if rule.act != "resume":
        return [(rule.act, rule.from_day, rule.before_day or last)]
    if held:
        return [("avoid", 0, last)]
    earliest, latest = _resume_days(rule, closed)
    if rule.between == "wait":
        return [("avoid", 0, latest), ("may_resume", latest, last)]
    return [("avoid", 0, earliest), ("ask", earliest, latest), ("may_resume", latest, last)]


@lru_cache(maxsize=32)
def _items(knowledge: Knowledge, closed: int) -> dict[str, PlanItem]:
    return {name: _item(rule, closed) for name, rule in knowledge.care.items()}


def _item(rule: Care, closed: int) -> PlanItem:
    start = rule.from_day
    if rule.act == "resume":
        earliest, latest = _resume_days(rule, closed)
        start = latest if rule.between == "wait" else earliest
    return PlanItem(
        id=rule.id,
        topic=rule.topic,
        text=rule.text,
        resume_text=rule.resume_text,
        why=rule.why,
        from_day=start,
        until_day=rule.before_day,
        earliest=int(rule.earliest.value) if rule.earliest else None,
        latest=int(rule.latest.value) if rule.latest else None,
        disagreement=rule.disagreement,
        from_clinic=CLINIC in rule.sources,
        sources=rule.sources,
        earliest_sources=rule.earliest.sources if rule.earliest else (),
        latest_sources=rule.latest.sources if rule.latest else (),
        grade=rule.grade,
    )


def _ends(knowledge: Knowledge) -> str:
    spots = max(band.ends_latest.value for band in knowledge.course["papules"].bands)
    last = knowledge.phases.course_until.value
    return knowledge.words["plan_ends"].format(spots=f"{spots:g}", last=f"{last - 1:g}")
