"""Rules in plain words

Every condition can be said in plain words, built from the phrase that the knowledge holds for each sign and fact. So
a warning always says exactly what its rule asks.
"""

import pytest

from needlecare.core.saying import fact_words, question_for, say, told
from needlecare.knowledge.condition import All, Among, AnyOf, AtLeast, Not, NumberIn, SignIs, Unknown, Yes
from needlecare.knowledge.vocabulary import SIGNS

FEVER, SPREADING, ITCH = Yes(yes="fever"), Among(fact="distribution", among=("spreading",)), SignIs(sign="itch")

SENTENCES = [
    (SignIs(sign="erythema"), "redness"),
    (SignIs(sign="vesicles"), "blisters"),
    (SignIs(sign="erythema", at_least="moderate"), "moderate or severe redness"),
    (SignIs(sign="erythema", at_least="severe"), "severe redness"),
    (NumberIn(number="day", from_=4), "day 4 or later"),
    (NumberIn(number="day", below=8), "before day 8"),
    (NumberIn(number="day", from_=4, below=8), "day 4 to 7"),
    (NumberIn(number="temperature_c", from_=38), "a temperature of 38 °C or more"),
    (NumberIn(number="temperature_c", from_=38.5), "a temperature of 38.5 °C or more"),
    (NumberIn(number="needle_depth_mm", below=0.5), "needle depth of less than 0.5 mm"),
    (NumberIn(number="pain_0_10", from_=4, below=7), "pain of 4 to less than 7 out of 10"),
    (FEVER, "a fever"),
    (Yes(yes="rising.pain"), "more pain than at the last check-in"),
    (Yes(yes="rebound.pain"), "pain back after getting better"),
    (Yes(yes="exposure.vitamin_c"), "vitamin C on the skin"),
    (SPREADING, "spreading"),
    (Among(fact="trend", among=("stable", "worsening")), "staying the same or getting worse"),
    (Unknown(unknown="day"), "the day is not known"),
    (All(all=(FEVER, SPREADING)), "a fever and spreading"),
    (AnyOf(any=(FEVER, SPREADING)), "a fever or spreading"),
    (All(all=(FEVER, AnyOf(any=(SPREADING, ITCH)))), "a fever and (spreading or itching)"),
    (AtLeast(at_least=2, of=(FEVER, SPREADING, ITCH)), "at least 2 of: a fever; spreading; itching"),
    (Not(not_=Yes(yes="sterile_single_use")), "the needles were not new and sterile, or were shared"),
    (Not(not_=SPREADING), "not spreading"),
    (Not(not_=All(all=(FEVER, SPREADING))), "not (a fever and spreading)"),
]


@pytest.mark.parametrize(("condition", "sentence"), SENTENCES, ids=[sentence for _, sentence in SENTENCES])
def test_conditions(condition, sentence, knowledge):
    """A condition is said as a phrase that can stand in a list."""
    assert say(condition, knowledge) == sentence


TOLD = [
    (SignIs(sign="erythema"), {"sign.erythema": 2}, True, "redness: moderate"),
    (NumberIn(number="day", from_=4), {"day": 5}, True, "it is day 5"),
    (NumberIn(number="temperature_c", from_=38), {"temperature_c": 39.4}, True, "a temperature: 39.4 °C"),
    (FEVER, {"fever": True}, True, "you have a fever"),
    (FEVER, {"fever": False}, False, "you have no fever"),
    (
        Yes(yes="sterile_single_use"),
        {"sterile_single_use": False},
        False,
        "the needles were not new and sterile, or were shared",
    ),
    (
        Yes(yes="rising.erythema"),
        {"rising.erythema": True},
        True,
        "you report more redness than at your last check-in",
    ),
    (SPREADING, {"distribution": frozenset({"spreading", "localised"})}, True, "spreading"),
    (Among(fact="trend", among=("stable", "worsening")), {"trend": "worsening"}, True, "getting worse"),
    (Unknown(unknown="day"), {}, True, "the day is not known"),
]


@pytest.mark.parametrize(("condition", "facts", "truth", "sentence"), TOLD, ids=[case[3] for case in TOLD])
def test_what_was_told(condition, facts, truth, sentence, knowledge):
    """What a person told us is said back in their terms."""
    assert told(condition, truth, facts, knowledge) == sentence


def test_questions(knowledge):
    """Every sign can be asked for, and so can every fact that is not worked out from others."""
    assert question_for("sign.erythema", knowledge) == (
        "Is your skin red, or darker, purple or greyish where it was treated?"
    )
    assert question_for("day", knowledge) == "How many days ago was the treatment? (The day itself is day 0.)"
    assert question_for("rising.pain", knowledge) is None


def test_singular_and_plural(knowledge):
    """What is said of a sign agrees with it in number: redness has lasted, crusts have."""
    said = {
        sign: f"{fact_words(f'beyond.{sign}', knowledge).yes}; {fact_words(f'rebound.{sign}', knowledge).name}"
        for sign in SIGNS
        if knowledge.signs[sign].plural
    }

    assert [sign for sign, text in said.items() if " has lasted" in text or " comes back" in text] == []
