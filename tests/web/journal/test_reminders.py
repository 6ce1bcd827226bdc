"""One reminder a day, when it is wanted, in the patient's own time, and silent about what it is for."""

import logging
from datetime import UTC, date, datetime, time, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected
from typing import ClassVar

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django_q.models import Schedule

from needlecare.web.journal import actions, tasks
from needlecare.web.journal.models import Patient, Reminder
from tests.support.web import NOW, a_check_in, a_clinic, a_patient, a_treatment

pytestmark = pytest.mark.django_db

EMAIL = "mira.kovac@example.org"
DAY_0 = date(2026, 5, 31)


class Flaky(EmailBackend):
    """A mail server that has trouble: `trouble` is raised by the next mails, `away` by opening a connection."""

    trouble: ClassVar[list[BaseException]] = []
    away: ClassVar[Exception | None] = None

    def open(self):
        if Flaky.away:
            raise Flaky.away

    def send_messages(self, messages):
        if Flaky.trouble:
            raise Flaky.trouble.pop(0)
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def mail_server(settings) -> type[Flaky]:
    settings.EMAIL_BACKEND = f"{__name__}.Flaky"
    settings.DEFAULT_FROM_EMAIL = "Needlecare <hello@page.example>"
    settings.ADDRESS = "https://page.example"
    Flaky.trouble, Flaky.away = [], None
    return Flaky


def a_reminded_patient(zone: str = "Europe/London", *, at: time = time(18), **fields) -> Patient:
    """Treated on 31 May 2026; reminded at 18:00, quiet from 21:00 to 8:00."""
    patient = a_patient(**{"email": EMAIL, "time_zone": zone, "done_on": DAY_0, **fields})
    Patient.objects.filter(pk=patient.pk).update(remind_at=at)
    patient.refresh_from_db()
    return patient


def sent_at(clock, moment: datetime) -> int:
    """How many leave when the queue runs at this moment."""
    clock.moment = moment
    return tasks.send_due_reminders()


def utc(day: int, hour: int, minute: int = 0, *, month: int = 6) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def test_it_comes_at_the_time_that_was_wished_and_once(clock):
    a_reminded_patient()
    assert sent_at(clock, utc(2, 16, 55)) == 0
    assert sent_at(clock, utc(2, 17, 0)) == 1
    assert sent_at(clock, utc(2, 17, 5)) == 0
    assert sent_at(clock, utc(3, 17, 2)) == 1
    assert [message.to for message in mail.outbox] == [[EMAIL]] * 2


def test_it_comes_on_the_evening_of_the_day_itself(clock):
    a_reminded_patient()
    assert sent_at(clock, utc(31, 17, month=5)) == 1


@pytest.mark.parametrize(
    ("zone", "moment"),
    [
        ("Pacific/Auckland", utc(2, 6)),
        ("America/Los_Angeles", utc(3, 1)),
        ("Asia/Kathmandu", utc(2, 12, 15)),
        ("Pacific/Kiritimati", utc(2, 4)),
    ],
)
def test_the_time_is_that_where_the_patient_is(clock, zone, moment):
    a_reminded_patient(zone)
    assert sent_at(clock, moment - timedelta(minutes=1)) == 0
    assert sent_at(clock, moment) == 1


def test_it_comes_daily_to_day_14_then_weekly_while_the_plan_runs(clock):
    a_reminded_patient()
    came = [day for day in range(40) if sent_at(clock, utc(31, 17, month=5) + timedelta(days=day))]
    assert came == [*range(15), 21, 28]


def test_who_has_checked_in_today_is_not_reminded(clock):
    treatment = a_reminded_patient().treatments.get()
    a_check_in(treatment, now=utc(2, 7))
    assert sent_at(clock, utc(2, 17)) == 0
    assert sent_at(clock, utc(3, 17)) == 1


