"""Who leaves is erased: nothing of theirs is left in any table, and of others nothing is gone."""

import json
from datetime import date, time

import pytest
from django.apps import apps
from django.core import serializers

from needlecare.web.journal import actions
from needlecare.web.journal.models import Departure, Device, Patient, Reminder
from tests.support.web import NOW, a_check_in, a_clinic, a_message, a_patient, a_product, a_treatment, a_user, admitted

pytestmark = pytest.mark.django_db

MARK = "Zaunkoenig"


def a_full_record(clinic):
    """A patient in whose record every kind of thing is, with a mark in all that is text."""
    patient = a_patient(
        clinic, shown_name=MARK, email=f"{MARK}@example.org", phone=MARK, treatment_name=MARK, day=2,
    )  # fmt: skip
    treatment = patient.treatments.get()
    product = a_product(patient, MARK, MARK)
    a_check_in(treatment, used=[product.pk], note=MARK)
    a_treatment(30, patient=patient, name=MARK)
    a_message(patient, MARK)
    a_message(patient, MARK, by=a_user(clinic))
    actions.note_look(patient=patient, by=MARK, what=MARK, now=NOW)
    admitted(patient)
    actions.invite(patient=patient, now=NOW)
    Reminder.objects.create(
        patient=patient, treatment=treatment, day=3, on=date(2026, 6, 1), due_at=NOW, next_try_at=NOW
    )
    return patient


def everything_kept() -> list[dict]:
    return [
        row
        for model in apps.get_models()
        if not model._meta.proxy
        for row in json.loads(serializers.serialize("json", model._base_manager.all()))
    ]


def test_nothing_of_who_left_is_left_but_that_somebody_left():
    clinic = a_clinic()
    staff_and_clinic = len(everything_kept()) + 2  # the nurse who replies, and where she works
    patient = a_full_record(clinic)
    key = str(patient.pk)
    actions.erase(patient=patient, now=NOW)
    kept = everything_kept()
    assert MARK not in str(kept)
    assert key not in str(kept)
    assert len(kept) == staff_and_clinic + 1
    assert Departure.objects.values("clinic", "on").get() == {"clinic": clinic.pk, "on": date(2026, 5, 31)}


def test_others_lose_nothing():
    clinic = a_clinic()
    a_full_record(clinic)
    before = everything_kept()
    leaving = a_patient(clinic)
    a_check_in(leaving.treatments.get())
    actions.erase(patient=leaving, now=NOW)
    assert [row for row in everything_kept() if row["model"] != "journal.departure"] == before


def test_leaving_twice_is_leaving_once():
    patient = a_patient()
    again = Patient.objects.get()
    actions.erase(patient=patient, now=NOW)
    actions.erase(patient=again, now=NOW)
    assert Departure.objects.count() == 1


def test_the_devices_of_who_left_open_nothing_and_cannot_write():
    treatment = a_treatment()
    admitted(treatment.patient)
    gone = Patient.objects.get()
    actions.erase(patient=treatment.patient, now=NOW)
    assert not Device.objects.exists()
    treatment.patient = gone
    for write in (
        lambda: a_check_in(treatment),
        lambda: a_message(gone),
        lambda: a_product(gone),
        lambda: actions.invite(patient=gone, now=NOW),
        lambda: actions.set_reminders(
            patient=gone, on=True, at=time(18), quiet_from=time(21), quiet_to=time(8), time_zone="UTC",
            email="m@example.org", now=NOW,
        ),
    ):  # fmt: skip
        with pytest.raises((Patient.DoesNotExist, treatment.DoesNotExist)):
            write()
    assert not Patient.objects.exists()
