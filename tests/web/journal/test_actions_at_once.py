"""Processes at the same moment, and one that is killed: on an SQLite file, or on PostgreSQL where tests run on it."""

import os
import sqlite3
import uuid
from itertools import chain, islice
from typing import Any

import pytest

from needlecare.web.journal import actions, selectors
from needlecare.web.journal.models import CheckIn, Device, GivenAssessment, Patient, Reminder, Treatment
from tests.support.web import ADDRESS, NOW, a_check_in, a_patient, a_treatment
from tests.support.web_processes import at_once, in_process, running, say

KEY = "6b1f8a52-0d0c-4b55-9f8e-3f6d2c1a9e77"


# What the processes do


def invite_somebody() -> dict[str, str]:
    invited = actions.invite(patient=a_patient(), now=NOW)
    return {"token": invited.token, "code": invited.code}


def accept(**by: str) -> str:
    return actions.accept(address=ADDRESS, now=NOW, **by).device.patient_id.hex


def count_devices() -> int:
    return Device.objects.count()


def enrol_somebody() -> int:
    return a_treatment(email="m@example.org").pk


def check_in(treatment: int, key: str = "") -> str:
    return a_check_in(_treatment(treatment), sent_key=uuid.UUID(key) if key else None).pk.hex


def check_in_for_ever(treatment: int) -> None:
    while True:
        key = uuid.uuid4()
        a_check_in(_treatment(treatment), sent_key=key)
        say(key.hex)


def record_of(treatment: int) -> dict[str, Any]:
    found = _treatment(treatment)
    return {
        "keys": [key.hex for key in found.check_ins.values_list("sent_key", flat=True)],
        "made": found.check_ins_made,
        "assessed": GivenAssessment.objects.filter(check_in__treatment=found, answer__contains="disposition").count(),
        "in_cases": sorted(len(given.case["check_ins"]) for given in GivenAssessment.objects.all()),
    }


def add_product(treatment: int) -> int:
    product = actions.add_product(
        patient=_treatment(treatment).patient, sent_key=uuid.UUID(KEY), name="Cream", ingredients="", kind="leave_on",
        now=NOW,
    )  # fmt: skip
    return product.pk


def erase(treatment: int) -> None:
    actions.erase(patient=_treatment(treatment).patient, now=NOW)


def what_is_left() -> list[int]:
    return [model.objects.count() for model in (Patient, Treatment, CheckIn, GivenAssessment)]


def guess() -> str:
    try:
        accept(code="2222-2222")
    except actions.NotAdmitted as refused:
        return refused.reason
    return "admitted"


def guess_often(times: int) -> list[str]:
    return [guess() for _ in range(times)]


def send_reminders() -> int:
    from django.utils import timezone

    from needlecare.web.journal import tasks

    timezone.now = lambda: NOW
    return tasks.send_due_reminders()


def count_sent() -> int:
    return Reminder.objects.exclude(sent_at=None).count()


def _treatment(pk: int) -> Treatment:
    return selectors.current_treatment(Patient.objects.select_related("clinic").get(treatments=pk))


# What must be true


def test_of_two_who_open_an_invitation_at_once_one_is_admitted(shared_database):
    for _ in range(3):
        before = in_process(shared_database, count_devices)
        invited = in_process(shared_database, invite_somebody)
        results = at_once(shared_database, [(accept, {"token": invited["token"]}), (accept, {"code": invited["code"]})])
        refused = [result for result in results if isinstance(result, tuple)]
        assert refused == [("NotAdmitted", "used")], results
        assert in_process(shared_database, count_devices) == before + 1


def test_the_same_check_in_twice_at_once_is_stored_once(shared_database):
    treatment = in_process(shared_database, enrol_somebody)
    first, second = at_once(shared_database, [(check_in, {"treatment": treatment, "key": KEY})] * 2)
    assert first == second
    record = in_process(shared_database, record_of, treatment=treatment)
    assert (len(record["keys"]), record["made"], record["assessed"]) == (1, 1, 1)


def test_different_check_ins_at_once_are_all_stored_and_each_knows_those_before(shared_database):
    treatment = in_process(shared_database, enrol_somebody)
    results = at_once(shared_database, [(check_in, {"treatment": treatment})] * 3)
    assert len(set(results)) == 3
    assert in_process(shared_database, record_of, treatment=treatment)["in_cases"] == [1, 2, 3]


def test_the_same_product_twice_at_once_stands_on_the_shelf_once(shared_database):
    treatment = in_process(shared_database, enrol_somebody)
    first, second = at_once(shared_database, [(add_product, {"treatment": treatment})] * 2)
    assert first == second


def test_a_check_in_during_erasing_leaves_nothing_behind(shared_database):
    treatment = in_process(shared_database, enrol_somebody)
    at_once(
        shared_database,
        [(erase, {"treatment": treatment}), (check_in, {"treatment": treatment}), (check_in, {"treatment": treatment})],
    )
    assert in_process(shared_database, what_is_left) == [0, 0, 0, 0]


def test_guesses_from_many_processes_count_together(shared_database):
    said = at_once(shared_database, [(guess_often, {"times": 8})] * 3)
    assert sorted(chain.from_iterable(said)) == ["too_many"] * 14 + ["unknown"] * 10


def test_two_workers_send_a_reminder_once(shared_database):
    for _ in range(3):
        in_process(shared_database, enrol_somebody)
    assert sum(at_once(shared_database, [(send_reminders, {})] * 2)) == 3
    assert in_process(shared_database, count_sent) == 3


def test_what_was_acknowledged_before_a_kill_is_there_once_and_nothing_is_half_there(shared_database):
    treatment = in_process(shared_database, enrol_somebody)
    acknowledged: list[str] = []
    for more in (1, 4, 9):
        with running(shared_database, check_in_for_ever, treatment=treatment) as lines:
            acknowledged += islice(lines, more)  # then killed, in the middle of the next one
    record = in_process(shared_database, record_of, treatment=treatment)
    assert set(acknowledged) <= set(record["keys"])
    assert len(record["keys"]) == len(set(record["keys"])) == record["made"] == record["assessed"]
    assert record["in_cases"] == list(range(1, record["made"] + 1))


@pytest.mark.skipif(not os.environ["DATABASE_URL"].startswith("sqlite"), reason="of SQLite alone")
def test_a_file_is_written_ahead_synchronously_and_holds_foreign_keys(file_database):
    assert in_process(file_database, pragmas) == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 20_000, "immediate": True,
    }  # fmt: skip


def pragmas() -> dict[str, Any]:
    from django.db import connection, transaction

    with connection.cursor() as cursor:
        said = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    other = sqlite3.connect(connection.settings_dict["NAME"], timeout=0)
    with transaction.atomic():  # nothing is written yet, and nobody else may begin to write
        try:
            other.execute("BEGIN IMMEDIATE")
            said["immediate"] = False
        except sqlite3.OperationalError:
            said["immediate"] = True
    other.close()
    return said