def test_a_check_in_stops_the_one_that_waits_to_be_sent_again(clock, mail_server):
    treatment = a_reminded_patient().treatments.get()
    mail_server.away = ConnectionRefusedError()
    assert sent_at(clock, utc(2, 17)) == 0
    mail_server.away = None
    a_check_in(treatment, now=utc(2, 17, 2))
    assert sent_at(clock, utc(2, 17, 30)) == 0
    assert Reminder.objects.get().dropped_at == utc(2, 17, 2)


@pytest.mark.parametrize("wish", [{"reminders": False}, {"email": ""}])
def test_who_does_not_want_any_gets_none(clock, mail_server, wish):
    a_reminded_patient()
    mail_server.away = ConnectionRefusedError()
    sent_at(clock, utc(2, 17))  # one waits already
    mail_server.away = None
    Patient.objects.update(**wish)
    assert sent_at(clock, utc(2, 17, 30)) == 0
    assert sent_at(clock, utc(3, 17)) == 0


def test_a_wish_for_another_time_counts_from_now_on(clock):
    patient = a_reminded_patient(at=time(18))
    wishes = {"on": True, "quiet_from": time(21), "quiet_to": time(8), "time_zone": "Europe/London", "email": EMAIL}
    actions.set_reminders(patient=patient, at=time(20), now=utc(2, 12), **wishes)
    assert sent_at(clock, utc(2, 17)) == 0
    assert sent_at(clock, utc(2, 19)) == 1
    actions.set_reminders(patient=patient, at=time(20, 30), now=utc(2, 19, 10), **wishes)
    assert sent_at(clock, utc(2, 19, 30)) == 0, "a second one on the same day"


def test_a_new_treatment_on_the_same_day_brings_no_second_one(clock):
    patient = a_reminded_patient()
    assert sent_at(clock, utc(2, 17)) == 1
    a_treatment(0, patient=patient, now=utc(2, 17))
    assert sent_at(clock, utc(2, 17, 30)) == 0
    assert sent_at(clock, utc(3, 17)) == 1


def test_after_the_server_was_off_it_comes_late_but_neither_in_quiet_hours_nor_for_yesterday(clock):
    a_reminded_patient()
    assert sent_at(clock, utc(2, 19, 59)) == 1
    assert sent_at(clock, utc(3, 20, 1)) == 0
    assert sent_at(clock, utc(4, 7, 30)) == 0
    assert Reminder.objects.count() == 2


def test_without_quiet_hours_it_comes_at_night_too(clock):
    a_reminded_patient(at=time(23, 30))
    Patient.objects.update(quiet_from=time(0), quiet_to=time(0))
    assert sent_at(clock, utc(2, 22, 30)) == 1


def test_what_it_says_gives_nothing_away(clock):
    patient = a_reminded_patient(shown_name="Mira", treatment_name="Microneedling, face")
    sent_at(clock, utc(2, 17))
    (message,) = mail.outbox
    raw = message.message().as_bytes().decode()
    assert message.subject == "Your page is ready for today"
    assert message.from_email == "Your daily page <hello@page.example>"
    assert "https://page.example/my/\n" in message.body
    for word in ("needl", "skin", "clinic", "treat", "patient", "heal", "symptom", "care", "aftercare", "check-in"):
        assert word not in raw.lower(), word
    for word in (patient.shown_name, patient.clinic.name, str(patient.pk), "#", "day 2"):
        assert word not in raw, word


def test_a_mail_server_that_is_away_is_tried_again_ever_later(clock, mail_server):
    a_reminded_patient(at=time(9))
    mail_server.away = ConnectionRefusedError()
    tries = []
    for minutes in range(0, 6 * 60, 5):
        before = Reminder.objects.values_list("tries", flat=True).first() or 0
        assert sent_at(clock, utc(2, 8) + timedelta(minutes=minutes)) == 0
        if Reminder.objects.get().tries > before:
            tries.append(minutes)
    assert tries == [0, 5, 15, 35, 75, 135, 195, 255, 315]
    mail_server.away = None
    assert sent_at(clock, utc(2, 15)) == 1


