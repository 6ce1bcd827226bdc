"""Every statement of an answer names a source that the answer resolves, or the honest grade "estimate"."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import given

from needlecare.core.assessment import Assessment
from needlecare.knowledge.check import graded
from needlecare.knowledge.vocabulary import SIGNS
from tests.support.cases import Data, assessed, case_data
from tests.support.knowledge import SHIPPED
from tests.support.strategies import cases


def parts(value: Any) -> Iterator[Any]:
    """Every value anywhere inside an assessment."""
    yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from parts(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from parts(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from parts(item)
    elif hasattr(type(value), "model_fields"):
        for name in type(value).model_fields:
            yield from parts(getattr(value, name))


def cited(found: Assessment) -> set[str]:
    """The ids of every source named anywhere in an assessment."""
    names = ("sources", "earliest_sources", "latest_sources", "phase_sources")
    return {
        source for part in parts(found) if part is not found for name in names for source in getattr(part, name, ())
    }


@given(cases())
def test_every_graded_statement_is_sourced_or_an_estimate(data: Data) -> None:
    for part in parts(assessed(data)):
        if hasattr(part, "grade") and hasattr(part, "sources"):
            assert part.sources or part.grade == "estimate", part


@given(cases())
def test_every_source_named_is_resolved_and_every_source_resolved_is_named(data: Data) -> None:
    found = assessed(data)
    assert found.sources.keys() == cited(found)


@given(cases())
def test_every_source_can_be_looked_up(data: Data) -> None:
    assert all(source.link and source.cite for source in assessed(data).sources.values())


@given(cases())
def test_every_reason_names_its_rule_and_at_least_one_fact(data: Data) -> None:
    for because in assessed(data).disposition.because:
        assert because.reason == SHIPPED.rules[because.rule].reason
        assert because.facts, because.rule


def test_the_course_of_every_sign_is_sourced_or_rests_on_estimates_only() -> None:
    """A course line has no grade of its own; without a source all behind it must be estimates."""
    for day in (0, 3, 10):
        for sign in SIGNS:
            found = assessed(case_data(day, signs={sign: "mild"}))
            for line in found.course.signs:
                behind = SHIPPED.course.get(line.sign, SHIPPED.signs[line.sign])
                assert line.sources or all(item.grade == "estimate" for item in graded(behind)), (sign, line.sign)


def test_every_phase_is_sourced() -> None:
    for day in range(29):
        assert assessed(case_data(day)).course.phase_sources
