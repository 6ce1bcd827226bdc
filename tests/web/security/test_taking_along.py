"""Everything can be taken along: whatever table hangs on a patient is in the file."""

import json

from django.apps import apps

from needlecare.web.journal import actions
from needlecare.web.journal.models import Patient, Reminder, Treatment
from tests.support import web

IN_THE_FILE = {"treatments", "products", "messages", "looks", "devices", "invitations"}
OF_A_TREATMENT = {"check_ins", "reminders"}


def test_every_table_that_hangs_on_a_patient_or_a_treatment_has_its_place():
    reminders = {"reminders_made"}  # in the file with their treatments
    assert {found.get_accessor_name() for found in Patient._meta.related_objects} == IN_THE_FILE | reminders
    assert {found.get_accessor_name() for found in Treatment._meta.related_objects} == OF_A_TREATMENT


def test_no_other_app_points_to_a_record():
    ours = set(apps.get_app_config("journal").get_models(include_auto_created=True))
    others = [model for model in apps.get_models(include_auto_created=True) if model not in ours]
    assert not [
        model
        for model in others
        for field in model._meta.get_fields()
        if field.concrete and field.related_model in ours
    ]


def test_the_file_holds_what_was_told_and_no_secret(world):
    treatment = world.patient.treatments.get()
    Reminder.objects.create(
        patient=world.patient, treatment=treatment, day=3, on=web.NOW.date(), due_at=web.NOW, next_try_at=web.NOW
    )
    world.desk().get(f"/clinic/patients/{world.patient.pk}")
    actions.invite(patient=world.patient, now=web.NOW)
    phone = world.phone()
    said = phone.post("/my/download").content.decode()
    taken = json.loads(said)
    assert set(taken) == {"clinic", "patient"} | IN_THE_FILE
    assert all(taken[part] for part in taken)
    assert all(taken["treatments"][0][part] for part in OF_A_TREATMENT)
    assert taken["treatments"][0]["check_ins"][0]["assessment"]["answer"] == world.check_in.assessment.answer
    assert taken["looks"][0]["by"].startswith("Nurse Ada")
    assert phone.cookies["record"].value not in said
    assert "_hash" not in said.replace("knowledge_hash", "")
