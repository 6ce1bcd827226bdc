"""A patient's record as their clinic sees it."""

from uuid import uuid4

import pytest

from needlecare.web.journal.forms import LONGEST_MESSAGE
from tests.support import web


@pytest.fixture
def patient(clinic):
    """In the care of the clinic, on day 3."""
    return web.a_patient(clinic, shown_name="Kimberley", phone="020 7946 0001")


def at(patient, part: str = "") -> str:
    """The address of a part of the record."""
    return f"/clinic/patients/{patient.pk}{part}"


def test_it_shows_how_to_reach_them_and_each_answer_as_it_was_given(desk, patient):
    given = web.a_check_in(patient.treatments.get(), signs={"erythema": "mild"}, note="It tickles").assessment
    page = " ".join(desk.get(at(patient)).content.decode().split())
    assert 'href="tel:02079460001"' in page
    assert given.answer["disposition"]["headline"] in page
    assert "It tickles" in page


def test_every_opening_is_noted_where_the_patient_reads_it(desk, patient, nurse, clinic):
    desk.get(at(patient))
    desk.get(at(patient, "/plan"))
    looks = [(look.by, look.what, look.user) for look in patient.looks.all()]
    assert looks == [(f"{nurse} ({clinic})", "your plan", nurse), (f"{nurse} ({clinic})", "your record", nurse)]


def test_a_message_is_new_once_and_then_read(desk, patient):
    web.a_message(patient, "May I swim?")
    assert "<strong>new</strong>" in desk.get(at(patient)).content.decode()
    assert "<strong>new</strong>" not in desk.get(at(patient)).content.decode()


def test_a_reply_sent_twice_stands_there_once(desk, patient, nurse):
    form = {"sent_key": str(uuid4()), "text": "From day 7 on."}
    for _ in range(2):
        assert desk.post(at(patient, "/reply"), form).status_code == 302
    (message,) = patient.messages.all()
    assert (message.text, message.from_clinic, message.author) == ("From day 7 on.", True, nurse)


@pytest.mark.parametrize("text", ["", "   ", "x" * (LONGEST_MESSAGE + 1)])
def test_a_reply_that_cannot_be_sent_keeps_its_words(desk, patient, text):
    response = desk.post(at(patient, "/reply"), {"sent_key": str(uuid4()), "text": text})
    assert response.status_code == 422
    assert "There is a problem" in response.content.decode()
    assert text.strip() in response.content.decode()
    assert not patient.messages.exists()


def test_the_plan_is_the_patients_own(desk, patient):
    page = desk.get(at(patient, "/plan")).content.decode()
    assert "Day 3, today" in page


def test_devices_that_have_ended_do_not_count(desk, patient, clock):
    web.browser_of(patient)
    assert "1 device" in desk.get(at(patient)).content.decode()
    patient.devices.update(ended_at=web.NOW)
    assert "no device yet" in desk.get(at(patient)).content.decode()


def test_a_long_course_takes_few_queries(desk, patient, django_assert_max_num_queries):
    for _ in range(12):
        web.a_check_in(patient.treatments.get())
    with django_assert_max_num_queries(12):
        desk.get(at(patient))


@pytest.mark.parametrize(("part", "method"), [("", "get"), ("/plan", "get"), ("/reply", "post"), ("/invite", "post")])
def test_another_clinics_patient_is_not_there(desk, part, method):
    foreign = web.a_patient(web.a_clinic("Elsewhere"), shown_name="Robin")
    response = getattr(desk, method)(at(foreign, part), {"sent_key": str(uuid4()), "text": "Hello"})
    assert response.status_code == 404
    assert "Robin" not in response.content.decode()
    assert not foreign.messages.exists()
    assert not foreign.looks.exists()
    assert not foreign.invitations.exists()
