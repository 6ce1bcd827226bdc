"""Whatever is done or fails, the log holds no name, address, note, message, product or secret."""

import logging
import uuid
from contextlib import suppress
from datetime import time, timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from needlecare.core.faults import CaseError
from needlecare.web.journal import actions, selectors, tasks
from needlecare.web.journal.models import Device, ShelfProduct
from tests.support.web import ADDRESS, NOW, a_check_in, a_clinic, a_message, a_patient, a_product, a_user, admitted

pytestmark = pytest.mark.django_db

NAME, EMAIL, PHONE = "Mira Kovac", "mira.kovac@example.org", "+44 7700 900123"
NOTE, TEXT, PRODUCT = "It itches behind my ear", "May I swim on Sunday?", "Grandmother's cream"
REFUSALS = (
    ValidationError,
    CaseError,
    actions.NotAdmitted,
    actions.NotToday,
    Device.DoesNotExist,
    ShelfProduct.DoesNotExist,
)


@pytest.fixture
def everything_logged(caplog):
    with caplog.at_level(logging.DEBUG):
        yield lambda: caplog.text + "".join(str(record.__dict__) for record in caplog.records)


def test_nothing_of_a_record_is_logged_by_what_succeeds(everything_logged, clock):
    clinic = a_clinic()
    patient = a_patient(clinic, shown_name=NAME, email=EMAIL, phone=PHONE)
    made, invited = admitted(patient), actions.invite(patient=patient, now=NOW)
    a_check_in(patient.treatments.get(), note=NOTE, used=[a_product(patient, PRODUCT).pk], now=NOW - timedelta(days=1))
    a_message(patient, TEXT)
    a_message(patient, TEXT, by=a_user(clinic))
    actions.note_look(patient=patient, by=NAME, what="all", now=NOW)
    assert tasks.send_due_reminders() == 1
    assert mail.outbox[0].to == [EMAIL]
    selectors.everything(patient)
    actions.accept(code=invited.code, address=ADDRESS, now=NOW)
    actions.erase(patient=patient, now=NOW)
    assert_silent(everything_logged(), made.secret, invited.token, invited.code)


def test_nothing_of_a_record_is_logged_by_what_fails(everything_logged, monkeypatch):
    patient = a_patient(shown_name=NAME, email=EMAIL, phone=PHONE)
    treatment = patient.treatments.get()
    invited = actions.invite(patient=patient, now=NOW)
    wishes = {"on": True, "quiet_from": time(21), "quiet_to": time(8), "time_zone": "UTC", "now": NOW}
    for attempt in (
        lambda: a_check_in(treatment, note=NOTE + "\x00"),
        lambda: a_check_in(treatment, signs={NOTE: NOTE}),
        lambda: a_check_in(treatment, note=NOTE, used=[999]),
        lambda: a_check_in(treatment, note=NOTE, now=NOW - timedelta(days=9)),
        lambda: a_message(patient, TEXT * 1000),
        lambda: a_product(patient, PRODUCT * 100),
        lambda: a_patient(shown_name=NAME * 100, email=EMAIL),
        lambda: actions.set_reminders(patient=patient, at=time(22), email=EMAIL, **wishes),
        lambda: actions.accept(token=invited.token, address=ADDRESS, now=NOW + timedelta(days=9)),
        lambda: actions.accept(code=invited.code, address=ADDRESS, now=NOW + timedelta(days=9)),
        lambda: actions.end_device(patient=patient, device_id=999, now=NOW),
        lambda: actions.remove_product(patient=patient, product_id=999, now=NOW),
    ):
        with pytest.raises(REFUSALS):
            attempt()
    monkeypatch.setattr(mail.EmailMessage, "send", _refuse)
    assert tasks.send_due_reminders() == 0
    assert "was not taken" in everything_logged()
    assert_silent(everything_logged(), invited.token, invited.code)


def test_records_are_shown_without_what_is_in_them():
    patient = a_patient(shown_name=NAME, email=EMAIL, phone=PHONE)
    check_in = a_check_in(patient.treatments.get(), note=NOTE)
    made, message, product = admitted(patient), a_message(patient, TEXT), a_product(patient, PRODUCT)
    shown = "".join(
        f"{record!r} {record}"
        for record in (patient, check_in, check_in.treatment, check_in.assessment, made.device, message, product)
    )
    assert_silent(shown, made.secret)


def _refuse(*_, **__):
    raise SMTPRecipientsRefused({EMAIL: (550, f"{NAME} is unknown here".encode())})


def assert_silent(text: str, *secrets: str) -> None:
    for word in (NAME, EMAIL, PHONE, NOTE, TEXT, PRODUCT, ADDRESS, *secrets):
        assert word not in text, word


def test_the_same_key_with_another_text_is_not_logged_either(everything_logged):
    patient, key = a_patient(shown_name=NAME), uuid.uuid4()
    for text in (TEXT, NOTE):
        with suppress(ValidationError):
            actions.send_message(patient=patient, sent_key=key, text=text, now=NOW)
    assert_silent(everything_logged())
