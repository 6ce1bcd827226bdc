"""Reasons to call today

Signs that may mean an infection, a cold sore, a burn or shared needles. Most have a day from which they count,
because pain and heat are ordinary at first.
"""

import pytest

from tests.spec.building import a_case, a_fully_told_case, level_of, rules_of


@pytest.mark.parametrize("sign", ["redness", "heat", "swelling", "pain", "burning", "whiteheads", "scabs"])
def test_spreading_redness(sign, knowledge):
    """Redness, heat, swelling, pain, pus spots or crusts that spread are a reason to call today."""
    case = a_fully_told_case(signs={sign: "mild"}, distribution="spreading")

    assert "spreading_redness" in rules_of(case, knowledge)


def test_redness_that_stays_where_it_is(knowledge):
    """Redness all over the treated skin is ordinary on day 1."""
    assert (
        level_of(a_fully_told_case(1, signs={"redness": "moderate"}, distribution="diffuse"), knowledge) == "self-care"
    )


def test_pus(knowledge):
    """Pus or weeping is a reason to call today, from the first trace of it."""
    assert rules_of(a_fully_told_case(signs={"pus": "mild"}), knowledge) == ["pus"]


def test_spots_with_a_white_head_are_not_pus(knowledge):
    """A few spots with a white head are not pus."""
    assert level_of(a_fully_told_case(signs={"whiteheads": "mild"}), knowledge) == "self-care"


@pytest.mark.parametrize("told", [{"fever": "yes"}, {"temperature_c": 38.0}, {"fever": "no", "temperature_c": 38.5}])
def test_fever(told, knowledge):
    """A fever, said or measured, is a reason to call today."""
    assert level_of(a_case(**told), knowledge) == "same-day"


def test_no_fever(knowledge):
    """37.9 °C is no fever."""
    assert level_of(a_fully_told_case(fever=None, temperature_c=37.9), knowledge) == "self-care"


@pytest.mark.parametrize(("points", "level"), [(6, "self-care"), (7, "same-day")])
def test_severe_pain(points, level, knowledge):
    """Pain of 7 out of 10 is a reason to call today; pain of 6 is not by itself, on the first day."""
    assert level_of(a_fully_told_case(1, signs={"pain": "unknown"}, pain_0_10=points), knowledge) == level


@pytest.mark.parametrize(("day", "met"), [(2, False), (3, True)])
def test_hot_and_painful_from_day_3(day, met, knowledge):
    """Clear heat and pain together count from day 3."""
    case = a_fully_told_case(day, signs={"heat": "moderate", "pain": "moderate"})

    assert ("hot_and_painful" in rules_of(case, knowledge)) is met


@pytest.mark.parametrize(("day", "met"), [(1, False), (2, True)])
def test_growing_pain_from_day_2(day, met, knowledge):
    """Clear pain that gets worse counts from day 2."""
    case = a_fully_told_case(day, signs={"pain": "moderate"}, trend="worsening")

    assert ("pain_returned" in rules_of(case, knowledge)) is met


def test_pain_that_comes_back(knowledge):
    """Pain that had gone and comes back is a reason to call today, however mild."""
    earlier = ({"day": 1, "signs": {"pain": "moderate"}}, {"day": 3, "signs": {"pain": "none"}})

    assert "pain_returned" in rules_of(a_case(5, signs={"pain": "mild"}, earlier=earlier), knowledge)


@pytest.mark.parametrize(("day", "met"), [(2, False), (3, True)])
def test_thick_crusts_on_sore_skin_from_day_3(day, met, knowledge):
    """Clear crusts on skin that hurts count from day 3."""
    case = a_fully_told_case(day, signs={"scabs": "moderate", "pain": "moderate"})

    assert ("infected_crusts" in rules_of(case, knowledge)) is met


@pytest.mark.parametrize(("day", "met"), [(1, False), (2, True)])
@pytest.mark.parametrize(
    "told",
    [
        {"distribution": "clustered"},
        {"signs": {"burning": "moderate"}},
        {"signs": {"burning": "mild"}, "patient": {"history": {"cold_sores": "yes"}}},
    ],
)
def test_cold_sores_from_day_2(told, day, met, knowledge):
    """Crusts in a cluster, crusts that burn, or that tingle in somebody who has cold sores, count from day 2."""
    signs = {"scabs": "mild"} | told.get("signs", {})
    case = a_fully_told_case(day, **told | {"signs": signs})

    assert ("cold_sore" in rules_of(case, knowledge)) is met


@pytest.mark.parametrize("weakness", [{"history": {"diabetes": "yes"}}, {"medicines": {"oral_steroid": "yes"}}])
def test_a_weakened_defence(weakness, knowledge):
    """With diabetes or a weakened defence, clear heat from day 2 is a reason to call today."""
    assert level_of(a_fully_told_case(2, signs={"heat": "moderate"}), knowledge) == "self-care"
    assert level_of(a_fully_told_case(2, signs={"heat": "moderate"}, patient=weakness), knowledge) == "same-day"


@pytest.mark.parametrize(
    ("day", "setting", "level"),
    [(3, "clinic", "same-day"), (4, "clinic", "contact-provider"), (2, "home", "contact-provider")],
)
def test_shared_needles(day, setting, level, knowledge):
    """Needles that may have been shared in a clinic mean a call today up to day 3: medicine must start in 72 hours."""
    case = a_fully_told_case(day, procedure={"sterile_single_use": "no", "setting": setting})

    assert level_of(case, knowledge) == level


def test_nobody_said_whether_the_needles_were_new(knowledge):
    """Where nobody said whether the needles were new, that is left open and asked, not taken as shared."""
    assert level_of(a_fully_told_case(2, procedure={"sterile_single_use": "unknown"}), knowledge) == "self-care"
