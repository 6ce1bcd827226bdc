"""A new patient, in half a minute, and the link that they leave with."""

import re
from uuid import uuid4

import pytest
from django.core import mail

from needlecare.web.clinic import consent
from needlecare.web.journal.models import Patient
from tests.support import web

HERE = "/clinic/enrol"
LINK = re.compile(r"http://127\.0\.0\.1:8000/my/open#([\w-]{43})")


def filled(**changed):
    """The form as it is sent."""
    given = {
        "sent_key": str(uuid4()),
        "shown_name": "K. M.",
        "template": "none",
        "done_on": "2026-05-31",
        "consent": "on",
    }
    return {**given, "device": "pen", "needle_depth_mm": "1,5 mm", "areas": ["face"], **changed}


def only_patient(clinic) -> Patient:
    """The one who was enrolled."""
    return clinic.patients.get()


def test_the_form_begins_with_today_and_the_only_template(desk, clinic):
    only = web.a_template(clinic)
    page = desk.get(HERE).content.decode()
    assert 'value="2026-05-31"' in page
    assert re.search(f'value="{only.pk}" checked', page)


def test_of_two_templates_none_is_chosen_by_mistake(desk, clinic):
    web.a_template(clinic)
    web.a_template(clinic, "Neck")
    assert "checked" not in desk.get(HERE).content.decode()
    assert "Choose a treatment" in desk.post(HERE, filled(template="")).content.decode()


def test_an_enrolled_patient_has_a_treatment_and_what_they_agreed_to(desk, clinic, nurse):
    desk.post(HERE, filled(email="k@example.org", phone="0123"))
    patient = only_patient(clinic)
    treatment = patient.treatments.get()
    assert (patient.shown_name, patient.email, patient.phone) == ("K. M.", "k@example.org", "0123")
    assert (patient.enrolled_by, patient.consent_words) == (nurse, consent.WORDS)
    assert treatment.procedure == {"device": "pen", "needle_depth_mm": 1.5, "areas": ["face"]}
    assert treatment.name == "Pen, 1.5 mm, face"


def test_a_template_gives_the_treatment_and_what_differs_counts_in_its_place(desk, clinic):
    protocol = web.a_protocol(clinic)
    template = web.a_template(clinic, "Face", device="pen", needle_depth_mm=1.0, areas=["face"])
    template.protocol = protocol
    template.save()
    desk.post(HERE, filled(template=str(template.pk), device="", needle_depth_mm="2", areas=[]))
    treatment = only_patient(clinic).treatments.get()
    assert (treatment.name, treatment.protocol) == ("Face", protocol)
    assert treatment.procedure == {"device": "pen", "needle_depth_mm": 2.0, "areas": ["face"]}


def test_what_is_not_ticked_of_the_history_stays_unknown(desk, clinic):
    desk.post(HERE, filled(fitzpatrick="5", history=["cold_sores"]))
    assert only_patient(clinic).background == {"fitzpatrick": 5, "history": {"cold_sores": True}}


def test_the_page_after_it_shows_link_picture_and_code(desk, clinic):
    page = desk.post(HERE, filled()).content.decode()
    assert LINK.search(page)
    assert 'src="data:image/svg+xml' in page
    assert re.search(r'app-code">[A-Z0-9 -]+<', page)


def test_a_form_that_arrives_twice_enrols_once(desk, clinic):
    form = filled()
    desk.post(HERE, form)
    desk.post(HERE, form)
    assert clinic.patients.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"shown_name": ""}, "shown_name", "Write a name or initials"),
        ({"needle_depth_mm": "deep"}, "needle_depth_mm", "millimetres"),
        ({"needle_depth_mm": "40"}, "needle_depth_mm", "should be"),
        ({"needle_depth_mm": "nan"}, "needle_depth_mm", "should be"),
        ({"device": "hammer"}, "device", "hammer"),
        ({"done_on": "1999-01-01"}, "done_on", "within the last year"),
        ({"done_on": "tomorrow"}, "done_on", "2026-05-31"),
        ({"email": "k.example.org"}, "email", "name@example.org"),
        ({"consent": ""}, "consent", "tick when they agree"),
        ({"sent_key": "x"}, "sent_key", ""),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_written(desk, clinic, wrong, field, says):
    response = desk.post(HERE, filled(**wrong))
    assert response.status_code == 422
    page = response.content.decode()
    assert says in page
    assert "There is a problem" in page
    assert "<title>Error: " in page
    assert f'href="#id_{field}"' in page
    assert 'value="K. M."' in page or field == "shown_name"
    assert not clinic.patients.exists()


def test_another_clinics_template_cannot_be_chosen(desk, clinic):
    foreign = web.a_template(web.a_clinic("Elsewhere"))
    assert desk.post(HERE, filled(template=str(foreign.pk))).status_code == 422


def test_a_new_link_withdraws_the_one_before(desk, clinic):
    patient = web.a_patient(clinic)
    address = f"/clinic/patients/{patient.pk}/invite"
    first, second = (LINK.search(desk.post(address).content.decode())[1] for _ in range(2))
    assert first != second
    assert patient.invitations.filter(withdrawn_at=None).count() == 1


def test_the_link_goes_by_mail_without_a_word_about_health(desk, clinic):
    patient = web.a_patient(clinic, email="k@example.org")
    page = desk.post(f"/clinic/patients/{patient.pk}/invite", {"send": "yes"}).content.decode()
    (message,) = mail.outbox
    text = (message.subject + message.body).lower()
    assert LINK.search(message.body)[1] in page
    assert message.to == ["k@example.org"]
    assert not [
        word
        for word in ("needl", "skin", "clinic", "care", "treat", "patient")
        if word in text.replace("needlecare", "")
    ]


def test_a_dead_mail_server_is_said_and_the_link_still_stands_there(desk, clinic, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 1
    patient = web.a_patient(clinic, email="k@example.org")
    page = desk.post(f"/clinic/patients/{patient.pk}/invite", {"send": "yes"}).content.decode()
    assert "could not be sent" in page
    assert LINK.search(page)


def test_nobody_without_an_address_is_written_to(desk, clinic):
    desk.post(f"/clinic/patients/{web.a_patient(clinic).pk}/invite", {"send": "yes"})
    assert mail.outbox == []
