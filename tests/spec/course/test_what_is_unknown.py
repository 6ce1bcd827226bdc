"""Where nobody can tell

Where the day, the needle depth or the device is unknown, every course that could apply is looked at. If all give the
same answer, that is the answer; if they differ, nobody can tell, and the sign is not called expected.
"""

import pytest

from needlecare.core.assess import assess
from tests.spec.building import TODAY, a_case


def compared(knowledge, day, procedure, severity="mild", sign="redness"):
    course = assess(a_case(day, signs={sign: severity}, procedure=procedure), knowledge, TODAY).course
    return next(found for found in course.signs if found.severity is not None).compared


def test_without_the_day(knowledge):
    """Without the day nothing can be called expected or late."""
    assert compared(knowledge, None, {"device": "pen", "needle_depth_mm": 1.0}) == "cannot_tell"


@pytest.mark.parametrize("procedure", [{}, {"device": "pen"}])
def test_a_depth_that_makes_a_difference(procedure, knowledge):
    """Mild redness on day 5 is late after short needles and ordinary after long ones, so the depth must be known."""
    assert compared(knowledge, 5, procedure) == "cannot_tell"


@pytest.mark.parametrize(("day", "answer"), [(1, "within"), (8, "beyond")])
def test_a_depth_that_makes_none(day, answer, knowledge):
    """On days 1 and 8 every course says the same, so that the depth need not be known."""
    assert compared(knowledge, day, {}) == answer


def test_a_device_that_makes_a_difference(knowledge):
    """Swelling on day 10 is too late after a pen but not after radiofrequency needles, so the device must be known."""
    assert compared(knowledge, 10, {"needle_depth_mm": 1.0}, sign="swelling") == "cannot_tell"
    assert compared(knowledge, 15, {"needle_depth_mm": 1.0}, sign="swelling") == "beyond"


def test_a_depth_is_enough_where_devices_agree(knowledge):
    """Where the devices agree, the depth alone is enough."""
    assert compared(knowledge, 5, {"needle_depth_mm": 1.0}) == "within"


def test_what_cannot_be_told_is_said(knowledge):
    """The answer says that it cannot tell, and when the sign is usually gone."""
    [redness] = [
        found
        for found in assess(a_case(5, signs={"redness": "mild"}), knowledge, TODAY).course.signs
        if found.sign == "erythema"
    ]

    assert redness.text == "Redness: we cannot tell for sure; usually gone by day 8."
