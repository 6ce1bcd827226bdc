"""Whatever is given as a case, it is read or refused with its faults; nothing else happens."""

from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from needlecare.core.assess import assess
from needlecare.core.case import Case
from needlecare.core.faults import CaseError, Fault
from tests.support.cases import TODAY, Data, case_data
from tests.support.knowledge import SHIPPED
from tests.support.strategies import cases, garbage


def read(data: Any) -> Case | tuple[Fault, ...]:
    """The case, or the faults it is refused with."""
    try:
        return Case.read(data)
    except CaseError as error:
        return error.faults


@st.composite
def nearly_cases(draw: st.DrawFn) -> Any:
    """A whole case with one part, at any depth, replaced or added."""
    return _spoil(draw(cases()), draw)


def _spoil(value: Any, draw: st.DrawFn) -> Any:
    if isinstance(value, list) and value and draw(st.integers(0, 3)):
        at = draw(st.integers(0, len(value) - 1))
        return [*value[:at], _spoil(value[at], draw), *value[at + 1 :]]
    if isinstance(value, dict) and value and draw(st.integers(0, 3)):
        key = draw(st.sampled_from(sorted(value)))
        return {**value, key: _spoil(value[key], draw)}
    if isinstance(value, dict) and draw(st.booleans()):
        return {**value, draw(st.text(max_size=5) | st.sampled_from(["Day", "rednes", "acne "])): draw(garbage)}
    return draw(garbage)


@given(garbage)
@example({"check_ins": [{"signs": {"\ud800": "mild", "\ud800 ": "mild"}}]})
def test_anything_at_all_is_read_or_refused(data: Any) -> None:
    assert read(data)


@given(nearly_cases())
@example({"patient": {"pregnant": []}})
@example({"patient": {"history": {"acne": {}}}})
def test_what_is_nearly_a_case_is_read_or_refused(data: Any) -> None:
    assert read(data)


@given(nearly_cases())
def test_what_is_read_is_assessed_or_refused_for_its_dates(data: Any) -> None:
    case = read(data)
    if isinstance(case, Case):
        assert all(_of_dates(fault) for fault in faults_on(TODAY, case))


@given(cases(), st.dates())
def test_on_any_day_a_case_is_assessed_or_refused_for_its_dates(data: Data, today: date) -> None:
    assert all(_of_dates(fault) for fault in faults_on(today, Case.read(data)))


def faults_on(today: date, case: Case) -> tuple[Fault, ...]:
    """The faults with which a case is refused on a day; none where it is assessed."""
    try:
        assess(case, SHIPPED, today)
    except CaseError as error:
        return error.faults
    return ()


def _of_dates(fault: Fault) -> bool:
    return fault.path.endswith(("date", "day"))


def test_a_number_too_long_to_be_shown_is_refused_in_words() -> None:
    assert str(read({"patient": {"age": 10**5000}}))


@pytest.mark.parametrize("depth", [10, 1000, 100_000])
def test_however_deep_the_data_it_is_refused_in_words(depth: int) -> None:
    deep: Any = []
    for _ in range(depth):
        deep = [deep]
    assert isinstance(read({"check_ins": deep}), tuple)


@pytest.mark.parametrize("group", ["history", "medicines"])
def test_a_fact_given_twice_is_refused_and_not_silently_the_last_one(group: str) -> None:
    name = {"history": "diabetes", "medicines": "oral_steroid"}[group]
    twice = case_data(patient={group: {name: "yes", name.upper(): "no"}})
    assert isinstance(read(twice), tuple)


def test_every_fault_is_told_at_once() -> None:
    faults = read({"patient": {"age": "old", "shoe_size": 4}, "check_ins": [{"day": -1, "signs": {"rednes": "mild"}}]})
    assert [fault.path for fault in faults] == [
        "patient.age", "patient.shoe_size", "check_ins[0].day", "check_ins[0].signs.rednes",
    ]  # fmt: skip
