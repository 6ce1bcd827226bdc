"""Every sign against its expected course

The same redness is ordinary on day 1 and a reason to ask on day 9. Each sign is compared with what has been published
for this day, needle depth and device: earlier than expected, as expected (within), later, or beyond every published
course. Where what is unknown makes a difference, the answer is that nobody can tell.
"""

import pytest

from needlecare.core.assess import assess
from tests.spec.building import TODAY, a_case

PEN_1_MM = {"device": "pen", "needle_depth_mm": 1.0}


def course_of(knowledge, sign, day, severity="mild", procedure=PEN_1_MM):
    course = assess(a_case(day, signs={sign: severity}, procedure=procedure), knowledge, TODAY).course
    return next(found for found in course.signs if found.severity is not None)


@pytest.mark.parametrize(
    ("day", "compared"),
    [(0, "within"), (7, "within"), (8, "beyond"), (20, "beyond")],
)
def test_redness_over_the_days(day, compared, knowledge):
    """Mild redness after needles of 1 mm is as expected up to day 7, and beyond every published course from day 8."""
    assert course_of(knowledge, "redness", day).compared == compared


@pytest.mark.parametrize(("day", "compared"), [(3, "within"), (4, "later"), (7, "later"), (8, "beyond")])
def test_stronger_than_usual_for_the_day(day, compared, knowledge):
    """Moderate redness is as expected up to day 3; from day 4 it is stronger than usual, so healing runs later."""
    assert course_of(knowledge, "redness", day, "moderate").compared == compared


@pytest.mark.parametrize(("day", "compared"), [(3, "within"), (4, "later"), (7, "later"), (8, "beyond")])
def test_short_needles_heal_sooner(day, compared, knowledge):
    """After needles of 0.25 mm mild redness is later than usual from day 4."""
    short = {"device": "pen", "needle_depth_mm": 0.25}

    assert course_of(knowledge, "redness", day, procedure=short).compared == compared


@pytest.mark.parametrize(("depth", "compared"), [(0.39, "later"), (0.4, "within")])
def test_the_depth_bands_meet_without_a_gap(depth, compared, knowledge):
    """A needle of 0.4 mm belongs to the longer ones, and one just below to the shorter."""
    assert (
        course_of(knowledge, "redness", 5, procedure={"device": "pen", "needle_depth_mm": depth}).compared == compared
    )


@pytest.mark.parametrize(("device", "compared"), [("pen", "beyond"), ("roller", "beyond"), ("rf", "later")])
def test_the_device_counts(device, compared, knowledge):
    """Swelling on day 10 is beyond every course after a pen or roller, but only late after radiofrequency needles."""
    procedure = {"device": device, "needle_depth_mm": 1.0}

    assert course_of(knowledge, "swelling", 10, procedure=procedure).compared == compared


@pytest.mark.parametrize(("day", "compared"), [(0, "earlier"), (1, "within"), (10, "within"), (11, "beyond")])
def test_pimples_begin_later(day, compared, knowledge):
    """Pimples on the day itself come earlier than expected; from day 1 a few are expected."""
    assert course_of(knowledge, "pimples", day).compared == compared


def test_an_absent_sign_is_fine(knowledge):
    """A sign that is not there is as expected on any day."""
    redness = course_of(knowledge, "redness", 1, "none")

    assert (redness.compared, redness.text) == ("within", "Redness: none, which is fine.")


def test_a_sign_outside_any_course(knowledge):
    """A sign that is no part of healing is beyond it on any day."""
    blisters = course_of(knowledge, "blisters", 1)

    assert (blisters.compared, blisters.expected) == ("beyond", None)
    assert blisters.text == "Small blisters are not part of an ordinary course."


def test_the_expected_range(knowledge):
    """The answer gives what is expected today, when the sign usually goes, and when it is beyond every course."""
    expected = course_of(knowledge, "redness", 3).expected

    assert (expected.up_to, expected.onset) == ("moderate", 0)
    assert (expected.gone_from, expected.gone_by, expected.beyond_from) == (3, 8, 8)


@pytest.mark.parametrize(
    ("sign", "day", "severity", "sentence"),
    [
        ("redness", 3, "mild", "Redness: as expected for day 3; usually gone by day 8."),
        ("redness", 5, "moderate", "Redness: a little more than is usual for day 5; usually gone by day 8."),
        ("redness", 9, "mild", "Redness: still there on day 9. Published courses end before day 8."),
        ("pimples", 0, "mild", "Small solid pimples: earlier than usual. They usually begin on day 1 or later."),
        ("scabs", 0, "mild", "Crusts or scabs: earlier than usual. They usually begin on day 1 or later."),
        ("redness", None, "mild", "Redness: we cannot tell without the day."),
    ],
)
def test_the_comparison_in_words(sign, day, severity, sentence, knowledge):
    """Each comparison is said in one plain sentence."""
    assert course_of(knowledge, sign, day, severity).text == sentence


def test_a_usual_sign_that_nobody_spoke_of(knowledge):
    """A sign that is usual today is listed even where nobody spoke of it, as not told."""
    course = assess(a_case(2, procedure=PEN_1_MM), knowledge, TODAY).course
    redness = next(found for found in course.signs if found.sign == "erythema")

    assert (redness.severity, redness.compared) == (None, "cannot_tell")
    assert redness.text == "Redness: you have not told us. It is usually gone by day 8."


def test_a_sign_that_is_not_usual_is_not_listed(knowledge):
    """A sign that is neither there nor usual today is not listed."""
    course = assess(a_case(20, signs={"pimples": "mild"}, procedure=PEN_1_MM), knowledge, TODAY).course

    assert [found.sign for found in course.signs] == ["papules"]


def test_the_reports_so_far(knowledge):
    """Each sign carries the check-ins that spoke of it, so that its path can be drawn."""
    case = a_case(4, signs={"redness": "mild"}, earlier=({"day": 1, "signs": {"redness": "severe"}}, {"day": 2}))
    [redness] = [found for found in assess(case, knowledge, TODAY).course.signs if found.sign == "erythema"]

    assert redness.reported == ((1, 3), (4, 1))


def test_the_path_that_is_drawn(knowledge):
    """The expected path gives the most that is usual on each day from 0, to the last published day."""
    assert course_of(knowledge, "redness", 3).path == (3, 3, 2, 2, 1, 1, 1, 1, 0)
