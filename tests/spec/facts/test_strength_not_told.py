"""A sign without its strength

A sign may be told as there, without saying how strong it is. It counts as severe, and the answer says so: nobody is
told back what they never said.
"""

from needlecare.core.assess import assess
from tests.spec.building import TODAY, a_case


def notices(answer):
    return [notice.text for notice in answer.notices if notice.kind == "assumed"]


def facts(answer):
    return {fact.text for because in answer.disposition.because for fact in because.facts}


def test_it_counts_as_severe(knowledge):
    """The level is that of the severe sign."""
    there, severe = (assess(a_case(3, signs={"hives": told}), knowledge, TODAY) for told in ("there", "severe"))

    assert there.disposition.level == severe.disposition.level == "emergency"
    assert notices(severe) == []


def test_the_answer_says_that_it_was_taken_as_severe(knowledge):
    """A notice names the sign, and the reason says that nobody told how strong it is."""
    answer = assess(a_case(3, signs={"hives": "there"}), knowledge, TODAY)

    assert notices(answer) == ["You did not say how strong this is: hives. We took it as severe, to be careful."]
    assert facts(answer) == {"hives: you did not say how strong, so we took it as severe"}


def test_a_number_says_how_strong_it_is(knowledge):
    """Pain that is there, and 2 of 10, is mild, and nothing is assumed."""
    answer = assess(a_case(1, signs={"pain": "there"}, pain_0_10=2), knowledge, TODAY)
    [pain] = [sign for sign in answer.course.signs if sign.sign == "pain"]

    assert (pain.severity, notices(answer)) == ("mild", [])


def test_it_stays_so_until_it_is_told_again(knowledge):
    """A sign that was there yesterday, and not spoken of today, is still taken as severe, and said so."""
    before = ({"day": 2, "signs": {"hives": "there"}},)

    assert notices(assess(a_case(3, earlier=before), knowledge, TODAY)) != []
    assert notices(assess(a_case(3, earlier=before, signs={"hives": "mild"}), knowledge, TODAY)) == []
