"""Contradictions are read the safe way

Where two things that a person told us cannot both be so, the more worrying one counts, and the answer says which one
was taken. Nothing is dropped in silence.
"""

from needlecare.core.facts import situation
from tests.spec.building import TODAY, a_case


def seen(knowledge, case):
    found = situation(case, knowledge, TODAY)
    return found.facts, [text for kind, text in found.notices if kind == "contradiction"]


def test_no_fever_but_a_high_temperature(knowledge):
    """Somebody who says no fever and measures 39.4 °C has a fever."""
    facts, notices = seen(knowledge, a_case(fever="no", temperature_c=39.4))

    assert facts["fever"] is True
    assert notices == ["You said no fever, but 39.4 °C is a fever. We take it as a fever."]


def test_fever_begins_at_38(knowledge):
    """A temperature of 38 °C is a fever; one of 37.9 °C is none."""
    assert seen(knowledge, a_case(temperature_c=38.0))[0]["fever"] is True
    assert seen(knowledge, a_case(temperature_c=37.9))[0]["fever"] is False


def test_a_fever_but_a_low_temperature(knowledge):
    """Somebody who says fever and measures 36.8 °C is taken to have a fever."""
    facts, notices = seen(knowledge, a_case(fever="yes", temperature_c=36.8))

    assert facts["fever"] is True
    assert notices == ["You said fever, but measured 36.8 °C. We take it as a fever."]


def test_no_pimples_but_twelve(knowledge):
    """Somebody who says no pimples and counts 12 has moderate pimples."""
    facts, notices = seen(knowledge, a_case(signs={"pimples": "none"}, counts={"pimples": 12}))

    assert facts["sign.papules"] == 2
    assert notices == ["small solid pimples: you said none, but also a count of 12. We take it as moderate."]


def test_many_pimples_but_a_count_of_none(knowledge):
    """Somebody who says severe pimples and counts none has severe pimples."""
    facts, notices = seen(knowledge, a_case(signs={"pimples": "severe"}, counts={"pimples": 0}))

    assert facts["sign.papules"] == 3
    assert notices == ["small solid pimples: you said severe, but also a count of 0. We take it as severe."]


def test_no_pain_but_eight_out_of_ten(knowledge):
    """Somebody who says no pain and gives it 8 out of 10 has severe pain."""
    facts, notices = seen(knowledge, a_case(signs={"pain": "none"}, pain_0_10=8))

    assert facts["sign.pain"] == 3
    assert notices == ["pain: you said none, but also 8 out of 10. We take it as severe."]


def test_mild_itch_but_nine_out_of_ten(knowledge):
    """Two steps apart is a contradiction too."""
    facts, notices = seen(knowledge, a_case(signs={"itch": "mild"}, itch_0_10=9))

    assert facts["sign.itch"] == 3
    assert notices == ["itching: you said mild, but also 9 out of 10. We take it as severe."]


def test_getting_better_but_more_of_it(knowledge):
    """Somebody who says it gets better and reports more than last time is getting worse."""
    case = a_case(
        4, signs={"redness": "severe"}, trend="improving", earlier=({"day": 3, "signs": {"redness": "mild"}},)
    )
    facts, notices = seen(knowledge, case)

    assert facts["trend"] == "worsening"
    assert notices == ["You said that it gets better, but you report more than last time. We take it as worse."]


def test_better_on_the_whole(knowledge):
    """Somebody with less redness and a little more itch may say that it gets better."""
    case = a_case(
        4,
        signs={"redness": "none", "itch": "mild"},
        trend="improving",
        earlier=({"day": 3, "signs": {"redness": "moderate", "itch": "none"}},),
    )
    facts, notices = seen(knowledge, case)

    assert facts["trend"] == "improving"
    assert facts["rising.itch"] is True
    assert notices == []


def test_a_sign_that_begins_in_the_future(knowledge):
    """A sign said to begin after the check-in has an unknown first day."""
    facts, notices = seen(knowledge, a_case(3, signs={"pimples": "mild"}, onset_day={"pimples": 5}))

    assert "onset.papules" not in facts
    assert len(notices) == 1
    assert "day 5, after day 3" in notices[0]


def test_no_contradiction(knowledge):
    """Where all agrees, nothing is said."""
    case = a_case(fever="no", temperature_c=36.8, signs={"pain": "mild"}, pain_0_10=2, counts={"pimples": 3})

    assert seen(knowledge, case)[1] == []
