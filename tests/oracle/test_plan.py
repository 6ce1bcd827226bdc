"""The plan of every day against each care rule read as it is written."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from needlecare.core.assessment import CauseView, Plan, PlanDay
from needlecare.core.causes import causes_of
from needlecare.core.facts import Situation
from needlecare.core.plan import plan_of
from needlecare.knowledge.condition import Condition
from needlecare.knowledge.model import CLINIC, Care, Knowledge
from needlecare.knowledge.vocabulary import LEVELS, Level
from tests.oracle.completions import completions, domains, truths

DEPTHS = (None, 0.2, 0.34, 0.35, 0.5, 0.55, 1.5, 3.0)
LISTS = ("do", "avoid", "may_resume", "ask")
URGENT = ("same-day", "emergency")
PROBABLE = 0.3


def plan(
    facts: dict[str, Any], knowledge: Knowledge, causes: tuple[CauseView, ...] = (), level: Level = "self-care"
) -> Plan:
    day = facts.get("day")
    return plan_of(Situation(facts, day, day, (), ()), level, causes, knowledge)


def certain(condition: Condition | None, facts: dict[str, Any]) -> bool:
    """Whether a condition holds whatever we do not know."""
    return condition is not None and truths(condition, facts) == {True}


def closed(depth: float | None, covered: bool | None, knowledge: Knowledge) -> float:
    """The day on which the channels are closed; for an unknown depth the last one of all."""
    days = [
        entry.closed_from.value
        for entry in knowledge.phases.closure
        if depth is None or entry.from_mm <= depth < (entry.below_mm or 1000)
    ]
    return max(days) * (knowledge.phases.occluded_factor.value if covered else 1)


def place(
    rule: Care, day: int, facts: dict[str, Any], knowledge: Knowledge, *, level: Level = "self-care"
) -> str | None:
    """On which list the rule stands on this day, for somebody to whom it applies and without any cause."""
    if rule.act in ("do", "avoid"):
        begun, over = day >= rule.from_day, rule.before_day is not None and day >= rule.before_day
        return rule.act if begun and not over else None
    if certain(rule.never_while, facts) or (level in URGENT and rule.closed_channels_first):
        return "avoid"
    shut = closed(facts.get("needle_depth_mm"), facts.get("under_occlusion"), knowledge)
    if rule.closed_channels_first and CLINIC not in rule.sources and day < shut:
        return "avoid"
    assert rule.earliest is not None
    assert rule.latest is not None
    if day >= rule.latest.value:
        return "may_resume"
    return "ask" if rule.between == "ask" and day >= rule.earliest.value else "avoid"


def listed(rule: str, day: PlanDay) -> str | None:
    """The one list of that day on which the rule stands."""
    found = [name for name in LISTS if rule in getattr(day, name)]
    assert len(found) <= 1, f"{rule} stands on {found} on day {day.day}"
    return found[0] if found else None


def for_all(rule: Care) -> bool:
    return rule.when is None and not rule.for_causes


@pytest.mark.parametrize(("depth", "covered"), list(product(DEPTHS, (None, True, False))))
def test_every_rule_for_all_stands_each_day_where_it_says(
    depth: float | None, covered: bool | None, knowledge: Knowledge
) -> None:
    told = {"needle_depth_mm": depth, "under_occlusion": covered}
    facts = {key: value for key, value in told.items() if value is not None}
    days = plan(facts, knowledge).days
    for rule in filter(for_all, knowledge.care.values()):
        for day in days:
            assert listed(rule.id, day) == place(rule, day.day, facts, knowledge), (rule.id, day.day)


def test_what_must_never_be_is_avoided_on_all_days_exactly_while_its_reason_is_known(knowledge: Knowledge) -> None:
    rules = [rule for rule in knowledge.care.values() if rule.never_while is not None]
    assert rules
    for rule in rules:
        for facts in partly_told(rule.never_while):
            for day in plan(facts, knowledge).days:
                assert listed(rule.id, day) == place(rule, day.day, facts, knowledge), (rule.id, facts, day.day)


def test_a_rule_for_some_is_in_the_plan_exactly_where_it_is_known_to_be_for_them(knowledge: Knowledge) -> None:
    for rule in knowledge.care.values():
        if rule.when is not None:
            for facts in partly_told(rule.when):
                assert (rule.id in plan(facts, knowledge).items) == certain(rule.when, facts), (rule.id, facts)


@pytest.mark.parametrize(("probability", "counts"), [(0.29, False), (PROBABLE, True), (0.9, True)])
def test_a_rule_for_a_cause_is_in_the_plan_where_that_cause_is_first_or_probable(
    probability: float, counts: bool, knowledge: Knowledge
) -> None:
    for rule in knowledge.care.values():
        for cause in rule.for_causes:
            first, second = a_cause("none_of_them", 0.9, knowledge), a_cause(cause, probability, knowledge)
            assert (rule.id in plan({}, knowledge, (first, second)).items) is counts, (rule.id, cause)
            assert rule.id in plan({}, knowledge, (second, first)).items, (rule.id, cause)


@pytest.mark.parametrize("level", LEVELS)
def test_what_needs_closed_channels_is_not_resumed_while_help_is_needed_today(
    level: Level, knowledge: Knowledge
) -> None:
    for rule in filter(for_all, knowledge.care.values()):
        for day in plan({}, knowledge, level=level).days:
            assert listed(rule.id, day) == place(rule, day.day, {}, knowledge, level=level), (rule.id, day.day)


@pytest.mark.parametrize(("probability", "held"), [(0.29, False), (PROBABLE, True), (0.9, True)])
def test_what_a_probable_cause_forbids_is_avoided_on_all_days(
    probability: float, held: bool, knowledge: Knowledge
) -> None:
    for rule in knowledge.care.values():
        for cause in rule.held_by_causes:
            first, second = a_cause("none_of_them", 0.9, knowledge), a_cause(cause, probability, knowledge)
            days = plan({}, knowledge, (first, second)).days
            assert all(listed(rule.id, day) == "avoid" for day in days) is held, (rule.id, cause)


def test_each_day_lists_its_rules_by_rank(knowledge: Knowledge) -> None:
    for day in plan({"day": 3}, knowledge).days:
        for name in LISTS:
            ranks = [knowledge.care[rule].rank for rule in getattr(day, name)]
            assert ranks == sorted(ranks), (day.day, name)


@pytest.mark.parametrize("day", [None, 0, 1, 7, 28, 29, 400])
def test_today_is_that_day_of_the_plan_and_without_a_day_the_first(day: int | None, knowledge: Knowledge) -> None:
    found = plan({} if day is None else {"day": day}, knowledge)
    row = found.days[min(day or 0, len(found.days) - 1)]
    for name in LISTS:
        assert tuple(item.id for item in getattr(found.today, name)) == getattr(row, name)


def test_the_plan_covers_every_day_of_the_course_once(knowledge: Knowledge) -> None:
    assert [day.day for day in plan({}, knowledge).days] == list(range(int(knowledge.phases.course_until.value)))


@pytest.mark.parametrize(("depth", "covered"), list(product(DEPTHS, (None, True, False))))
def test_the_phase_of_each_day_follows_from_the_closing_of_the_channels(
    depth: float | None, covered: bool | None, knowledge: Knowledge
) -> None:
    told = {"needle_depth_mm": depth, "under_occlusion": covered}
    shut = closed(depth, covered, knowledge)
    mended = max(shut, knowledge.phases.barrier_until.value)
    for day in plan({key: value for key, value in told.items() if value is not None}, knowledge).days:
        expected = "remodelling" if day.day >= mended else "barrier_repair" if day.day >= shut else "open_channels"
        assert day.phase == expected, day.day


def partly_told(condition: Condition | None) -> list[dict[str, Any]]:
    """Every mixture of known and unknown for the facts of a condition."""
    assert condition is not None
    values = {key: (None, *some) for key, some in domains(condition).items()}
    return [{key: value for key, value in facts.items() if value is not None} for facts in completions({}, values)]


def a_cause(name: str, probability: float, knowledge: Knowledge) -> CauseView:
    """A cause as the answer shows it, under this name and with this probability."""
    shown = causes_of({"day": 3, "sign.papules": 1}, knowledge)[0]
    return replace(shown, id=name, probability=probability)
