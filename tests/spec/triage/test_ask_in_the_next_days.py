"""Reasons to ask the clinic in the next days

Healing that lies outside the expected course: redness and heat that stay, pimples that do not settle, bumps and marks
that come late. Each has its day.
"""

import pytest

from tests.spec.building import a_case, a_fully_told_case, level_of, rules_of


@pytest.mark.parametrize(("day", "level"), [(7, "self-care"), (8, "contact-provider")])
def test_late_redness(day, level, knowledge):
    """Redness on day 8 lies outside every published course."""
    assert level_of(a_fully_told_case(day, signs={"redness": "mild"}), knowledge) == level


@pytest.mark.parametrize(
    ("device", "day", "level"),
    [
        ("pen", 7, "self-care"),
        ("pen", 8, "contact-provider"),
        ("rf", 14, "self-care"),
        ("rf", 15, "contact-provider"),
    ],
)
def test_late_swelling(device, day, level, knowledge):
    """Swelling on day 8 is too long; after radiofrequency needles on day 15."""
    case = a_fully_told_case(day, signs={"swelling": "mild"}, procedure={"device": device})

    assert level_of(case, knowledge) == level


@pytest.mark.parametrize(("day", "level"), [(4, "self-care"), (5, "contact-provider")])
def test_late_itch(day, level, knowledge):
    """Itching on day 5 is too long."""
    assert level_of(a_fully_told_case(day, signs={"itching": "mild"}), knowledge) == level


@pytest.mark.parametrize(("day", "met"), [(3, False), (4, True)])
def test_redness_that_grows_after_day_3(day, met, knowledge):
    """Redness that gets worse counts from day 4."""
    case = a_fully_told_case(day, signs={"redness": "mild"}, trend="worsening")

    assert ("worse_after_day_3" in rules_of(case, knowledge)) is met


@pytest.mark.parametrize("skin_type", ["II", "VI"])
def test_heat_in_place_of_redness(skin_type, knowledge):
    """Heat that gets worse counts like redness, on every skin; on deep skin it is the better sign."""
    case = a_fully_told_case(4, signs={"heat": "mild"}, trend="worsening", patient={"fitzpatrick": skin_type})

    assert "worse_after_day_3" in rules_of(case, knowledge)


@pytest.mark.parametrize(("day", "level"), [(3, "self-care"), (4, "contact-provider")])
def test_strong_redness_after_day_3(day, level, knowledge):
    """Severe redness counts from day 4."""
    assert level_of(a_fully_told_case(day, signs={"redness": "severe"}), knowledge) == level


@pytest.mark.parametrize(("day", "level"), [(1, "self-care"), (2, "contact-provider")])
def test_bleeding_after_the_first_day(day, level, knowledge):
    """Pinpoint bleeding counts from day 2."""
    assert level_of(a_fully_told_case(day, signs={"bleeding": "mild"}), knowledge) == level


@pytest.mark.parametrize(
    ("day", "trend", "met"), [(9, "stable", False), (10, "stable", True), (10, "improving", False)]
)
def test_pimples_not_settling_by_day_10(day, trend, met, knowledge):
    """Pimples that are no better on day 10 are shown to the clinic."""
    case = a_fully_told_case(day, signs={"pimples": "mild"}, trend=trend)

    assert ("spots_not_settling" in rules_of(case, knowledge)) is met


@pytest.mark.parametrize(("day", "level"), [(10, "self-care"), (11, "contact-provider")])
def test_white_heads_after_day_10(day, level, knowledge):
    """Spots with a white head count from day 11, even where they get better."""
    assert level_of(a_fully_told_case(day, signs={"whiteheads": "mild"}), knowledge) == level


@pytest.mark.parametrize(("day", "level"), [(14, "self-care"), (15, "contact-provider")])
def test_late_bumps(day, level, knowledge):
    """Bumps that are still there on day 15 are shown to the clinic, even where they get better."""
    assert level_of(a_fully_told_case(day, signs={"bumps": "mild"}), knowledge) == level


@pytest.mark.parametrize(("day", "met"), [(6, False), (7, True)])
def test_pimples_that_grow_after_the_first_week(day, met, knowledge):
    """Pimples that get worse count from day 7."""
    case = a_fully_told_case(day, signs={"pimples": "mild"}, trend="worsening")

    assert ("spots_getting_worse" in rules_of(case, knowledge)) is met


@pytest.mark.parametrize(("count", "level"), [(20, "self-care"), (21, "contact-provider")])
def test_many_pimples(count, level, knowledge):
    """More than 20 pimples are shown to the clinic on any day."""
    case = a_fully_told_case(2, signs={"pimples": "unknown"}, counts={"pimples": count})

    assert level_of(case, knowledge) == level


@pytest.mark.parametrize(("itch", "met"), [("mild", False), ("moderate", True)])
def test_itchy_bumps(itch, met, knowledge):
    """Bumps that clearly itch can be a yeast or a reaction, and are shown to the clinic."""
    assert ("itchy_bumps" in rules_of(a_fully_told_case(signs={"pimples": "mild", "itching": itch}), knowledge)) is met


@pytest.mark.parametrize("where", ["grid", "linear_tracks"])
def test_bumps_in_the_pattern_of_the_needles(where, knowledge):
    """Bumps in lines or in a grid are shown to the clinic."""
    case = a_fully_told_case(signs={"bumps": "mild"}, distribution=where)

    assert "bumps_in_needle_pattern" in rules_of(case, knowledge)


@pytest.mark.parametrize(("day", "level"), [(1, "self-care"), (2, "contact-provider")])
def test_dark_patches(day, level, knowledge):
    """New dark patches count from day 2; darkening on the first days is something else."""
    assert level_of(a_fully_told_case(day, signs={"dark patches": "mild"}), knowledge) == level


@pytest.mark.parametrize(
    ("device", "day", "level"), [("pen", 1, "self-care"), ("pen", 2, "contact-provider"), ("rf", 1, "contact-provider")]
)
def test_numb_skin(device, day, level, knowledge):
    """Numb skin counts from day 2, and after radiofrequency needles from day 1."""
    case = a_fully_told_case(day, signs={"numbness": "mild"}, procedure={"device": device})

    assert level_of(case, knowledge) == level


@pytest.mark.parametrize("day", [0, 30, 365])
def test_used_needles(day, knowledge):
    """Needles that were not new and sterile are spoken of with the clinic, however long ago."""
    assert "unsafe_needles" in rules_of(a_case(day, procedure={"sterile_single_use": "no"}), knowledge)
