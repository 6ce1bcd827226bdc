"""What a reason carries: its rule's own words and level, and what was told, with the fact it was told of."""

import pytest

from needlecare.core.assess import assess
from needlecare.core.assessment import Told
from tests.spec.building import TODAY, a_case, a_fully_told_case


def said(case, knowledge):
    return assess(case, knowledge, TODAY).disposition


@pytest.mark.parametrize(
    ("case", "rule", "facts"),
    [
        (
            a_case(3, signs={"redness": "mild"}, distribution="spreading"),
            "spreading_redness",
            (Told("distribution", "spreading"), Told("sign.erythema", "redness: mild")),
        ),
        (
            a_fully_told_case(5, signs={"burning": "severe"}),
            "strong_signs_after_day_3",
            (Told("day", "it is day 5"), Told("sign.burning", "burning or stinging: severe")),
        ),
        (a_fully_told_case(fever="yes"), "fever", (Told("fever", "you have a fever"),)),
        (a_fully_told_case(None), "day_unknown", (Told("day", "the day is not known"),)),
    ],
    ids=["a choice and a sign", "a day and a sign", "a yes", "a day that nobody told"],
)
def test_each_thing_told_stands_with_its_fact(case, rule, facts, knowledge):
    told = {because.rule: because.facts for because in said(case, knowledge).because}

    assert told[rule] == facts


def test_a_reason_has_the_level_and_the_words_of_its_rule(knowledge):
    case = a_fully_told_case(signs={"itching": "severe", "pus": "mild", "trouble breathing": "mild"})
    reasons = said(case, knowledge).because

    assert [because.level for because in reasons] == ["emergency", "same-day", "contact-provider"]
    for because in reasons:
        rule = knowledge.rules[because.rule]
        assert (because.name, because.level, because.reason) == (rule.name, rule.level, rule.reason)


def test_what_could_not_be_ruled_out_has_the_level_and_the_name_of_its_rule(knowledge):
    [still_open] = said(a_fully_told_case(fever=None), knowledge).could_not_rule_out

    assert (still_open.rule, still_open.level, still_open.name) == ("fever", "same-day", "Fever")


def test_the_first_line_is_that_of_the_level(knowledge):
    assert said(a_fully_told_case(signs={"pus": "mild"}), knowledge).headline == "Call your clinic today"
