"""The ways in which a value may be written

People write yes and no, skin types, places and names of choices in different ways. All common ways are read; a value
that could mean two things is refused.
"""

import pytest

from needlecare.core.case import Case
from tests.spec.building import a_case, faults_of


@pytest.mark.parametrize("spelling", ["yes", "Yes", "YES", " yes ", "true", "y", True])
def test_yes(spelling):
    """Yes may be written as yes, y or true, in any case of letters."""
    assert a_case(fever=spelling).check_ins[0].fever is True


@pytest.mark.parametrize("spelling", ["no", "No", "n", "false", "none", False])
def test_no(spelling):
    """No may be written as no, n, false or none, in any case of letters."""
    assert a_case(fever=spelling).check_ins[0].fever is False


@pytest.mark.parametrize("value", ["maybe", "", 1, 0, 2.5])
def test_neither_yes_nor_no(value):
    """Anything else is refused; the numbers 1 and 0 could be a day or a count, so they are refused too."""
    assert [fault.path for fault in faults_of({"patient": {"pregnant": value}})] == ["patient.pregnant"]


def test_what_is_said_of_a_value_that_is_neither():
    """A refused answer is shown with what would be right."""
    [fault] = faults_of({"patient": {"pregnant": "maybe"}})

    assert str(fault) == "patient.pregnant: found 'maybe'; expected yes or no."


@pytest.mark.parametrize("value", [[], ["yes"], {}, {"yes": True}])
def test_a_list_or_table_in_place_of_yes_or_no(value):
    """A list or a table is neither yes nor no, and is refused like any other fault."""
    assert [fault.path for fault in faults_of({"patient": {"pregnant": value}})] == ["patient.pregnant"]


@pytest.mark.parametrize(
    ("written", "number"), [("I", 1), ("ii", 2), (" III ", 3), ("IV", 4), ("v", 5), ("VI", 6), (1, 1), (6, 6), ("4", 4)]
)
def test_the_skin_type_in_either_numbering(written, number):
    """The Fitzpatrick skin type may be given as I to VI or as 1 to 6."""
    assert a_case(patient={"fitzpatrick": written}).patient.fitzpatrick == number


@pytest.mark.parametrize("written", ["VII", "0", 0, 7, -1, 2.5, True, "dark", "²", ["IV"]])
def test_no_such_skin_type(written):
    """There are six skin types, and nothing else is one."""
    assert [fault.path for fault in faults_of({"patient": {"fitzpatrick": written}})] == ["patient.fitzpatrick"]


def test_what_is_said_of_a_skin_type_that_does_not_exist():
    """A refused skin type is shown with the six that there are."""
    [fault] = faults_of({"patient": {"fitzpatrick": "VII"}})

    assert str(fault) == "patient.fitzpatrick: found 'VII'; expected I, II, III, IV, V or VI, or 1 to 6."


def test_one_place_or_several():
    """Areas may be one value or a list."""
    assert a_case(procedure={"areas": "cheeks"}).procedure.areas == ("cheeks",)
    assert a_case(procedure={"areas": ["cheeks", "neck"]}).procedure.areas == ("cheeks", "neck")


def test_one_distribution_or_several():
    """Where it is may be one value or a list."""
    assert a_case(distribution="spreading").check_ins[0].distribution == ("spreading",)
    assert a_case(distribution=["localised", "clustered"]).check_ins[0].distribution == ("localised", "clustered")


def test_one_thing_put_on_or_several():
    """What was put on the skin may be one text or a list."""
    assert a_case(procedure={"applied": "vitamin C serum"}).procedure.applied == ("vitamin C serum",)
    assert a_case(procedure={"applied": ["hyaluronic acid", "vitamin C"]}).procedure.applied == (
        "hyaluronic acid",
        "vitamin C",
    )


def test_spaces_hyphens_and_capitals_in_choices():
    """A choice may be written with capitals, and with spaces or hyphens for underscores."""
    case = a_case(
        distribution="Linear tracks", trend="Improving", procedure={"areas": "Around-eyes", "device": "Roller"}
    )

    assert case.check_ins[0].distribution == ("linear_tracks",)
    assert case.check_ins[0].trend == "improving"
    assert case.procedure.areas == ("around_eyes",)
    assert case.procedure.device == "roller"


def test_spaces_and_capitals_in_the_names_of_illnesses():
    """The name of an illness may be written with capitals and spaces."""
    assert a_case(patient={"history": {"Cold sores": "yes"}}).patient.history == {"cold_sores": True}


def test_numbers_written_as_text():
    """A number may stand in quotes."""
    case = a_case("3", temperature_c="37.5", counts={"pimples": "4"})

    assert (case.check_ins[0].day, case.check_ins[0].temperature_c) == (3, 37.5)
    assert case.check_ins[0].counts == {"papules": 4}


def test_a_date_as_text():
    """A date is written year first."""
    assert str(Case.read({"procedure": {"date": "2026-05-31"}}).procedure.date) == "2026-05-31"
