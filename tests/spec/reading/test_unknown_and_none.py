"""Absent is unknown, none is an answer

What nobody told us stays unknown, and unknown is never read as "no". Only a person who says `none` or `no` has told
us that something is not there.
"""

from needlecare.core.case import Case
from tests.spec.building import a_case


def test_a_sign_left_out_is_unknown():
    """A sign that is not mentioned is unknown."""
    check_in = a_case(signs={"redness": "mild"}).check_ins[0]

    assert "pain" not in check_in.signs


def test_none_means_asked_and_not_there():
    """A sign given as `none` was asked for and is not there."""
    check_in = a_case(signs={"pain": "none"}).check_ins[0]

    assert check_in.signs == {"pain": "none"}


def test_a_person_may_say_that_they_do_not_know():
    """`unknown`, `don't know`, `?` and an empty value all mean that the person does not know."""
    told = {"redness": "unknown", "pain": "don't know", "itch": "?", "warmth": None}

    assert a_case(signs=told).check_ins[0].signs == {}


def test_an_unknown_yes_or_no_stays_unknown():
    """A yes/no answer of `unknown` is neither yes nor no."""
    assert a_case(fever="unknown").check_ins[0].fever is None


def test_an_unknown_number_stays_unknown():
    """A number given as `unknown` is not zero."""
    assert a_case(temperature_c="unknown").check_ins[0].temperature_c is None


def test_an_unknown_date_stays_unknown():
    """A date given as `unknown` is read as one that nobody knows."""
    assert Case.read({"procedure": {"date": "unknown"}}).procedure.date is None


def test_an_unknown_history_stays_unknown():
    """An illness that the person is not sure about is left out, not read as absent."""
    patient = a_case(patient={"history": {"cold_sores": "don't know", "acne": "no"}}).patient

    assert patient.history == {"acne": False}


def test_the_empty_case_is_a_case():
    """A case of which nothing is known can be read."""
    assert Case.read({}) == Case()


def test_the_skin_type_may_be_unknown():
    """A Fitzpatrick type of `unknown` stays unknown."""
    assert a_case(patient={"fitzpatrick": "unknown"}).patient.fitzpatrick is None
