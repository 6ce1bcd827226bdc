"""The list of patients."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.support import web

HERE = "/clinic/"


def test_a_clinic_without_patients_is_told_what_to_do(desk):
    page = desk.get(HERE).content.decode()
    assert "There are no patients yet" in page
    assert reverse("clinic:enrol") in page


def test_a_line_says_the_day_the_last_level_and_what_is_unread(desk, clinic):
    patient = web.a_patient(clinic, shown_name="Kimberley", day=4)
    web.a_check_in(patient.treatments.get(), signs={"vesicles": "moderate"}, now=web.NOW - timedelta(days=1))
    web.a_message(patient, "Is this right?")
    page = " ".join(desk.get(HERE).content.decode().split())
    assert "Day 4" in page
    assert "Call your clinic today" in page
    assert "Last check-in yesterday" in page
    assert "1 new message<" in page


def test_a_patient_who_never_checked_in_says_so(desk, clinic):
    web.a_patient(clinic)
    assert "No check-in yet" in desk.get(HERE).content.decode()


def test_a_name_is_found_and_stands_in_no_address(desk, clinic):
    web.a_patient(clinic, shown_name="Kimberley")
    web.a_patient(clinic, shown_name="Robin")
    response = desk.post(HERE, {"name": "kimber"})
    assert "Kimberley" in response.content.decode()
    assert "Robin" not in response.content.decode()
    assert response.request["QUERY_STRING"] == ""


def test_a_name_that_nobody_has_says_so(desk, clinic):
    web.a_patient(clinic)
    assert "Nobody with “Quinn” in the name" in desk.post(HERE, {"name": "Quinn"}).content.decode()


def test_a_long_list_has_pages(desk, clinic):
    for _ in range(51):
        web.a_patient(clinic)
    assert "Page 1 of 2" in desk.get(HERE).content.decode()
    assert "Page 2 of 2" in desk.get(HERE, {"page": 2}).content.decode()


def test_another_clinics_patients_are_not_in_it(desk):
    web.a_patient(web.a_clinic("Elsewhere"), shown_name="Robin")
    assert "Robin" not in desk.get(HERE).content.decode()


@pytest.mark.parametrize("many", [1, 40])
def test_the_list_takes_few_queries_however_long_it_is(desk, clinic, many, django_assert_max_num_queries):
    for _ in range(many):
        web.a_check_in(web.a_patient(clinic).treatments.get())
    with django_assert_max_num_queries(12):
        desk.get(HERE)
