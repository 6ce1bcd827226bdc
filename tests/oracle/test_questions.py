"""The questions against every world that fits what we were told: each can raise the level, and no rule goes unasked."""

from hypothesis import given, settings

from needlecare.knowledge.vocabulary import LEVELS
from tests.oracle.worlds import can_raise
from tests.support.cases import Data, assessed, case_data, facts_of
from tests.support.knowledge import SHIPPED
from tests.support.strategies import cases

# `rising` and `rebound` follow from an earlier check-in, which nobody can be asked for any more
FROM_EARLIER = ("rising.", "rebound.")


@settings(max_examples=25)
@given(cases())
def test_every_question_can_decide_each_rule_it_is_asked_for(data: Data) -> None:
    facts = facts_of(data)
    for question in assessed(data).questions:
        for rule in question.rules:
            assert can_raise(rule, question.fact, facts), (question.fact, rule)


@given(cases())
def test_a_question_tells_the_highest_level_of_its_rules(data: Data) -> None:
    for question in assessed(data).questions:
        levels = [LEVELS.index(SHIPPED.rules[rule].level) for rule in question.rules]
        assert LEVELS.index(question.could_become) == max(levels)


@given(cases())
def test_every_question_asks_for_something_nobody_told_us(data: Data) -> None:
    facts = facts_of(data)
    asked = [question.fact for question in assessed(data).questions]
    assert facts.keys().isdisjoint(asked)
    assert len(set(asked)) == len(asked)


@given(cases())
def test_every_rule_left_open_is_asked_about_unless_only_an_earlier_check_in_could_tell(data: Data) -> None:
    found = assessed(data)
    asked = {rule for question in found.questions for rule in question.rules}
    for rule in found.disposition.could_not_rule_out:
        only_earlier = all(fact.startswith(FROM_EARLIER) for fact in rule.missing)
        assert rule.rule in asked or only_earlier, (rule.rule, rule.missing)


@given(cases())
def test_questions_that_could_raise_the_level_furthest_come_first(data: Data) -> None:
    levels = [LEVELS.index(question.could_become) for question in assessed(data).questions]
    assert levels == sorted(levels, reverse=True)


def test_nothing_is_asked_where_the_answer_is_an_emergency_already() -> None:
    assert assessed(case_data(day=3, signs={"breathing_difficulty": "mild"})).questions == ()
