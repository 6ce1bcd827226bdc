"""More or worse signs never lead to a calmer answer (SAFETY.md: the level is monotone)."""

from collections.abc import Callable, Iterable
from itertools import pairwise, product
from typing import Any, get_args

import pytest
from hypothesis import given

from needlecare.core.condition import ways
from needlecare.core.triage import judge
from needlecare.knowledge.condition import Among, NumberIn, SignIs
from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.vocabulary import LEVELS, SIGNS, Distribution
from tests.support import worsening
from tests.support.cases import Data, case_data, urgency
from tests.support.strategies import TRENDS, cases, seen_twice

Worsenings = Callable[[Data], Iterable[worsening.Worse]]


def never_calmer(data: Data, worsenings: Worsenings) -> None:
    before = urgency(data)
    for how, worse in worsenings(data):
        assert urgency(worse) >= before, how


@given(cases())
def test_a_stronger_sign_is_never_calmer(data: Data) -> None:
    never_calmer(data, worsening.stronger_signs)


@given(cases())
def test_more_spots_are_never_calmer(data: Data) -> None:
    never_calmer(data, worsening.more_spots)


@given(cases())
def test_more_pain_or_itch_is_never_calmer(data: Data) -> None:
    never_calmer(data, worsening.higher_scales)


@given(cases())
def test_a_fever_is_never_calmer(data: Data) -> None:
    never_calmer(data, worsening.fevers)


@given(cases())
def test_spreading_is_never_calmer(data: Data) -> None:
    never_calmer(data, worsening.spreads)


@given(cases())
def test_a_worse_trend_is_never_calmer(data: Data) -> None:
    never_calmer(data, worsening.worse_trends)


@given(seen_twice())
def test_a_worse_trend_is_never_calmer_where_signs_rise_and_fall(data: Data) -> None:
    """A contradicted "improving" is read as worse; so "stable", contradicted as much, must not read as calmer."""
    never_calmer(data, worsening.worse_trends)


@given(seen_twice())
def test_not_saying_how_it_goes_is_never_calmer_than_saying_better(data: Data) -> None:
    never_calmer(data, worsening.trends_unsaid)


@given(seen_twice())
def test_a_stronger_sign_is_never_calmer_where_signs_rise_and_fall(data: Data) -> None:
    never_calmer(data, worsening.stronger_signs)


def test_an_eye_that_hurts_is_as_urgent_if_the_skin_is_called_the_same_as_if_it_is_called_better() -> None:
    earlier = {"day": 2, "signs": {"redness": "mild", "eye_pain": "mild"}}
    now = {"signs": {"redness": "moderate", "eye_pain": "mild"}}
    better, same = (case_data(3, earlier=(earlier,), trend=trend, **now) for trend in ("improving", "stable"))
    assert urgency(same) >= urgency(better)


def test_spreading_told_once_more_in_between_is_never_calmer() -> None:
    """An undated "spreading" is still carried; telling it again on an old day must not make it expire."""
    once = case_data(6, earlier=({"distribution": ["spreading"]}, {"day": 2}), fever="yes")
    twice = case_data(
        6, earlier=({"distribution": ["spreading"]}, {"day": 2, "distribution": ["spreading"]}), fever="yes"
    )
    assert urgency(twice) >= urgency(once)


@pytest.mark.parametrize("sign", SIGNS)
def test_every_step_of_every_sign_alone_is_never_calmer(sign: str, knowledge: Knowledge) -> None:
    wheres = (None, *(frozenset({where}) for where in get_args(Distribution)))
    for day, trend, where in product((None, 0, 2, 3, 4, 10, 15), (None, *TRENDS), wheres):
        told = {"day": day, "trend": trend, "distribution": where}
        facts = {key: value for key, value in told.items() if value is not None}
        levels = [_level({**facts, f"sign.{sign}": rank}, knowledge) for rank in range(4)]
        assert levels == sorted(levels), (sign, facts)


def test_wherever_a_rule_needs_a_distribution_spreading_instead_meets_one_as_urgent(knowledge: Knowledge) -> None:
    """Rules are monotone, so the least facts that meet each one stand for all cases that do."""
    for rule in knowledge.rules.values():
        for way in ways(rule.when):
            if any(isinstance(leaf, Among) and leaf.fact == "distribution" for leaf in way):
                facts = {**_least(way), "distribution": frozenset({"spreading"})}
                assert _level(facts, knowledge) >= LEVELS.index(rule.level), (rule.id, facts)


def test_wherever_a_rule_needs_a_trend_a_worse_one_meets_one_as_urgent(knowledge: Knowledge) -> None:
    for rule in knowledge.rules.values():
        for way in ways(rule.when):
            if any(isinstance(leaf, Among) and leaf.fact == "trend" for leaf in way):
                levels = [_level({**_least(way), "trend": trend}, knowledge) for trend in TRENDS]
                assert all(left <= right for left, right in pairwise(levels)), (rule.id, way)


def _level(facts: dict[str, Any], knowledge: Knowledge) -> int:
    return LEVELS.index(judge(facts, knowledge)[0])


def _least(way: Iterable[Any]) -> dict[str, Any]:
    """The least facts that make every comparison of a way true, but for distribution and trend."""
    facts: dict[str, Any] = {}
    for leaf in way:
        match leaf:
            case SignIs(sign=sign, at_least=severity):
                facts[f"sign.{sign}"] = ("none", "mild", "moderate", "severe").index(severity)
            case NumberIn(number=key, from_=low, below=high):
                facts[key] = low if low is not None else high - 1
            case Among(fact="distribution"):
                pass
            case Among(fact=key, among=among):
                facts[key] = among[0]
            case _:
                facts[getattr(leaf, "yes", "")] = True
    return facts
