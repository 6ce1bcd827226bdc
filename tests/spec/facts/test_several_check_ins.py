"""What earlier check-ins still say

A sign that was there and has not been spoken of since may still be there; one that was not there may have come. So
what was there is carried over for three days, and what was absent never is. Signs that grow, or come back, are
noticed.
"""

import pytest

from needlecare.core.facts import situation
from tests.spec.building import TODAY, a_case


def facts_of(knowledge, case):
    return situation(case, knowledge, TODAY).facts


def notices_of(knowledge, case, kind):
    return [text for found, text in situation(case, knowledge, TODAY).notices if found == kind]


def after(*looks, day=None, **now):
    """A check-in after earlier ones, each given as (day, severity of pain)."""
    earlier = tuple({"day": then, "signs": {"pain": severity}} for then, severity in looks)
    return a_case(day or looks[-1][0] + 1, earlier=earlier, **now)


@pytest.mark.parametrize(("day", "still_there"), [(4, True), (5, True), (6, False)])
def test_what_was_there_is_carried_over_for_three_days(day, still_there, knowledge):
    """A sign counts as still there for three days after it was reported, unless the person says otherwise."""
    facts = facts_of(knowledge, after((2, "moderate"), day=day))

    assert facts.get("sign.pain") == (2 if still_there else None)


def test_what_is_carried_over_is_said(knowledge):
    """The answer says what it carried over."""
    assert notices_of(knowledge, after((2, "moderate"), day=4), "carried_over") == [
        "You told us of pain on day 2 and not since; we take it as still there."
    ]


def test_an_absence_is_never_carried_over(knowledge):
    """A sign that was not there yesterday is unknown today."""
    assert "sign.pain" not in facts_of(knowledge, after((2, "none"), day=3))


def test_a_later_absence_ends_what_was_there(knowledge):
    """A sign that was there, and was then said to be gone, is not carried over; it is unknown."""
    assert "sign.pain" not in facts_of(knowledge, after((1, "severe"), (2, "none"), day=3))


def test_what_is_said_now_counts(knowledge):
    """What is said at this check-in stands above what was said before."""
    assert facts_of(knowledge, after((2, "severe"), signs={"pain": "none"}))["sign.pain"] == 0


def test_a_fever_is_carried_over(knowledge):
    """A fever counts as still there until the person says otherwise."""
    earlier = ({"day": 2, "temperature_c": 38.6},)

    assert facts_of(knowledge, a_case(3, earlier=earlier))["fever"] is True
    assert facts_of(knowledge, a_case(3, earlier=earlier, fever="no"))["fever"] is False
    assert "fever" not in facts_of(knowledge, a_case(6, earlier=earlier))


def test_spreading_is_carried_over(knowledge):
    """What was spreading counts as still spreading until the person says otherwise."""
    earlier = ({"day": 2, "distribution": "spreading"},)

    assert facts_of(knowledge, a_case(3, earlier=earlier))["distribution"] == frozenset({"spreading"})
    assert facts_of(knowledge, a_case(3, earlier=earlier, distribution="localised"))["distribution"] == frozenset(
        {"localised"}
    )


def test_other_distributions_are_not_carried_over(knowledge):
    """That it was in one place yesterday does not say that it is today."""
    assert "distribution" not in facts_of(knowledge, a_case(3, earlier=({"day": 2, "distribution": "localised"},)))


@pytest.mark.parametrize(("before", "now", "rising"), [("mild", "moderate", True), ("mild", "mild", False)])
def test_rising(before, now, rising, knowledge):
    """A sign rises if it is stronger than when it was last spoken of."""
    assert facts_of(knowledge, after((2, before), signs={"pain": now}))["rising.pain"] is rising


def test_rising_looks_past_a_silent_check_in(knowledge):
    """A check-in that does not speak of the sign is passed over."""
    earlier = ({"day": 1, "signs": {"pain": "mild"}}, {"day": 2})

    assert facts_of(knowledge, a_case(3, earlier=earlier, signs={"pain": "moderate"}))["rising.pain"] is True


def test_more_spots_are_more(knowledge):
    """More spots than at the last check-in count as rising, even where both counts have the same name."""
    earlier = ({"day": 7, "counts": {"whiteheads": 6}},)

    assert facts_of(knowledge, a_case(8, earlier=earlier, counts={"whiteheads": 20}))["rising.pustules"] is True


def test_nothing_to_compare_with(knowledge):
    """With one check-in, and no word on how it changes, nobody knows whether a sign rises."""
    assert "rising.pain" not in facts_of(knowledge, a_case(signs={"pain": "moderate"}))


def test_the_person_says_that_nothing_grew(knowledge):
    """Somebody who says that it is better or the same has told us that nothing grew."""
    assert facts_of(knowledge, a_case(signs={"pain": "moderate"}, trend="stable"))["rising.pain"] is False


def test_coming_back(knowledge):
    """A sign comes back if it had got weaker and is stronger again."""
    assert facts_of(knowledge, after((1, "moderate"), (3, "none"), signs={"pain": "mild"}))["rebound.pain"] is True


def test_going_on_is_not_coming_back(knowledge):
    """A sign that never got weaker does not come back."""
    assert facts_of(knowledge, after((1, "mild"), (3, "mild"), signs={"pain": "moderate"}))["rebound.pain"] is False


def test_an_old_check_in(knowledge):
    """A check-in older than yesterday is said to be old, and the person is asked for a new one."""
    case = a_case(3, procedure={"date": "2026-05-20"})

    assert notices_of(knowledge, case, "stale") == [
        "Your last check-in was on day 3; today is day 11. Please check in again."
    ]


@pytest.mark.parametrize("day", [10, 11])
def test_a_fresh_check_in(day, knowledge):
    """A check-in of today or yesterday is fresh."""
    assert notices_of(knowledge, a_case(day, procedure={"date": "2026-05-20"}), "stale") == []


def test_the_signs_keep_their_own_day(knowledge):
    """Signs are judged on the day on which they were reported, even where today is later."""
    found = situation(a_case(3, procedure={"date": "2026-05-20"}), knowledge, TODAY)

    assert (found.facts["day"], found.day, found.today) == (3, 3, 11)
