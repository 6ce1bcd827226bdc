"""The phases of healing

First the channels that the needles left are open; then the outer layer mends; then the skin rebuilds further down.
How long the channels count as open depends on the depth of the needles and on whether the skin was covered.
"""

import pytest

from needlecare.core.assess import assess
from needlecare.core.course import closed_from, phase_of
from tests.spec.building import TODAY, a_case


@pytest.mark.parametrize(
    ("depth", "day"), [(0.2, 1), (0.34, 1), (0.35, 2), (0.5, 2), (0.54, 2), (0.55, 3), (1.5, 3), (3.0, 3)]
)
def test_channels_close_by_depth(depth, day, knowledge):
    """Channels count as closed from day 1, 2 or 3, the later the longer the needles."""
    assert closed_from(knowledge.phases, {"needle_depth_mm": depth}) == day


def test_an_unknown_depth_counts_as_the_longest(knowledge):
    """Where the depth is unknown, channels count as open for as long as after the longest needles."""
    assert closed_from(knowledge.phases, {}) == 3


@pytest.mark.parametrize(("depth", "day"), [(0.2, 2), (0.5, 4), (1.5, 6)])
def test_a_cover_keeps_channels_open(depth, day, knowledge):
    """Under a film or wrap channels count as open for twice as long."""
    assert closed_from(knowledge.phases, {"needle_depth_mm": depth, "under_occlusion": True}) == day


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (0, "open_channels"),
        (2, "open_channels"),
        (3, "barrier_repair"),
        (7, "barrier_repair"),
        (8, "remodelling"),
        (200, "remodelling"),
    ],
)
def test_the_three_phases(day, phase, knowledge):
    """After 1 mm, channels are open up to day 2, the outer layer mends up to day 7, then the skin rebuilds."""
    assert phase_of(day, knowledge.phases, {"needle_depth_mm": 1.0}) == phase


def test_no_phase_without_a_day(knowledge):
    """Without the day there is no phase, and the answer says why."""
    course = assess(a_case(None), knowledge, TODAY).course

    assert (course.phase, course.phase_text, course.phase_sources) == (None, "the day is not known", ())


def test_a_phase_is_explained(knowledge):
    """A phase comes with its explanation and sources."""
    course = assess(a_case(1), knowledge, TODAY).course

    assert course.phase == "open_channels"
    assert course.phase_text.startswith("Needling leaves tiny open channels in the skin.")
    assert course.phase_sources == ("GUP11", "OGU21", "KAL11")