def test_it_is_given_up_when_its_day_is_over(clock, mail_server):
    a_reminded_patient()
    mail_server.away = ConnectionRefusedError()
    for moment in (utc(2, 17), utc(2, 17, 30), utc(2, 19, 59), utc(2, 22), utc(2, 23, 30), utc(3, 7, 30)):
        sent_at(clock, moment)
    mail_server.away = None
    assert sent_at(clock, utc(3, 8)) == 0
    assert Reminder.objects.get().dropped_at is not None
    assert sent_at(clock, utc(3, 17)) == 1


def test_a_try_in_quiet_hours_waits_for_their_end(clock, mail_server):
    a_reminded_patient(at=time(12))
    Patient.objects.update(quiet_from=time(13), quiet_to=time(15))
    mail_server.away = ConnectionRefusedError()
    sent_at(clock, utc(2, 11))
    mail_server.away = None
    assert sent_at(clock, utc(2, 12, 30)) == 0
    assert sent_at(clock, utc(2, 13, 59)) == 0
    assert sent_at(clock, utc(2, 14)) == 1


def test_an_address_that_is_refused_does_not_hold_up_the_others(clock, mail_server, caplog):
    clinic = a_clinic()
    for _ in range(3):
        a_reminded_patient(clinic=clinic)
    mail_server.trouble = [SMTPRecipientsRefused({EMAIL: (550, b"no such user")}), SMTPDataError(451, b"later")]
    with caplog.at_level(logging.DEBUG):
        assert sent_at(clock, utc(2, 17)) == 1
    assert sent_at(clock, utc(2, 17, 5)) == 2
    assert EMAIL not in caplog.text


@pytest.mark.parametrize("trouble", [SMTPServerDisconnected("gone"), TimeoutError(), ConnectionResetError()])
def test_one_that_may_have_left_is_not_sent_again(clock, mail_server, trouble):
    a_reminded_patient()
    mail_server.trouble = [trouble]
    assert sent_at(clock, utc(2, 17)) == 0
    assert sent_at(clock, utc(2, 18)) == 0
    assert Reminder.objects.get().sent_at is None
    assert sent_at(clock, utc(3, 17)) == 1


def test_one_whose_worker_was_ended_while_it_sent_is_not_sent_again_and_that_is_said(clock, mail_server, caplog):
    a_reminded_patient()
    mail_server.trouble = [KeyboardInterrupt()]
    with pytest.raises(KeyboardInterrupt):
        sent_at(clock, utc(2, 17))
    assert sent_at(clock, utc(2, 17, 5)) == 0
    assert sent_at(clock, utc(2, 17, 15)) == 0
    assert "1 reminders were interrupted" in caplog.text
    assert Reminder.objects.get().dropped_at == utc(2, 17, 15)


def test_many_are_found_with_few_queries(clock, django_assert_max_num_queries):
    clinic = a_clinic()
    for _ in range(20):
        a_reminded_patient(clinic=clinic)
    clock.moment = utc(2, 12)
    with django_assert_max_num_queries(10):
        tasks.send_due_reminders()


def test_the_queue_runs_it_every_five_minutes_however_often_that_is_said():
    for _ in range(3):
        tasks.ensure_schedule()
    schedule = Schedule.objects.get()
    assert (schedule.func, schedule.minutes, schedule.repeats) == (
        "needlecare.web.journal.tasks.send_due_reminders",
        5,
        -1,
    )
    Schedule.objects.create(name=schedule.name, func=schedule.func)
    tasks.ensure_schedule()
    assert Schedule.objects.get() == schedule


def test_a_mail_server_has_so_long_to_answer(settings):
    assert 0 < settings.EMAIL_TIMEOUT <= 30


def test_a_patient_of_long_ago_is_not_reminded(clock):
    a_reminded_patient(done_on=DAY_0 - timedelta(days=400))
    assert sent_at(clock, NOW) == 0
