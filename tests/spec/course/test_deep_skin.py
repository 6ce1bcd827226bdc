"""Redness on brown and black skin

On skin of types V and VI redness is hard to see, by the person and in a photo. So little or no redness says little
there; heat, tightness and soreness are weighed in its place, and the answer says so.
"""

import pytest

from needlecare.core.assess import assess
from tests.spec.building import TODAY, a_case

WEIGH_INSTEAD = "feel for skin that is warm and tight, and notice if it hurts."


def redness(knowledge, skin_type, day=3, severity="mild"):
    case = a_case(
        day,
        signs={"redness": severity},
        patient={"fitzpatrick": skin_type},
        procedure={"device": "pen", "needle_depth_mm": 1.0},
    )
    return next(found for found in assess(case, knowledge, TODAY).course.signs if found.sign == "erythema")


@pytest.mark.parametrize(("skin_type", "compared"), [("IV", "within"), ("V", "cannot_tell"), ("VI", "cannot_tell")])
def test_mild_redness(skin_type, compared, knowledge):
    """Mild redness cannot be judged on types V and VI."""
    assert redness(knowledge, skin_type).compared == compared


@pytest.mark.parametrize("skin_type", ["V", "VI"])
def test_what_to_weigh_instead(skin_type, knowledge):
    """The answer says what to feel for instead."""
    assert redness(knowledge, skin_type).text.endswith(WEIGH_INSTEAD)


def test_no_advice_where_it_is_not_needed(knowledge):
    """On lighter skin nothing of the kind is said."""
    assert WEIGH_INSTEAD not in redness(knowledge, "III").text


def test_no_redness_to_be_seen(knowledge):
    """That no redness is seen on type VI does not say that there is none."""
    assert redness(knowledge, "VI", severity="none").compared == "cannot_tell"


def test_no_redness_is_not_called_fine(knowledge):
    """Where redness cannot be judged, its absence is not called fine."""
    assert "which is fine" not in redness(knowledge, "VI", severity="none").text


def test_clear_redness_counts(knowledge):
    """Redness that is clear even on type VI counts as on any skin."""
    assert redness(knowledge, "VI", day=5, severity="moderate").compared == "later"


def test_redness_that_lasts_counts(knowledge):
    """Redness that can be seen beyond every published course counts, however mild."""
    assert redness(knowledge, "VI", day=8).compared == "beyond"
