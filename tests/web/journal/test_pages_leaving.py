"""Taking everything along, and leaving."""

import json

import pytest

from needlecare.web.journal.models import Departure, Patient
from tests.support import web
from tests.support.web_pages import text, title

pytestmark = pytest.mark.django_db


@pytest.fixture
def patient():
    return web.a_patient(day=3)


def test_everything_comes_as_a_file_that_nobody_keeps(patient):
    web.a_check_in(patient.treatments.get(), signs={"erythema": "mild"}, note="My note")
    response = web.browser_of(patient).post("/my/download")
    assert response["Content-Disposition"] == 'attachment; filename="my-record-2026-05-31.json"'
    assert response["Cache-Control"] == "no-store"
    assert json.loads(response.content)["treatments"][0]["check_ins"][0]["told"]["note"] == "My note"


def test_a_link_alone_downloads_nothing(patient):
    assert web.browser_of(patient).get("/my/download").status_code == 405


def test_leaving_says_what_it_does_and_asks(patient):
    said = text(web.browser_of(patient).get("/my/leave"))
    assert "everything about you here is erased at once" in said


def test_without_the_tick_nothing_is_erased(patient):
    response = web.browser_of(patient).post("/my/leave")
    assert response.status_code == 422
    assert title(response).startswith("Error: ")
    assert 'href="#id_sure"' in response.content.decode()
    assert Patient.objects.filter(pk=patient.pk).exists()


def test_leaving_erases_logs_out_and_says_goodbye(patient):
    web.a_check_in(patient.treatments.get())
    browser = web.browser_of(patient)
    response = browser.post("/my/leave", {"sure": "on"})
    assert response["Location"] == "/my/goodbye"
    assert response.cookies["record"].value == ""
    assert not Patient.objects.filter(pk=patient.pk).exists()
    assert Departure.objects.count() == 1
    assert "Everything is erased" in text(browser.get("/my/goodbye"))
    assert browser.get("/my/").status_code == 403
