"""What is said of a case that cannot be read

Every fault is reported at once: where it is, what was found there, what would be right, and, for a misspelt name, the
nearest right one. Nothing is guessed and nothing unknown is passed over in silence.
"""

import pytest

from needlecare.core.case import Case
from needlecare.core.faults import CaseError
from tests.spec.building import faults_of


def test_a_misspelt_field():
    """A field that does not exist is refused with the fields that do, and the nearest of them."""
    [fault] = faults_of({"pateint": {}})

    assert str(fault) == (
        "pateint: found an unknown field; expected one of patient, procedure, check_ins, products. "
        "Did you mean patient?"
    )


def test_a_misspelt_field_further_in():
    """A field deeper in the case is named with its path."""
    [fault] = faults_of({"check_ins": [{"day": 1}, {"sings": {}}]})

    assert (fault.path, fault.found, fault.nearest) == ("check_ins[1].sings", "an unknown field", "signs")


def test_a_misspelt_sign():
    """A sign that does not exist is refused with the nearest name, plain words included."""
    [fault] = faults_of({"check_ins": [{"signs": {"rednes": "mild"}}]})

    assert (fault.path, fault.found, fault.nearest) == ("check_ins[0].signs.rednes", "'rednes'", "redness")


def test_a_misspelt_illness():
    """An illness that does not exist is refused with the nearest name."""
    [fault] = faults_of({"patient": {"history": {"cold_sors": "yes"}}})

    assert (fault.path, fault.nearest) == ("patient.history.cold_sors", "cold_sores")


def test_a_misspelt_choice():
    """A choice that does not exist is refused with all that do."""
    [fault] = faults_of({"procedure": {"device": "penn"}})

    assert str(fault) == (
        "procedure.device: found 'penn'; expected one of pen, roller, stamp, rf, other. Did you mean pen?"
    )


def test_nothing_near():
    """Where no name is near, none is offered."""
    [fault] = faults_of({"procedure": {"device": "hammer"}})

    assert fault.nearest is None


def test_a_severity_that_does_not_exist():
    """A severity is none, mild, moderate or severe."""
    [fault] = faults_of({"check_ins": [{"signs": {"itch": "strong"}}]})

    assert str(fault) == "check_ins[0].signs.itch: found 'strong'; expected one of none, mild, moderate, severe, there."


def test_a_path_names_the_field_as_it_was_written():
    """The path of a fault is the one in the person's own data, even where a plain word was used."""
    [fault] = faults_of({"check_ins": [{"signs": {"redness": "strong"}}]})

    assert fault.path == "check_ins[0].signs.redness"


def test_all_faults_at_once():
    """Every fault is reported, not only the first."""
    paths = [
        fault.path
        for fault in faults_of(
            {
                "patient": {"age": -1, "sex": "f", "fitzpatrick": "VII"},
                "procedure": {"device": "penn", "needle_depth_mm": 0},
                "check_ins": [{"day": -1, "signs": {"rednes": "mild"}}, {"sings": {}}],
            }
        )
    ]

    assert paths == [
        "patient.age",
        "patient.sex",
        "patient.fitzpatrick",
        "procedure.device",
        "procedure.needle_depth_mm",
        "check_ins[0].day",
        "check_ins[0].signs.rednes",
        "check_ins[1].sings",
    ]


def test_the_error_says_every_fault():
    """The text of the error holds one line for each fault."""
    with pytest.raises(CaseError) as raised:
        Case.read({"pateint": {}, "check_ins": [{"day": 1.5}]})

    assert str(raised.value).splitlines() == [str(fault) for fault in raised.value.faults]
    assert len(raised.value.faults) == 2


@pytest.mark.parametrize("data", [None, [], "a case", 3, [{}]])
def test_no_case_at_all(data):
    """Something that is not a table is no case."""
    [fault] = faults_of(data)

    assert (fault.path, fault.expected) == ("", "a table of fields")
    assert str(fault).startswith("the case: found ")


@pytest.mark.parametrize(
    ("data", "path", "expected"),
    [
        ({"check_ins": {}}, "check_ins", "a list"),
        ({"check_ins": [3]}, "check_ins[0]", "a table of fields"),
        ({"check_ins": [[]]}, "check_ins[0]", "a table of fields"),
        ({"check_ins": [{"signs": ["redness"]}]}, "check_ins[0].signs", "a table of fields"),
        ({"check_ins": [{"note": 5}]}, "check_ins[0].note", "a text"),
        ({"procedure": {"applied": [3]}}, "procedure.applied[0]", "a text"),
        ({"patient": []}, "patient", "a table of fields"),
    ],
)
def test_a_value_of_the_wrong_kind(data, path, expected):
    """A list, a table or a text in the wrong place is refused with what belongs there."""
    [fault] = faults_of(data)

    assert (fault.path, fault.expected) == (path, expected)


@pytest.mark.parametrize(
    "data",
    [
        {"check_ins": [{"signs": {"itch": {"a": {"b": []}}}}]},
        {"procedure": {"areas": [[["face"]]]}},
        {"procedure": {"device": {"pen": 1}}},
        {"check_ins": [{"distribution": {"spreading": True}}]},
        {"patient": {"history": {"acne": [["yes"]]}}},
        {1: 2},
        {"check_ins": [{"signs": {1: "mild"}}]},
        {"check_ins": [{"note": "\ud800"}]},
    ],
)
def test_nested_nonsense(data):
    """However odd the data, reading it ends in faults and never in another error."""
    assert len(faults_of(data)) == 1


def test_data_nested_without_end():
    """Data nested thousands deep is refused like any other."""
    deep: list = []
    for _ in range(20_000):
        deep = [deep]

    assert faults_of({"check_ins": deep}) != ()


def test_long_values_are_cut():
    """A long wrong value is shown cut short, so that the fault stays readable."""
    [fault] = faults_of({"procedure": {"device": "x" * 1000}})

    assert len(fault.found) < 80
