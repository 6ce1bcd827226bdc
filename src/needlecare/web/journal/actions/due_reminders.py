"""The reminders of today: made when they are due, claimed by one worker, then sent, put off or dropped."""

from datetime import date, datetime, timedelta
from itertools import islice

from django.db import transaction
from django.db.models import F, OuterRef, QuerySet, Subquery

from needlecare.web.journal.models import CheckIn, Patient, Reminder, Treatment
from needlecare.web.journal.reminder_times import due_at, is_reminded, later, open_from
from needlecare.web.knowledge import shipped
from needlecare.web.zones import local_day, zone_of

_AT_ONCE = 500  # rows a transaction
STUCK_AFTER = timedelta(minutes=15)


def make_due_reminders(*, now: datetime) -> int:
    """One for each patient whose time of today has come, who wants it and has not checked in today; how many."""
    wanted = iter(_due(now))
    made = 0
    while chunk := list(islice(wanted, _AT_ONCE)):
        made += len(_make(chunk))
    return made


def claim_reminder(*, now: datetime) -> Reminder | None:
    """The next one to send, which no other worker gets; None where there is none. What must not be sent is dropped."""
    while True:
        with transaction.atomic():
            waiting = _unsettled().filter(claimed_at=None, next_try_at__lte=now).select_related("patient", "treatment")
            waiting = waiting.select_for_update(skip_locked=True, of=("self",))
            reminder = waiting.order_by("next_try_at", "id").first()
            if reminder is None:
                return None
            moment = _to_be_sent_at(reminder, now)
            if moment == now:
                reminder.claimed_at, reminder.tries = now, reminder.tries + 1
            elif moment is not None:
                reminder.next_try_at = moment
            else:
                reminder.dropped_at = now
            reminder.save(update_fields=["claimed_at", "tries", "next_try_at", "dropped_at"])
            if reminder.claimed_at:
                return reminder


def settle_sent(*, reminder: Reminder, now: datetime) -> None:
    """It has left."""
    with transaction.atomic():
        Reminder.objects.filter(pk=reminder.pk).update(sent_at=now)


def settle_failed(*, reminder: Reminder, now: datetime) -> None:
    """It has certainly not left: another try later; one that would be too late is dropped when its time comes."""
    with transaction.atomic():
        Reminder.objects.filter(pk=reminder.pk).update(claimed_at=None, next_try_at=later(now, reminder.tries))


def settle_unclear(*, reminder: Reminder, now: datetime) -> None:
    """It may have left: it is not sent again, for a day without a reminder is better than two in one."""
    with transaction.atomic():
        Reminder.objects.filter(pk=reminder.pk).update(dropped_at=now)


def drop_stuck_reminders(*, now: datetime) -> int:
    """The same for those whose worker was ended while it sent them; how many."""
    with transaction.atomic():
        return _unsettled().filter(claimed_at__lte=now - STUCK_AFTER).update(dropped_at=now)


def _unsettled() -> QuerySet[Reminder]:
    return Reminder.objects.filter(sent_at=None, dropped_at=None)


def _to_be_sent_at(reminder: Reminder, now: datetime) -> datetime | None:
    """Now, or when the quiet hours end; None where it is not wanted, not needed, or its day is over."""
    patient = reminder.patient
    if not patient.reminders or not patient.email or reminder.treatment.check_ins.filter(day=reminder.day).exists():
        return None
    return open_from(now, reminder.on, patient.quiet_from, patient.quiet_to, zone_of(patient.time_zone))


def _due(now: datetime) -> list[Reminder]:
    course_until = int(shipped().phases.course_until.value)
    since = now.date() - timedelta(days=course_until + 1)
    latest = Treatment.objects.filter(patient=OuterRef("pk")).order_by("-done_on", "-id")
    patients = (
        Patient.objects.filter(reminders=True)
        .exclude(email="")
        .annotate(treatment=Subquery(latest.values("pk")[:1]), done_on=Subquery(latest.values("done_on")[:1]))
        .filter(done_on__gte=since)
    )
    due = [reminder for patient in patients.iterator(_AT_ONCE) if (reminder := _of(patient, now, course_until))]
    done = _done(now)
    return [one for one in due if (one.patient_id, one.on) not in done]


def _of(patient: Patient, now: datetime, course_until: int) -> Reminder | None:
    """The reminder of the patient's day, if its time has come and is not over."""
    zone, on = zone_of(patient.time_zone), local_day(patient.time_zone, now)
    day: int = (on - patient.done_on).days  # type: ignore[attr-defined]
    if not is_reminded(day, course_until):
        return None
    due = due_at(on, patient.remind_at, patient.quiet_from, patient.quiet_to, zone)
    if due is None or due > now:
        return None
    treatment: int = patient.treatment  # type: ignore[attr-defined]
    return Reminder(patient=patient, treatment_id=treatment, day=day, on=on, due_at=due, next_try_at=due)


def _done(now: datetime) -> set[tuple[object, date]]:
    """Patients and local days that have a reminder or a check-in already."""
    yesterday = now.date() - timedelta(days=1)  # somewhere it still is
    reminded = Reminder.objects.filter(on__gte=yesterday).values_list("patient_id", "on")
    told = CheckIn.objects.filter(made_at__gte=now - timedelta(days=2)).annotate(done_on=F("treatment__done_on"))
    answered = told.values_list("treatment__patient_id", "done_on", "day")
    return {*reminded, *((patient, done_on + timedelta(days=day)) for patient, done_on, day in answered)}


def _make(reminders: list[Reminder]) -> list[Reminder]:
    with transaction.atomic():
        return Reminder.objects.bulk_create(reminders, ignore_conflicts=True)
