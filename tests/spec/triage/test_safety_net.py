"""The safety net

"Call if …": for every more urgent rule, the smallest changes that would meet it, made from the rules themselves. So
the warnings are always those of the rules, and say what would be new for this person.
"""

import pytest

from needlecare.core.assess import assess
from tests.spec.building import TODAY, a_case, a_fully_told_case


def net(case, knowledge):
    return {item.rule: item.changes for item in assess(case, knowledge, TODAY).safety_net}


def test_one_change(knowledge):
    """Where one change is enough, that one is named."""
    assert net(a_fully_told_case(), knowledge)["severe_pain"] == ("severe pain",)


def test_several_changes_that_would_each_do(knowledge):
    """Where each of several changes is enough, each is named."""
    assert net(a_fully_told_case(), knowledge)["blisters_or_sores"] == ("blisters", "open sores")


def test_only_what_would_be_new(knowledge):
    """What is there already is not named again: for somebody with redness, spreading is enough."""
    assert net(a_fully_told_case(), knowledge)["spreading_redness"][0] == "redness and spreading"
    assert net(a_fully_told_case(signs={"redness": "mild"}), knowledge)["spreading_redness"] == ("spreading",)


def test_the_most_urgent_first(knowledge):
    """Warnings of an emergency come first."""
    order = [item.level for item in assess(a_fully_told_case(), knowledge, TODAY).safety_net]

    assert order == sorted(order, key=["emergency", "same-day", "contact-provider"].index)


def test_only_what_is_more_urgent(knowledge):
    """Somebody who is to call today is warned of emergencies only."""
    items = assess(a_fully_told_case(signs={"pus": "mild"}), knowledge, TODAY).safety_net

    assert {item.level for item in items} == {"emergency"}


def test_nothing_is_more_urgent_than_an_emergency(knowledge):
    """In an emergency there is nothing left to warn of."""
    assert net(a_case(signs={"fainting": "mild"}), knowledge) == {}


def test_unknown_facts_are_warned_of(knowledge):
    """A sign that nobody spoke of is warned of like one that is not there."""
    assert net(a_case(), knowledge)["pus"] == ("pus or yellow fluid",)


@pytest.mark.parametrize(
    "rule", ["unsafe_needles", "shared_needles_first_days", "day_unknown", "spots_in_weak_defence"]
)
def test_what_cannot_come_about(rule, knowledge):
    """A past that cannot change is no warning: old needles, an illness one does not have, a day that is known."""
    assert rule not in net(a_fully_told_case(), knowledge)


def test_a_later_day_is_a_change(knowledge):
    """What is ordinary now may be a reason to call on a later day, and that day is named."""
    case = a_fully_told_case(3, signs={"whiteheads": "mild"})

    assert net(case, knowledge)["spots_not_settling"] == ("day 11 or later",)


def test_a_day_gone_by_is_not(knowledge):
    """A rule for the first days is no warning once they are over."""
    case = a_fully_told_case(3, procedure={"sterile_single_use": "no"})

    assert "shared_needles_first_days" not in net(case, knowledge)


def test_lasting_too_long(knowledge):
    """A sign that would last too long is named with the day from which that would be so."""
    assert net(a_fully_told_case(), knowledge)["redness_too_long"] == ("redness still there on day 8",)


@pytest.mark.parametrize(("device", "day"), [("pen", 8), ("rf", 15)])
def test_lasting_too_long_for_this_device(device, day, knowledge):
    """The day from which swelling lasts too long is that of the device which was used."""
    changes = net(a_fully_told_case(procedure={"device": device}), knowledge)["heat_or_swelling_too_long"]

    assert f"swelling still there on day {day}" in changes


def test_a_day_that_has_passed_is_not_named(knowledge):
    """On day 15 nobody is told to look out for redness on day 8."""
    assert net(a_fully_told_case(15), knowledge)["redness_too_long"] != ("redness still there on day 8",)


def test_every_warning_would_raise_the_level(knowledge):
    """A warning that comes true raises the level as it says."""
    before = a_fully_told_case(signs={"redness": "mild"})
    assert net(before, knowledge)["pus"] == ("pus or yellow fluid",)

    after = a_fully_told_case(signs={"redness": "mild", "pus": "mild"})
    assert assess(after, knowledge, TODAY).disposition.level == "same-day"


def test_at_most_two_changes(knowledge):
    """A warning that would need three things at once is left out."""
    assert "infected_and_very_ill" not in net(a_fully_told_case(), knowledge)
