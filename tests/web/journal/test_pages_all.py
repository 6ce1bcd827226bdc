"""What every page of a record holds to: who may open it, its one heading, its queries, what it keeps to itself."""

import re
import uuid

import pytest
from django.test import Client

from tests.support import web
from tests.support.web_pages import text

pytestmark = pytest.mark.django_db
FOR_ALL = ["", "check-in", "check-in?same", "course", "plan", "products", "messages", "call"]
FOR_THE_PATIENT = ["looks", "reminders", "devices", "caregiver", "leave"]
SENT_BY_THE_PATIENT = ["download", "leave", "reminders", "devices", "caregiver"]


@pytest.fixture
def patient():
    """With something in every corner of the record."""
    clinic = web.a_clinic()
    patient = web.a_patient(clinic, day=3)
    treatment = patient.treatments.get()
    used = [web.a_product(patient, f"Cream {at}").pk for at in range(4)]
    for day in (2, 1):
        web.a_check_in(
            treatment, now=web.NOW - web.timedelta(days=day), signs={"erythema": "mild"}, pain_0_10=1, used=used
        )
    nurse = web.a_user(clinic)
    for _ in range(5):
        web.a_message(patient)
        web.a_message(patient, "No.", by=nurse)
        web.browser_of(patient, who="caregiver")
    return patient


@pytest.mark.parametrize("page", FOR_ALL + FOR_THE_PATIENT)
def test_the_patient_opens_it(patient, page, django_assert_max_num_queries):
    browser = web.browser_of(patient)
    browser.get("/my/call")
    with django_assert_max_num_queries(12):
        response = browser.get(f"/my/{page}")
    assert response.status_code == 200
    assert response.content.count(b"<h1") == 1
    assert response["Cache-Control"] == "no-store"
    assert "None" not in re.sub(r"None of these|None\b(?= (Mild|1 to))", "", text(response))


def test_an_answer_takes_few_queries(patient, django_assert_max_num_queries):
    browser, check_in = web.browser_of(patient), web.a_check_in(patient.treatments.get())
    with django_assert_max_num_queries(12):
        assert browser.get(f"/my/answers/{check_in.pk}").status_code == 200


@pytest.mark.parametrize("page", FOR_ALL)
def test_a_caregiver_opens_what_helps_with_the_day(patient, page):
    response = web.browser_of(patient, who="caregiver").get(f"/my/{page}")
    assert response.status_code == 200
    for other in FOR_THE_PATIENT:
        assert f'href="/my/{other}"' not in response.content.decode()


@pytest.mark.parametrize("page", FOR_THE_PATIENT)
def test_a_caregiver_is_told_that_the_rest_is_the_patients(patient, page):
    response = web.browser_of(patient, who="caregiver").get(f"/my/{page}")
    assert response.status_code == 403
    assert "Only the patient can do this" in text(response)


@pytest.mark.parametrize("page", SENT_BY_THE_PATIENT)
def test_a_caregiver_cannot_send_it_either(patient, page):
    before = list(patient.devices.filter(ended_at=None).values_list("pk", flat=True))
    data = {"sure": "on", "device": before[0]}
    assert web.browser_of(patient, who="caregiver").post(f"/my/{page}", data).status_code == 403
    assert patient.devices.filter(pk__in=before, ended_at=None).count() == len(before)


@pytest.mark.parametrize("page", FOR_ALL + FOR_THE_PATIENT + [f"answers/{uuid.UUID(int=7)}", "calendar.ics"])
def test_without_a_session_it_says_how_to_get_in(page):
    response = Client().get(f"/my/{page}")
    assert response.status_code == 403
    assert "Open the link of your clinic" in text(response)


@pytest.mark.parametrize("page", ["check-in", "messages", "products/add", "reminders", "leave", "caregiver"])
def test_a_form_from_elsewhere_changes_nothing(patient, page):
    browser = web.browser_of(patient, enforce_csrf_checks=True)
    assert browser.post(f"/my/{page}", {"sure": "on"}).status_code == 403


@pytest.mark.parametrize("page", FOR_ALL + FOR_THE_PATIENT)
def test_no_page_has_script_or_style_in_its_lines(patient, page):
    content = web.browser_of(patient).get(f"/my/{page}").content.decode()
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", content)


def test_a_hundred_days_later_every_page_still_opens(patient, clock):
    browser = web.browser_of(patient)
    clock.pass_time(days=100)
    for page in FOR_ALL:
        assert browser.get(f"/my/{page}", follow=True).status_code == 200
