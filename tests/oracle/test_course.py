"""The course of every sign on every day, for each device and needle depth, against a plain table scan."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from needlecare.core.assessment import SignCourse
from needlecare.core.course import beyond, course_of
from needlecare.core.facts import Situation
from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.vocabulary import SEVERITIES, SIGNS, Device
from tests.oracle.day_table import DAYS, compared, is_beyond, most, tables

DEVICES = (None, *get_args(Device))
RANKS = (None, 0, 1, 2, 3)
DEEP_SKIN = 5


def depths(knowledge: Knowledge) -> list[float | None]:
    """Unknown, each edge between two bands, and a little on either side of it."""
    edges = {band.from_mm for course in knowledge.course.values() for band in course.bands if band.from_mm}
    return [None, *sorted({edge + step for edge in edges for step in (-0.05, 0, 0.05)})]


def situations(device: str | None, rank: int | None, knowledge: Knowledge, **more: Any) -> Iterator[dict[str, Any]]:
    """Every sign as strong as this, on every day and at every depth."""
    for depth in depths(knowledge):
        for day in (None, *DAYS):
            told = {"device": device, "needle_depth_mm": depth, "day": day, **more}
            told |= {f"sign.{sign}": rank for sign in SIGNS}
            yield {key: value for key, value in told.items() if value is not None}


def courses(facts: dict[str, Any], knowledge: Knowledge) -> dict[str, SignCourse]:
    day = facts.get("day")
    seen = Situation(facts=facts, day=day, today=day, reported=(), notices=())
    return {sign.sign: sign for sign in course_of(seen, knowledge).signs}


def of_bands(sign: str, facts: dict[str, Any], knowledge: Knowledge) -> Any:
    return tables(sign, facts.get("device"), facts.get("needle_depth_mm"), knowledge)


@pytest.mark.parametrize("device", DEVICES)
def test_each_sign_is_compared_as_the_table_says(device: str | None, knowledge: Knowledge) -> None:
    for rank in RANKS:
        for facts in situations(device, rank, knowledge):
            for sign, course in courses(facts, knowledge).items():
                if sign in knowledge.course:
                    expected = compared(of_bands(sign, facts, knowledge), facts.get("day"), rank)
                    assert course.compared == expected, (sign, facts)


@pytest.mark.parametrize("device", DEVICES)
def test_beyond_is_known_exactly_where_the_table_knows_it(device: str | None, knowledge: Knowledge) -> None:
    for rank in RANKS:
        for facts in situations(device, rank, knowledge):
            expected = {
                f"beyond.{sign}": is_beyond(of_bands(sign, facts, knowledge), facts.get("day"), rank)
                for sign in knowledge.course
            }
            assert beyond(knowledge, facts) == {key: truth for key, truth in expected.items() if truth is not None}


@pytest.mark.parametrize("device", DEVICES)
def test_what_is_expected_today_is_the_most_that_any_band_allows(device: str | None, knowledge: Knowledge) -> None:
    for facts in situations(device, 1, knowledge):
        for sign, course in courses(facts, knowledge).items():
            if course.expected is not None and "day" in facts:
                rank = most(of_bands(sign, facts, knowledge), facts["day"])
                assert course.expected.up_to == SEVERITIES[rank], (sign, facts)


@pytest.mark.parametrize("device", DEVICES)
def test_the_path_drawn_is_the_row_of_the_table(device: str | None, knowledge: Knowledge) -> None:
    for depth in depths(knowledge):
        facts = {"day": 3, "needle_depth_mm": depth, **{f"sign.{sign}": 1 for sign in SIGNS}}
        facts |= {"device": device} if device else {}
        for sign, course in courses(
            {key: value for key, value in facts.items() if value is not None}, knowledge
        ).items():
            if sign in knowledge.course:
                rows = of_bands(sign, facts, knowledge)
                assert course.path == tuple(most(rows, day) for day in range(len(course.path))), (sign, depth)


@pytest.mark.parametrize("rank", RANKS)
def test_mild_or_absent_redness_on_deep_skin_is_judged_only_where_it_is_beyond(
    rank: int | None, knowledge: Knowledge
) -> None:
    for facts in situations("pen", rank, knowledge, fitzpatrick=DEEP_SKIN):
        course = courses(facts, knowledge).get("erythema")
        if course is not None:
            plain = compared(of_bands("erythema", facts, knowledge), facts.get("day"), rank)
            seen_well = rank is not None and rank >= 2
            assert course.compared == (plain if seen_well or plain == "beyond" else "cannot_tell"), facts


@pytest.mark.parametrize("rank", [1, 2, 3])
def test_a_sign_outside_every_course_is_always_beyond(rank: int, knowledge: Knowledge) -> None:
    for facts in situations(None, rank, knowledge):
        for sign, course in courses(facts, knowledge).items():
            assert course.compared == "beyond" or sign in knowledge.course


def test_every_sign_that_was_reported_is_in_the_course(knowledge: Knowledge) -> None:
    for facts in situations("pen", 1, knowledge):
        assert courses(facts, knowledge).keys() == set(SIGNS)
