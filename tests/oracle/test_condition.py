"""Three-valued truth against the enumeration of everything the unknown facts could be."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlecare.core.condition import deciding, evaluate, ways
from needlecare.knowledge.condition import All, AtLeast, Condition, NumberIn, SignIs, Unknown, Yes
from needlecare.knowledge.model import Knowledge
from tests.oracle.completions import asked, completions, domains, holds, pivotal, truths
from tests.support.conditions import conditions, facts_among, read_once_conditions


@st.composite
def with_facts(draw: st.DrawFn, strategy: st.SearchStrategy[Condition]) -> tuple[Condition, dict[str, Any]]:
    condition = draw(strategy)
    return condition, draw(facts_among(domains(condition)))


@given(with_facts(conditions))
def test_what_is_called_true_or_false_stays_so_whatever_the_unknown_facts_are(given_: Any) -> None:
    condition, facts = given_
    found = evaluate(condition, facts)
    assert found is None or truths(condition, facts) == {found}


@given(with_facts(read_once_conditions()))
def test_truth_is_unknown_exactly_where_both_are_possible_if_each_fact_is_asked_once(given_: Any) -> None:
    condition, facts = given_
    possible = truths(condition, facts)
    assert evaluate(condition, facts) == (None if len(possible) == 2 else possible.pop())


@given(with_facts(conditions))
def test_no_fact_on_which_the_truth_may_hang_is_missed(given_: Any) -> None:
    condition, facts = given_
    assert set(deciding(condition, facts)) >= pivotal(condition, facts)


@given(with_facts(conditions))
def test_only_unknown_facts_of_the_condition_are_named_as_deciding(given_: Any) -> None:
    condition, facts = given_
    assert set(deciding(condition, facts)) <= asked(condition) - facts.keys()


@given(with_facts(read_once_conditions()))
def test_exactly_the_facts_on_which_the_truth_may_hang_are_named_if_each_is_asked_once(given_: Any) -> None:
    condition, facts = given_
    assert set(deciding(condition, facts)) == pivotal(condition, facts)


@given(conditions)
def test_the_ways_together_mean_the_same_as_the_condition(condition: Condition) -> None:
    taken_apart = ways(condition)
    for facts in completions({}, domains(condition)):
        assert any(all(holds(leaf, facts) for leaf in way) for way in taken_apart) == holds(condition, facts)


def test_the_ways_of_every_triage_rule_mean_the_same_as_the_rule(knowledge: Knowledge) -> None:
    for rule in knowledge.rules.values():
        if rule.id == "day_unknown":
            continue
        taken_apart = ways(rule.when)
        for facts in completions({}, domains(rule.when)):
            assert any(all(holds(leaf, facts) for leaf in way) for way in taken_apart) == holds(rule.when, facts)


@pytest.mark.parametrize(("day", "truth"), [(None, True), (0, False)])
def test_unknown_speaks_of_what_was_told_and_not_of_the_world(day: int | None, truth: bool) -> None:
    assert evaluate(Unknown(unknown="day"), {} if day is None else {"day": day}) is truth


def test_a_condition_that_asks_twice_may_stay_unknown_although_only_one_truth_is_possible() -> None:
    """Kleene's logic is sound, not complete: the price for looking at each part once."""
    either = AtLeast(at_least=1, of=(NumberIn(number="day", from_=4), NumberIn(number="day", below=4)))
    assert (evaluate(either, {}), truths(either, {})) == (None, {True})


def test_more_conditions_than_there_are_can_never_hold() -> None:
    parts = (Yes(yes="fever"), SignIs(sign="pain"))
    assert evaluate(AtLeast(at_least=3, of=parts), {}) is False


def test_one_false_part_settles_all() -> None:
    assert evaluate(All(all=(Yes(yes="fever"), SignIs(sign="pain"))), {"fever": False}) is False
