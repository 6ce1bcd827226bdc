"""The four levels

Every rule is looked at, and the highest level among those that are met counts: look after it at home, ask the clinic
in the next days, call today, get emergency help now. Nothing that is calm can lower it.
"""

import pytest

from needlecare.core.assess import assess
from tests.spec.building import TODAY, a_case, a_fully_told_case, level_of, rules_of


def test_nothing_is_wrong(knowledge):
    """Somebody who was asked everything, and has nothing, looks after it at home."""
    told = assess(a_fully_told_case(), knowledge, TODAY).disposition

    assert (told.level, told.because, told.could_not_rule_out) == ("self-care", (), ())


def test_the_highest_level_counts(knowledge):
    """Of several rules that are met, the most urgent gives the level; all are given as reasons, most urgent first."""
    case = a_fully_told_case(signs={"itching": "severe", "pus": "mild", "trouble breathing": "mild"})

    assert level_of(case, knowledge) == "emergency"
    assert rules_of(case, knowledge) == ["trouble_breathing", "pus", "strong_itch"]


def test_calm_signs_lower_nothing(knowledge):
    """Pus is a reason to call today, however calm all else is."""
    case = a_fully_told_case(signs={"pus": "mild"}, trend="improving", fever="no", temperature_c=36.5)

    assert level_of(case, knowledge) == "same-day"


def test_a_reason_names_what_was_told(knowledge):
    """A reason says the rule, why it is one, what the person told us, and its sources with their grade."""
    case = a_case(3, signs={"redness": "mild"}, distribution="spreading")
    [because] = assess(case, knowledge, TODAY).disposition.because

    assert because.rule == "spreading_redness"
    assert because.name == "Redness, heat, swelling, pain or pus that spreads"
    assert [told.text for told in because.facts] == ["spreading", "redness: mild"]
    assert because.sources == ("MIA", "TEL", "NHS-CEL")
    assert because.grade == "opinion"


@pytest.mark.parametrize(
    ("signs", "level", "act_within"),
    [
        ({"itching": "severe"}, "contact-provider", "the next 2 days"),
        ({"pus": "mild"}, "same-day", "today"),
        ({"trouble breathing": "mild"}, "emergency", "now"),
    ],
)
def test_how_soon_to_act(signs, level, act_within, knowledge):
    """Each level says how soon to act and what to do."""
    told = assess(a_fully_told_case(signs=signs), knowledge, TODAY).disposition

    assert (told.level, told.act_within) == (level, act_within)
    assert len(told.do) == 3


def test_the_day_is_not_known(knowledge):
    """Without the day nobody can call anything expected: ask the clinic."""
    told = assess(a_fully_told_case(None), knowledge, TODAY).disposition

    assert (told.level, [because.rule for because in told.because]) == ("contact-provider", ["day_unknown"])


def test_red_flags_without_a_day(knowledge):
    """Red flags do not wait for the day to be known."""
    assert level_of(a_case(None, signs={"trouble breathing": "mild"}), knowledge) == "emergency"


def test_the_empty_case(knowledge):
    """A case of which nothing is known is never self-care."""
    from needlecare.core.case import Case

    assert level_of(Case(), knowledge) == "contact-provider"


def test_every_rule_of_a_reason_is_cited(knowledge):
    """The sources of every reason are resolved in the answer."""
    answer = assess(a_fully_told_case(signs={"pus": "mild"}), knowledge, TODAY)

    assert {"MIA", "TEL", "SCR", "OPH"} <= answer.sources.keys()
