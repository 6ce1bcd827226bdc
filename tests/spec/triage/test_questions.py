"""What could not be ruled out, and what to ask next

Facts that nobody gave leave rules open. The answer names the rules of a higher level that are still open, and asks
for those facts, and only those, that could raise the level: the most decisive first.
"""

import pytest

from needlecare.core.assess import assess
from tests.spec.building import TODAY, a_case, a_fully_told_case, level_of


def asked(case, knowledge):
    return [question.fact for question in assess(case, knowledge, TODAY).questions]


def left_open(case, knowledge):
    return {item.rule: item.missing for item in assess(case, knowledge, TODAY).disposition.could_not_rule_out}


def test_one_unknown_fact(knowledge):
    """With only the fever unknown, only the fever is asked for."""
    case = a_fully_told_case(fever=None)

    assert asked(case, knowledge) == ["fever"]
    assert left_open(case, knowledge) == {"fever": ("fever",)}


def test_a_question_in_plain_words(knowledge):
    """A question is asked in plain words, with the level it could lead to and the rules it would settle."""
    [question] = assess(a_fully_told_case(fever=None), knowledge, TODAY).questions

    assert question.text == "Do you have a fever (38 °C or more), or do you feel hot and shivery?"
    assert (question.could_become, question.rules) == ("same-day", ("fever",))


def test_nothing_to_ask(knowledge):
    """Somebody who has told everything is asked nothing."""
    assert asked(a_fully_told_case(), knowledge) == []


def test_facts_that_cannot_raise_the_level(knowledge):
    """A fact that cannot raise the level any more is not asked for."""
    case = a_fully_told_case(signs={"pus": "mild", "itching": "unknown", "scars": "unknown"})

    assert asked(case, knowledge) == []


def test_nothing_is_asked_in_an_emergency(knowledge):
    """An emergency leaves nothing open and asks nothing."""
    case = a_case(signs={"trouble breathing": "mild"})

    assert asked(case, knowledge) == []
    assert left_open(case, knowledge) == {}


def test_the_most_urgent_first(knowledge):
    """Questions that could lead to an emergency come first, then those that could lead to a call today."""
    case = a_fully_told_case(signs={"itching": "unknown", "pus": "unknown", "trouble breathing": "unknown"})

    assert asked(case, knowledge) == ["sign.breathing_difficulty", "sign.discharge", "sign.itch"]


def test_every_level_in_order(knowledge):
    """However little is known, no question stands before one that could lead higher."""
    order = [question.could_become for question in assess(a_case(), knowledge, TODAY).questions]

    assert order == sorted(order, key=["emergency", "same-day", "contact-provider"].index)


def test_what_decides_alone_first(knowledge):
    """Of two questions of one level, the one whose answer alone would raise it comes first."""
    case = a_fully_told_case(signs={"fainting": "unknown", "blisters": "unknown"}, distribution=None)

    assert asked(case, knowledge)[0] == "sign.fainting"


@pytest.mark.parametrize("fact", ["sign.breathing_difficulty", "sign.palpitations", "fever", "sign.discharge"])
def test_asked_for_once(fact, knowledge):
    """However many rules need a fact, it is asked for once."""
    assert asked(a_case(signs={"redness": "mild"}), knowledge).count(fact) == 1


def test_the_day_is_asked_for(knowledge):
    """Where the day is unknown and could raise the level, it is asked for."""
    assert "day" in asked(a_fully_told_case(None, signs={"scabs": "moderate", "pain": "moderate"}), knowledge)


def test_a_day_that_decides_nothing(knowledge):
    """Where every sign is absent, the day could not raise the level, and is not asked for."""
    assert "day" not in asked(a_fully_told_case(None), knowledge)


def test_what_is_worked_out_is_asked_for_by_its_parts(knowledge):
    """Whether a sign lasts too long is not asked; whether it is there is."""
    case = a_fully_told_case(9, signs={"redness": "unknown"})

    assert "redness_too_long" in left_open(case, knowledge)
    assert asked(case, knowledge) == ["sign.erythema"]


def test_a_depth_that_cannot_change_the_answer(knowledge):
    """How long swelling may last depends on the device alone, so the needle depth is not asked for."""
    case = a_fully_told_case(
        10, signs={"swelling": "mild"}, procedure={"device": "unknown", "needle_depth_mm": "unknown"}
    )

    assert level_of(case, knowledge) == "self-care"
    assert asked(case, knowledge) == ["device"]


def test_unknown_needles_are_left_open(knowledge):
    """Needles of which nobody said whether they were new are left open and asked for."""
    case = a_fully_told_case(2, procedure={"sterile_single_use": "unknown"})

    assert left_open(case, knowledge) == {
        "shared_needles_first_days": ("sterile_single_use",),
        "unsafe_needles": ("sterile_single_use",),
    }
    assert asked(case, knowledge) == ["sterile_single_use"]
