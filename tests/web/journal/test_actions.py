"""Enrolling, the shelf, messages, looks and wishes: what is kept, what is refused, what a second copy does."""

import uuid
from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError

from needlecare.core.faults import CaseError
from needlecare.web.journal import actions, selectors
from needlecare.web.journal.models import Message, Patient, ShelfProduct
from tests.support.web import CONSENT, NOW, a_clinic, a_message, a_patient, a_product, a_protocol, a_user

pytestmark = pytest.mark.django_db

KEY = uuid.UUID("6b1f8a52-0d0c-4b55-9f8e-3f6d2c1a9e77")


def test_a_patient_is_enrolled_with_one_treatment_and_what_they_agreed_to():
    clinic = a_clinic(time_zone="Europe/Lisbon")
    patient = a_patient(clinic, day=0, shown_name=" M. K. ")
    assert (patient.shown_name, patient.consent_words, patient.consented_at) == ("M. K.", CONSENT, NOW)
    assert patient.time_zone == "Europe/Lisbon"
    assert selectors.current_treatment(patient).done_on == NOW.date()


def test_a_form_of_enrolment_that_is_sent_twice_enrols_once():
    clinic = a_clinic()
    first, second = a_patient(clinic, sent_key=KEY), a_patient(clinic, sent_key=KEY, shown_name="Typed anew")
    assert first == second
    assert second.shown_name == "M. K."
    assert first.treatments.count() == 1


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"shown_name": ""}, ValidationError),
        ({"shown_name": "long " * 30}, ValidationError),
        ({"shown_name": "M\x00K"}, ValidationError),
        ({"shown_name": "M\ud800K"}, ValidationError),
        ({"email": "not an address"}, ValidationError),
        ({"consent_words": ""}, ValidationError),
        ({"treatment_name": ""}, ValidationError),
        ({"time_zone": "Nowhere/Land"}, ValidationError),
        ({"time_zone": "../../etc/passwd"}, ValidationError),
        ({"procedure": {"needle_depth_mm": 99}}, CaseError),
        ({"procedure": {"applied": ["a\x00b"]}}, CaseError),
        ({"background": {"age": "old"}}, CaseError),
    ],
)
def test_what_cannot_be_kept_is_refused_before_anything_is_written(wrong, error):
    with pytest.raises(error):
        a_patient(**wrong)
    assert not Patient.objects.exists()


def test_a_protocol_of_another_clinic_is_refused():
    with pytest.raises(ValueError, match="another clinic"):
        a_patient(a_clinic(), protocol=a_protocol(a_clinic("Another")))


def test_a_product_that_is_sent_twice_stands_on_the_shelf_once():
    patient = a_patient()
    added = [
        actions.add_product(patient=patient, sent_key=KEY, name=name, ingredients="Aqua", kind="leave_on", now=NOW)
        for name in ("Cream", "Cream again")
    ]
    assert [product.name for product in added] == ["Cream", "Cream"]
    assert list(selectors.shelf(patient)) == added[:1]


def test_a_removed_product_is_off_the_shelf_and_still_known():
    patient = a_patient()
    product = a_product(patient)
    actions.remove_product(patient=patient, product_id=product.pk, now=NOW)
    actions.remove_product(patient=patient, product_id=product.pk, now=NOW + timedelta(hours=1))
    assert not selectors.shelf(patient).exists()
    assert patient.products.get().removed_at == NOW


def test_nobody_removes_what_stands_on_the_shelf_of_another():
    product = a_product(a_patient())
    with pytest.raises(ShelfProduct.DoesNotExist):
        actions.remove_product(patient=a_patient(), product_id=product.pk, now=NOW)


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"name": "x" * 121}, {"kind": "swallowed"}, {"ingredients": "x" * 50_001}]
)
def test_a_product_that_cannot_be_kept_is_refused(wrong):
    with pytest.raises(ValidationError):
        a_product(a_patient(), **wrong)


def test_a_shelf_holds_so_many_products_and_no_more():
    patient = a_patient()
    ShelfProduct.objects.bulk_create(
        ShelfProduct(patient=patient, name=f"{n}", kind="leave_on", added_at=NOW, sent_key=uuid.uuid4())
        for n in range(60)
    )
    with pytest.raises(actions.ShelfFull):
        a_product(patient)


def test_a_message_that_is_sent_twice_is_kept_once():
    patient = a_patient()
    for _ in range(2):
        actions.send_message(patient=patient, sent_key=KEY, text="May I swim?", now=NOW)
    assert [message.text for message in selectors.messages(patient)] == ["May I swim?"]


@pytest.mark.parametrize("text", ["", "  \n", "x" * 5_001, "a\x00b", "a\ud800b"])
def test_a_message_that_cannot_be_kept_is_refused(text):
    with pytest.raises(ValidationError):
        a_message(a_patient(), text)
    assert not Message.objects.exists()


def test_each_side_marks_read_what_the_other_wrote():
    clinic = a_clinic()
    patient, nurse = a_patient(clinic), a_user(clinic)
    a_message(patient, "May I swim?")
    a_message(patient, "From day 5 on.", by=nurse, now=NOW + timedelta(hours=1))
    actions.mark_read(patient=patient, by_clinic=True, now=NOW + timedelta(hours=2))
    asked, answered = selectors.messages(patient)
    assert (asked.from_clinic, asked.read_at) == (False, NOW + timedelta(hours=2))
    assert (answered.from_clinic, answered.author, answered.read_at) == (True, nurse, None)


def test_who_looked_is_kept_for_the_patient_to_read():
    clinic = a_clinic()
    patient, nurse = a_patient(clinic), a_user(clinic)
    actions.note_look(patient=patient, by="Nurse Ada", user=nurse, what="the whole record", now=NOW)
    look = selectors.looks(patient).get()
    assert (look.by, look.user, look.what, look.at) == ("Nurse Ada", nurse, "the whole record", NOW)


def _wishes(**changed):
    return {
        "on": True, "at": time(9), "quiet_from": time(21), "quiet_to": time(8),
        "time_zone": "Asia/Tokyo", "email": "m@example.org", "now": NOW, **changed,
    }  # fmt: skip


def test_wishes_about_reminders_are_kept():
    patient = a_patient()
    actions.set_reminders(patient=patient, **_wishes())
    kept = Patient.objects.get()
    assert (kept.remind_at, kept.time_zone, kept.email) == (time(9), "Asia/Tokyo", "m@example.org")
    assert selectors.local_date(patient, NOW) == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"at": time(22)}, "remind_at"),
        ({"at": time(7, 59)}, "remind_at"),
        ({"email": ""}, "email"),
        ({"email": "no address"}, "email"),
        ({"time_zone": "Mars/Base"}, "time_zone"),
        ({"time_zone": ""}, "time_zone"),
    ],
)
def test_wishes_that_contradict_each_other_are_refused_by_field(wrong, field):
    patient = a_patient()
    with pytest.raises(ValidationError) as refused:
        actions.set_reminders(patient=patient, **_wishes(**wrong))
    assert field in refused.value.message_dict
    assert Patient.objects.get().remind_at == time(18)
