"""A fact that nobody gave never reads as safe, and what it leaves open is said (SAFETY.md: unknown is not "no")."""

from hypothesis import given

from needlecare.core.condition import deciding, evaluate
from needlecare.knowledge.vocabulary import LEVELS
from tests.support.cases import Data, assessed, case_data, facts_of, urgency
from tests.support.forgetting import forgettings
from tests.support.knowledge import SHIPPED
from tests.support.strategies import cases


@given(cases())
def test_forgetting_a_reassuring_answer_is_never_calmer(data: Data) -> None:
    before = urgency(data)
    for what, forgot in forgettings(data):
        assert urgency(forgot) >= before, what


@given(cases())
def test_what_is_forgotten_is_not_ruled_out_any_more(data: Data) -> None:
    """A rule once left open stays open, or is met, when we know less."""
    left_open = {rule.rule for rule in assessed(data).disposition.could_not_rule_out}
    for what, forgot in forgettings(data):
        now = assessed(forgot).disposition
        met = {because.rule for because in now.because}
        lower = {rule for rule in left_open if LEVELS.index(SHIPPED.rules[rule].level) <= LEVELS.index(now.level)}
        assert left_open <= {rule.rule for rule in now.could_not_rule_out} | met | lower, what


@given(cases(day_known=False))
def test_without_the_day_it_is_never_self_care(data: Data) -> None:
    assert assessed(data).disposition.level != "self-care"


def test_without_anything_it_is_not_self_care() -> None:
    assert assessed({}).disposition.level == "contact-provider"


@given(cases())
def test_every_more_urgent_rule_that_is_unknown_is_said_to_be_open(data: Data) -> None:
    facts, found = facts_of(data), assessed(data).disposition
    unknown = {
        rule.id
        for rule in SHIPPED.rules.values()
        if LEVELS.index(rule.level) > LEVELS.index(found.level) and evaluate(rule.when, facts) is None
    }
    assert {rule.rule for rule in found.could_not_rule_out} == unknown


@given(cases())
def test_every_rule_left_open_names_facts_that_nobody_told_us(data: Data) -> None:
    facts = facts_of(data)
    for rule in assessed(data).disposition.could_not_rule_out:
        assert rule.missing, rule.rule
        assert facts.keys().isdisjoint(rule.missing), rule


@given(cases())
def test_every_fact_named_as_missing_stands_behind_a_deciding_one(data: Data) -> None:
    facts = facts_of(data)
    for rule in assessed(data).disposition.could_not_rule_out:
        for fact in rule.missing:
            named = deciding(SHIPPED.rules[rule.rule].when, facts)
            worked_out = any(key.startswith(("beyond.", "rising.", "rebound.")) for key in named)
            assert fact in named or worked_out, (rule.rule, fact)


@given(cases())
def test_rules_left_open_stand_most_urgent_first(data: Data) -> None:
    levels = [LEVELS.index(rule.level) for rule in assessed(data).disposition.could_not_rule_out]
    assert levels == sorted(levels, reverse=True)


def test_a_sign_denied_earlier_and_reported_now_came_back_even_if_forgotten_facts_could_hide_it() -> None:
    """Why only the last check-in may be forgotten: the pain that came back is known from its absence in between."""
    looks = ({"day": 1, "signs": {"pain": "moderate"}}, {"day": 2, "signs": {"pain": "none"}})
    gone_between = case_data(3, earlier=looks, signs={"pain": "mild"})
    forgotten = case_data(3, earlier=looks[:1], signs={"pain": "mild"})
    assert urgency(gone_between) > urgency(forgotten)
