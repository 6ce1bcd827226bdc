"""Numbers that can be

A number must be one that a person can have. What cannot be is refused rather than bent into range, because a wrong
day or temperature would be judged as if it were right.
"""

import pytest

from tests.spec.building import a_case, faults_of


def of_check_in(**values):
    return [str(fault) for fault in faults_of({"check_ins": [values]})]


def test_a_negative_day():
    """A day before the treatment is refused."""
    assert of_check_in(day=-1) == ["check_ins[0].day: found -1; expected greater than or equal to 0."]


def test_a_day_too_late():
    """A day more than ten years after the treatment is refused."""
    assert a_case(3650).check_ins[0].day == 3650
    assert of_check_in(day=3651) == ["check_ins[0].day: found 3651; expected less than or equal to 3650."]


@pytest.mark.parametrize("day", [2.5, "three", "2 days", [3], {}, 10**30, float("nan")])
def test_a_day_that_is_no_whole_number(day):
    """A day is a whole number."""
    assert [fault.path for fault in faults_of({"check_ins": [{"day": day}]})] == ["check_ins[0].day"]


def test_true_is_not_a_number():
    """Yes and no are not read as 1 and 0."""
    assert of_check_in(day=True) == ["check_ins[0].day: found True; expected a number."]


def test_true_is_not_a_day_of_use():
    """Yes and no are not read as days on which a product was used."""
    assert len(faults_of({"products": [{"name": "cream", "used_on_days": [True]}]})) == 1


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_are_not_finite(value):
    """A number that is infinite, or no number, is refused."""
    assert of_check_in(temperature_c=value) == [
        f"check_ins[0].temperature_c: found {value!r}; expected a finite number."
    ]


@pytest.mark.parametrize("temperature", [29.9, 45.1, 98.6, 10**400])
def test_temperatures_no_living_person_has(temperature):
    """A temperature is between 30 and 45 °C; one in Fahrenheit is refused, not converted."""
    assert [fault.path for fault in faults_of({"check_ins": [{"temperature_c": temperature}]})] == [
        "check_ins[0].temperature_c"
    ]


@pytest.mark.parametrize("points", [-1, 11])
def test_scales_run_from_0_to_10(points):
    """Pain and itch run from 0 to 10, ends included."""
    assert len(of_check_in(pain_0_10=points, itch_0_10=points)) == 2
    assert of_check_in(pain_0_10=0, itch_0_10=10) == []


@pytest.mark.parametrize("count", [-1, 2.5, "many", "none"])
def test_counts_are_whole_and_not_negative(count):
    """A count of spots is a whole number from 0."""
    assert len(of_check_in(counts={"papules": count})) == 1


def test_only_spots_are_counted():
    """Redness cannot be counted."""
    [fault] = faults_of({"check_ins": [{"counts": {"erythema": 3}}]})

    assert fault.expected == "one of papules, pustules, comedones, milia, nodules, vesicles"


@pytest.mark.parametrize("depth", [0, -0.5, 10.1])
def test_needle_depths(depth):
    """Needles are longer than 0 and no longer than 10 mm."""
    assert [fault.path for fault in faults_of({"procedure": {"needle_depth_mm": depth}})] == [
        "procedure.needle_depth_mm"
    ]


@pytest.mark.parametrize("age", [-1, 121])
def test_ages(age):
    """An age is between 0 and 120 years."""
    assert [fault.path for fault in faults_of({"patient": {"age": age}})] == ["patient.age"]
