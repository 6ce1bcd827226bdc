"""The level is the highest of the rules that are met, and nothing below a red flag lowers it."""

from hypothesis import given

from needlecare.core.condition import evaluate
from needlecare.knowledge.vocabulary import LEVELS
from tests.support.cases import Data, assessed, facts_of, urgency
from tests.support.knowledge import SHIPPED
from tests.support.strategies import cases, seen_twice


@given(cases() | seen_twice())
def test_the_level_is_the_highest_of_the_rules_that_are_met(data: Data) -> None:
    facts = facts_of(data)
    met = [rule.level for rule in SHIPPED.rules.values() if evaluate(rule.when, facts) is True]
    assert assessed(data).disposition.level == max(met, key=LEVELS.index, default="self-care")


@given(cases() | seen_twice())
def test_every_rule_that_is_met_is_given_as_a_reason_the_most_urgent_first(data: Data) -> None:
    facts, reasons = facts_of(data), assessed(data).disposition.because
    met = {rule.id for rule in SHIPPED.rules.values() if evaluate(rule.when, facts) is True}
    assert {because.rule for because in reasons} == met
    levels = [LEVELS.index(because.level) for because in reasons]
    assert levels == sorted(levels, reverse=True)


@given(cases())
def test_every_fact_given_as_a_reason_was_told_to_us_or_is_the_missing_day(data: Data) -> None:
    facts = facts_of(data)
    for because in assessed(data).disposition.because:
        for told in because.facts:
            assert told.fact in facts or told.fact == "day", (because.rule, told)


@given(cases())
def test_the_quick_urgency_of_these_tests_is_the_level_of_the_assessment(data: Data) -> None:
    assert LEVELS[urgency(data)] == assessed(data).disposition.level
