"""Which fact is asked for next, and which question comes first."""

import pytest

from needlecare.core.assess import assess
from tests.spec.building import TODAY, a_fully_told_case


def missing(case, knowledge):
    return {item.rule: item.missing for item in assess(case, knowledge, TODAY).disposition.could_not_rule_out}


def asked(case, knowledge):
    return [question.fact for question in assess(case, knowledge, TODAY).questions]


@pytest.mark.parametrize("pain", ["mild", "moderate"])
def test_whether_a_sign_grows_or_comes_back_is_asked_for_by_the_trend(pain, knowledge):
    """Mild pain could be back, moderate pain could be growing too; a person is asked how it goes, once."""
    assert missing(a_fully_told_case(signs={"pain": pain}, trend=None), knowledge) == {"pain_returned": ("trend",)}


def test_one_thing_at_a_time_is_asked_of_a_sign_that_may_last_too_long(knowledge):
    """Whether there is any swelling comes before the device that was used."""
    case = a_fully_told_case(12, signs={"swelling": "unknown"}, procedure={"device": "unknown"})

    assert missing(case, knowledge)["heat_or_swelling_too_long"] == ("sign.oedema",)


def test_an_answer_that_raises_the_level_alone_comes_before_those_that_need_another(knowledge):
    """A fever or a spreading redness would need each other; a severe change in sight would not."""
    case = a_fully_told_case(distribution=None, fever=None, signs={"vision_change": "unknown"})

    assert asked(case, knowledge)[0] == "sign.vision_change"


def test_a_rule_that_is_met_but_for_one_fact_comes_before_one_that_has_nothing_yet(knowledge):
    """Hives are there already, so where they are comes before a trouble of which nothing is known."""
    case = a_fully_told_case(distribution=None, signs={"hives": "mild", "trouble breathing": "unknown"})

    assert asked(case, knowledge) == ["distribution", "sign.breathing_difficulty"]


def test_the_way_that_has_most_of_its_facts_gives_a_question_its_place(knowledge):
    """A change in sight would be enough while things get worse, and would be enough alone if severe."""
    case = a_fully_told_case(trend="worsening", signs={"vision_change": "unknown", "trouble breathing": "unknown"})

    assert asked(case, knowledge) == ["sign.vision_change", "sign.breathing_difficulty"]
