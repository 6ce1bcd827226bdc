"""Conditions inside one another: what decides, what supports, and the ways to be met."""

from hypothesis import given
from hypothesis import strategies as st

from needlecare.core.condition import deciding, evaluate, refutation, support, ways
from needlecare.knowledge.condition import All, AnyOf, AtLeast, Not, NumberIn, SignIs, Yes
from tests.oracle.completions import domains
from tests.support.conditions import conditions, facts_among

FEVER, PREGNANT = Yes(yes="fever"), Yes(yes="pregnant")
PAIN, ITCH, LATE = SignIs(sign="pain"), SignIs(sign="itch"), NumberIn(number="day", from_=4)
MODERATE_PAIN = SignIs(sign="pain", at_least="moderate")
NO_FEVER, NOT_PREGNANT = Not(not_=FEVER), Not(not_=PREGNANT)
PAIN_OR_ITCH, LATE_PAIN = AnyOf(any=(PAIN, ITCH)), All(all=(PAIN, LATE))


def test_an_any_that_is_false_inside_an_all_leaves_nothing_to_ask():
    """No answer about the fever can save a whole of which one part has failed."""
    assert deciding(All(all=(PAIN_OR_ITCH, FEVER)), {"sign.pain": 0, "sign.itch": 0}) == []


def test_an_all_that_is_true_inside_an_any_leaves_nothing_to_ask():
    assert deciding(AnyOf(any=(LATE_PAIN, FEVER)), {"sign.pain": 1, "day": 5}) == []


def test_an_all_that_is_false_inside_an_any_leaves_the_rest_to_ask():
    assert deciding(AnyOf(any=(LATE_PAIN, FEVER)), {"day": 3}) == ["fever"]


def test_two_nots_cancel_out():
    """What is denied twice is supported by what made its inside true."""
    assert list(support(Not(not_=Not(not_=FEVER)), {"fever": True})) == [(FEVER, True)]


def test_inside_two_nots_only_what_is_true_supports():
    facts = {"sign.pain": 0, "sign.itch": 2}

    assert list(support(Not(not_=Not(not_=PAIN_OR_ITCH)), facts)) == [(ITCH, True)]


def test_what_made_several_levels_false_is_found_at_the_bottom():
    """Only the comparisons that came out false are named, however deep they stand."""
    condition = AnyOf(any=(LATE_PAIN, All(all=(FEVER, PREGNANT))))
    facts = {"sign.pain": 2, "day": 3, "fever": False, "pregnant": True}

    assert list(refutation(condition, facts)) == [(LATE, False), (FEVER, False)]


def test_a_weaker_comparison_that_is_dropped_takes_nothing_with_it():
    """What stands after the weaker of two comparisons of one sign still belongs to the way."""
    assert ways(All(all=(MODERATE_PAIN, PAIN, LATE))) == [(MODERATE_PAIN, LATE)]


def test_a_not_of_all_is_met_by_each_part_that_does_not_hold():
    assert ways(Not(not_=All(all=(FEVER, PREGNANT)))) == [(NO_FEVER,), (NOT_PREGNANT,)]


def test_a_not_of_any_is_met_only_where_no_part_holds():
    assert ways(Not(not_=AnyOf(any=(FEVER, PREGNANT)))) == [(NO_FEVER, NOT_PREGNANT)]


def test_a_not_of_a_number_of_parts_is_met_where_too_few_are_left():
    """That not even two of three hold takes two that do not."""
    two_of_three = AtLeast(at_least=2, of=(FEVER, PREGNANT, LATE))

    assert ways(Not(not_=two_of_three)) == [
        (NO_FEVER, NOT_PREGNANT),
        (NO_FEVER, Not(not_=LATE)),
        (NOT_PREGNANT, Not(not_=LATE)),
    ]


def test_a_not_of_more_parts_than_there_are_takes_nothing():
    assert ways(Not(not_=AtLeast(at_least=3, of=(FEVER, PREGNANT)))) == [()]


def test_two_nots_are_met_as_none_would_be():
    assert ways(Not(not_=Not(not_=PAIN_OR_ITCH))) == [(PAIN,), (ITCH,)]


@given(conditions.flatmap(lambda condition: st.tuples(st.just(condition), facts_among(domains(condition)))))
def test_a_condition_is_open_or_true_exactly_where_one_of_its_ways_is(asked):
    """So a rule that could not be ruled out always has a way to ask about."""
    condition, facts = asked
    found = [{evaluate(leaf, facts) for leaf in way} for way in ways(condition)]

    assert (evaluate(condition, facts) is True) == any(truths <= {True} for truths in found)
    assert (evaluate(condition, facts) is not False) == any(False not in truths for truths in found)
