"""Between clinics, between patients, and for those who no longer belong: every door is shut at once."""

import uuid

import pytest

from needlecare.web.accounts.models import User
from needlecare.web.journal import actions
from needlecare.web.journal.models import Look, Patient
from tests.support import web
from tests.support.web_pages import form
from tests.web.addresses import CLINIC, addresses


def enrolment(desk, **more):
    return form(desk.get("/clinic/enrol"), "").filled(shown_name="New", consent="on", **more)


def test_the_key_of_another_clinics_patient_enrols_nobody_and_shows_nothing(world):
    other = web.a_patient(web.a_clinic("Clinic in the Valley"), shown_name="Somebody Else")
    response = world.desk().post("/clinic/enrol", enrolment(world.desk(), sent_key=str(other.pk)))
    assert response.status_code == 400
    assert b"Somebody Else" not in response.content
    assert not other.invitations.exists()
    assert Patient.objects.count() == 2


@pytest.mark.parametrize("end", ["membership", "account"])
def test_who_no_longer_belongs_is_refused_with_the_next_request(world, end):
    desk, page = world.desk(), f"/clinic/patients/{world.patient.pk}"
    assert desk.get(page).status_code == 200
    if end == "membership":
        world.nurse.memberships.all().delete()
    else:
        User.objects.update(is_active=False)
    for response in (desk.get(page), desk.post(f"{page}/reply", {"text": "x", "sent_key": uuid.uuid4()})):
        assert response.status_code in (302, 403)
        assert world.patient.shown_name.encode() not in response.content
    assert not world.patient.messages.filter(from_clinic=True).exists()


def test_every_page_of_staff_that_shows_a_record_writes_the_look_down(world):
    walked = [address for address in addresses() if address.of == CLINIC and "patients/<uuid:id>" in address.route]
    assert len(walked) >= 4
    for address in walked:
        path = "/" + address.route.replace("<uuid:id>", str(world.patient.pk))
        for send in (world.desk().get, world.desk().post):
            before = Look.objects.count()
            response = send(path)
            if world.patient.shown_name.encode() in response.content:
                assert Look.objects.count() == before + 1, path


def test_a_record_that_is_erased_while_staff_open_it_is_not_there(world, monkeypatch):
    desk, look = world.desk(), actions.note_look

    def erased_meanwhile(*, patient, **more):
        actions.erase(patient=patient, now=web.NOW)
        return look(patient=patient, **more)

    monkeypatch.setattr(actions, "note_look", erased_meanwhile)
    response = desk.get(f"/clinic/patients/{world.patient.pk}")
    assert response.status_code == 404
    assert world.patient.shown_name.encode() not in response.content
    assert not Look.objects.exists()


def test_the_admin_shows_nothing_of_patients_even_where_staff_are_deleted(world):
    root = User.objects.create_superuser("root@clinic.example", web.PASSWORD, name="Root")
    Patient.objects.update(enrolled_by=world.nurse)
    admin = web.browser_of_staff(root)
    for page in ("", f"accounts/user/{world.nurse.pk}/change/", f"accounts/user/{world.nurse.pk}/delete/"):
        said = admin.get(f"/admin/{page}").content
        assert str(world.patient.pk).encode() not in said
        assert world.patient.shown_name.encode() not in said


def test_somebody_who_helps_decides_nothing_about_the_record(world):
    helper = web.browser_of(world.patient, who="caregiver")
    for page in ("leave", "download", "reminders", "devices", "caregiver"):
        assert helper.post(f"/my/{page}", {"sure": "on", "device": "1"}).status_code == 403
    assert Patient.objects.filter(pk=world.patient.pk).exists()
