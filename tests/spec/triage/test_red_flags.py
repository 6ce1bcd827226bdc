"""Red flags: get emergency help now

Signs of a severe allergic reaction, of numbing cream in the blood, of an infection in the blood or behind the eye, of
herpes that spreads and of dying skin. Each counts on any day.
"""

import pytest

from tests.spec.building import a_case, a_fully_told_case, level_of, rules_of


@pytest.mark.parametrize(
    "sign", ["trouble breathing", "lip swelling", "swollen tongue", "fainted", "seizure", "confusion"]
)
@pytest.mark.parametrize("day", [0, 28])
def test_signs_that_need_nothing_beside_them(sign, day, knowledge):
    """Trouble breathing, a swollen face or tongue, fainting, a seizure and confusion are emergencies by themselves."""
    assert level_of(a_case(day, signs={sign: "mild"}), knowledge) == "emergency"


@pytest.mark.parametrize(
    ("severity", "where", "level"),
    [
        ("mild", "localised", "same-day"),
        ("mild", "diffuse", "emergency"),
        ("mild", "spreading", "emergency"),
        ("severe", "localised", "emergency"),
    ],
)
def test_hives(severity, where, level, knowledge):
    """Hives are a reason to call today; hives over a wide area are an emergency."""
    assert level_of(a_fully_told_case(signs={"hives": severity}, distribution=where), knowledge) == level


@pytest.mark.parametrize(
    ("day", "cream", "level"),
    [(2, "yes", "emergency"), (3, "yes", "same-day"), (0, "no", "same-day")],
)
def test_a_racing_heart_after_numbing_cream(day, cream, level, knowledge):
    """A racing heart within 3 days of numbing cream is an emergency; later or without it, call today."""
    case = a_fully_told_case(day, signs={"racing heart": "mild"}, procedure={"numbing_cream": cream})

    assert level_of(case, knowledge) == level


def test_a_severe_racing_heart(knowledge):
    """A severe racing heart is an emergency with or without numbing cream."""
    assert level_of(a_fully_told_case(9, signs={"racing heart": "severe"}), knowledge) == "emergency"


@pytest.mark.parametrize("illness", [{"fever": "yes"}, {"temperature_c": 38.2}, {"signs": {"vomiting": "mild"}}])
def test_spreading_and_ill(illness, knowledge):
    """Something that spreads, together with a sign of illness, is an emergency."""
    case = a_fully_told_case(distribution="spreading", **illness)

    assert "spreading_and_ill" in rules_of(case, knowledge)


def test_an_inflamed_skin_and_two_signs_of_illness(knowledge):
    """Clear redness with a fever is a reason to call today; with a second sign of illness it is an emergency."""
    one = a_fully_told_case(signs={"redness": "moderate"}, fever="yes")
    two = a_fully_told_case(signs={"redness": "moderate", "vomiting": "mild"}, fever="yes")

    assert level_of(one, knowledge) == "same-day"
    assert level_of(two, knowledge) == "emergency"


@pytest.mark.parametrize(
    ("beside", "level"),
    [({}, "same-day"), ({"trend": "worsening"}, "emergency"), ({"fever": "yes"}, "emergency")],
)
@pytest.mark.parametrize("sign", ["swollen eye", "eye pain", "blurred vision"])
def test_eyes(sign, beside, level, knowledge):
    """An eye sign is a reason to call today; one that gets worse, or with an illness, is an emergency."""
    assert level_of(a_fully_told_case(signs={sign: "mild"}, **beside), knowledge) == level


@pytest.mark.parametrize(
    ("signs", "beside", "level"),
    [
        ({"blisters": "mild"}, {}, "same-day"),
        ({"open sores": "mild"}, {}, "same-day"),
        ({"blisters": "mild"}, {"distribution": "diffuse"}, "emergency"),
        ({"blisters": "mild"}, {"fever": "yes"}, "emergency"),
        ({"blisters": "mild", "swollen eye": "mild"}, {}, "emergency"),
    ],
)
def test_blisters(signs, beside, level, knowledge):
    """Blisters and open sores mean a call today; widespread, near an eye or with a fever they are an emergency."""
    assert level_of(a_fully_told_case(signs=signs, **beside), knowledge) == level


@pytest.mark.parametrize(
    ("signs", "beside", "level"),
    [
        ({"white patch": "mild"}, {}, "same-day"),
        ({"black patch": "mild"}, {}, "same-day"),
        ({"black patch": "severe"}, {}, "emergency"),
        ({"white patch": "mild", "pain": "severe"}, {}, "emergency"),
        ({"black patch": "mild"}, {"distribution": "spreading"}, "emergency"),
    ],
)
def test_white_and_black_patches(signs, beside, level, knowledge):
    """A white or black patch is a reason to call today; large, very painful or growing it is an emergency."""
    assert level_of(a_fully_told_case(signs=signs, **beside), knowledge) == level
