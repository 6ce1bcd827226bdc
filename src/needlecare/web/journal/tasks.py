"""What the queue runs: every five minutes, the reminders that are due.

A mail is seen by others, on locked screens and on the servers between: neither sender, subject nor text says what it is
about, and its link opens nothing without the device's own secret.
"""

import logging
from email.utils import formataddr, parseaddr
from smtplib import SMTPServerDisconnected
from time import monotonic

from django.conf import settings
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone
from django_q.models import Schedule

from needlecare.web.journal.actions.admitting import forget_attempts
from needlecare.web.journal.actions.due_reminders import (
    claim_reminder,
    drop_stuck_reminders,
    make_due_reminders,
    settle_failed,
    settle_sent,
    settle_unclear,
)
from needlecare.web.journal.models import Reminder
from needlecare.web.links import link_to

LOG = logging.getLogger(__name__)
SCHEDULE = "reminders"
EVERY = 5  # minutes
RUNS_FOR = 80  # seconds; the queue ends a task after 120
SENDER = "Your daily page"
SUBJECT = "Your page is ready for today"
TEXT = """Hello,

your page is ready for today. It takes about a minute:
{page}

Open it in the browser that you used before. On the page you can also change or stop these messages.
"""
_MAY_HAVE_LEFT = (TimeoutError, ConnectionResetError, BrokenPipeError, SMTPServerDisconnected)


def ensure_schedule() -> None:
    """Lets the queue run `send_due_reminders` every five minutes. Any number of times is as once."""
    wanted = {
        "func": f"{__name__}.send_due_reminders",
        "schedule_type": Schedule.MINUTES,
        "minutes": EVERY,
        "repeats": -1,
    }
    with transaction.atomic():
        first = Schedule.objects.select_for_update().filter(name=SCHEDULE).order_by("id").first()
        if first is None:
            Schedule.objects.create(name=SCHEDULE, **wanted)
            return
        Schedule.objects.filter(name=SCHEDULE).exclude(pk=first.pk).delete()
        Schedule.objects.filter(pk=first.pk).update(**wanted)


def send_due_reminders() -> int:
    """Sends what is due; how many left. Where the mail server is away, it stops and the next run tries again."""
    now = timezone.now()
    forget_attempts(now=now)
    stuck = drop_stuck_reminders(now=now)
    if stuck:
        LOG.warning("%d reminders were interrupted: they may have left, and are not sent again", stuck)
    make_due_reminders(now=now)
    sent, started, connection = 0, monotonic(), None
    while monotonic() - started < RUNS_FOR and (reminder := claim_reminder(now=timezone.now())):
        try:
            connection = connection or _opened()
        except Exception as error:
            settle_failed(reminder=reminder, now=timezone.now())
            LOG.warning("reminder %d: the mail server is away (%s)", reminder.pk, type(error).__name__)
            break
        if _send(reminder, connection):
            sent += 1
        else:
            _close(connection)
            connection = None
    _close(connection)
    return sent


def _send(reminder: Reminder, connection: BaseEmailBackend) -> bool:
    """Whether it left. The text of an error is not logged: mail servers repeat addresses in it."""
    try:
        _message(reminder, connection).send()
    except _MAY_HAVE_LEFT as error:
        settle_unclear(reminder=reminder, now=timezone.now())
        LOG.warning("reminder %d: the mail server went away while it was sent (%s)", reminder.pk, type(error).__name__)
        return False
    except Exception as error:
        settle_failed(reminder=reminder, now=timezone.now())
        LOG.warning("reminder %d: was not taken (%s)", reminder.pk, type(error).__name__)
        return False
    settle_sent(reminder=reminder, now=timezone.now())
    return True


def _message(reminder: Reminder, connection: BaseEmailBackend) -> mail.EmailMessage:
    page = link_to("journal:today")
    _, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return mail.EmailMessage(
        subject=SUBJECT,
        body=TEXT.format(page=page),
        from_email=formataddr((SENDER, address)),
        to=[reminder.patient.email],
        headers={"Auto-Submitted": "auto-generated"},
        connection=connection,
    )


def _opened() -> BaseEmailBackend:
    connection: BaseEmailBackend = mail.get_connection()
    connection.open()
    return connection


def _close(connection: BaseEmailBackend | None) -> None:
    """Closes it; that a server is gone already is no fault."""
    try:
        if connection is not None:
            connection.close()
    except Exception as error:
        LOG.info("the mail server did not say goodbye (%s)", type(error).__name__)
