"""Who gets into a clinic's pages."""

import pytest
from django.test import Client

from needlecare.web.accounts.models import Membership, User
from tests.support import web


@pytest.fixture
def of_two(nurse):
    """A nurse who also works elsewhere."""
    Membership.objects.create(user=nurse, clinic=web.a_clinic("Elsewhere"))
    return nurse


def test_who_is_not_signed_in_is_asked_to(db):
    response = Client().get("/clinic/enrol")
    assert response.status_code == 302
    assert response.url.startswith("/staff/login/")


def test_who_works_for_no_clinic_is_told_so(db):
    user = User.objects.create_user("new@clinic.example", web.PASSWORD, name="New")
    response = web.browser_of_staff(user).get("/clinic/")
    assert response.status_code == 403
    assert "You have no clinic yet" in response.content.decode()


def test_who_works_for_several_chooses_one_and_sees_its_patients_alone(of_two, clinic):
    web.a_patient(clinic, shown_name="Kimberley")
    elsewhere = of_two.clinics.get(name="Elsewhere")
    web.a_patient(elsewhere, shown_name="Robin")
    browser = web.browser_of_staff(of_two)
    assert browser.get("/clinic/").url == "/clinic/choose"
    assert browser.post("/clinic/choose", {"clinic": str(elsewhere.pk)}).url == "/clinic/"
    page = browser.get("/clinic/").content.decode()
    assert "Robin" in page
    assert "Kimberley" not in page


@pytest.mark.parametrize("wanted", ["", "x", "another"])
def test_a_clinic_that_is_not_theirs_cannot_be_chosen(of_two, wanted):
    wanted = str(web.a_clinic("A third").pk) if wanted == "another" else wanted
    browser = web.browser_of_staff(of_two)
    assert browser.post("/clinic/choose", {"clinic": wanted}).status_code == 200
    assert browser.get("/clinic/").url == "/clinic/choose"


def test_who_no_longer_works_there_is_out_at_once(desk, nurse):
    nurse.memberships.all().delete()
    assert desk.get("/clinic/").status_code == 403


def test_whose_account_is_closed_is_out_at_once(desk, nurse):
    nurse.is_active = False
    nurse.save()
    assert desk.get("/clinic/").status_code == 302


def test_a_patients_device_opens_no_page_of_the_clinic(clinic):
    assert web.browser_of(web.a_patient(clinic)).get("/clinic/").status_code == 302
