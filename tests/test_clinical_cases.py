"""The goals of the project, held by the self-labelled clinical cases; no rule is fitted to them."""

import pytest
from bench.clinical_cases import labelled_cases
from bench.clinical_figures import Share, engine, figures, misses


@pytest.fixture(scope="module")
def measured() -> dict[str, Share]:
    """The four figures of the engine over every case."""
    return figures(engine(), list(labelled_cases()))


def share(found: Share) -> float:
    """A count as a share of its number, which must not be nothing."""
    assert found.of > 0
    return found.count / found.of


def test_there_are_enough_cases_to_measure_with() -> None:
    """Over 150 cases, each with a name of its own, ordinary courses and caused breakouts among them."""
    cases = list(labelled_cases())
    assert len(cases) >= 150
    assert len({case.name for case in cases}) == len(cases)
    assert sum(case.ordinary for case in cases) >= 50
    assert sum(case.cause is not None for case in cases) >= 40


def test_nobody_is_under_triaged(measured: dict[str, Share]) -> None:
    """No case gets a calmer level than its label."""
    assert measured["under-triage"].count == 0, [line for line in _misses() if line.startswith("level")]


def test_most_cases_get_the_right_level(measured: dict[str, Share]) -> None:
    """At least 92 in 100."""
    assert share(measured["right level"]) >= 0.92, _misses()


def test_few_ordinary_courses_are_sent_to_anybody(measured: dict[str, Share]) -> None:
    """At most 10 in 100."""
    assert share(measured["ordinary sent"]) <= 0.10, _misses()


def test_the_right_cause_is_among_the_first_three(measured: dict[str, Share]) -> None:
    """In at least 90 of 100 cases that have one."""
    assert share(measured["cause in top 3"]) >= 0.90, _misses()


def _misses() -> list[str]:
    return misses(engine(), list(labelled_cases()))
