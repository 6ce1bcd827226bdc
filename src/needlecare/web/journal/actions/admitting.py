"""An invitation is exchanged for a device that opens the record.

Codes can be guessed where tokens cannot, so every code that is typed counts before it is looked at, in the database and
for all processes together: by address, and for all addresses.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from django.db import transaction
from django.db.models import Q

from needlecare.web.journal import secrets
from needlecare.web.journal.models import Attempt, Device, Invitation, Patient
from needlecare.web.zones import local_day

Reason = Literal["unknown", "used", "expired", "withdrawn", "too_many"]

LASTS = timedelta(days=180)
COUNTS_FOR = timedelta(hours=1)
TRIES_BY_ADDRESS = 10
TRIES_BY_ALL = 300  # at this rate it takes 50,000 years to try all codes


@dataclass(frozen=True)
class Admitted:
    """The device and the secret for its cookie, which is known this once."""

    device: Device
    secret: str = field(repr=False)


class NotAdmitted(Exception):  # noqa: N818
    """The invitation does not open the record; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        self.reason: Reason = reason
        super().__init__(reason)


def accept(*, token: str = "", code: str = "", address: str, now: datetime) -> Admitted:
    """A device in exchange for a token or, without one, a code. Of two at once, one is admitted.

    Raises NotAdmitted. A code that cannot be one (too short, other letters) is `unknown` and counts like any other.
    """
    if token:
        return _admit(Q(token_hash=secrets.hash_of(token)), now)
    attempt = _count(address, now)
    letters = secrets.typed_code(code)
    if letters is None:
        raise NotAdmitted("unknown")
    admitted = _admit(Q(code_hash=secrets.hash_of_code(letters)), now)
    attempt.delete()  # who was let in did not guess
    return admitted


def _admit(which: Q, now: datetime) -> Admitted:
    with transaction.atomic():
        list(
            Patient.objects.select_for_update().filter(invitations__in=Invitation.objects.filter(which))
        )  # who may leave now
        open_now = Invitation.objects.filter(which, used_at=None, withdrawn_at=None, expires_at__gt=now)
        if not open_now.update(used_at=now):
            raise NotAdmitted(_why_not(which))
        invitation = Invitation.objects.select_related("patient__clinic").get(which)
        patient, secret = invitation.patient, secrets.new_secret()
        device = patient.devices.create(
            who=invitation.who,
            secret_hash=secrets.hash_of(secret),
            made_at=now,
            seen_on=local_day(patient.time_zone, now),
            expires_at=now + LASTS,
        )
    return Admitted(device, secret)


def _why_not(which: Q) -> Reason:
    invitation = Invitation.objects.filter(which).first()
    if invitation is None:
        return "unknown"
    if invitation.used_at:
        return "used"
    return "withdrawn" if invitation.withdrawn_at else "expired"


def _count(address: str, now: datetime) -> Attempt:
    """Counts first and looks then, so that tries at the same moment see each other."""
    hashed, since = secrets.hash_of_address(address), now - COUNTS_FOR
    attempt = Attempt.objects.create(address_hash=hashed, at=now)
    forget_attempts(now=now)
    recent = Attempt.objects.filter(at__gt=since)
    if recent.filter(address_hash=hashed).count() > TRIES_BY_ADDRESS or recent.count() > TRIES_BY_ALL:
        attempt.delete()  # a try that is not looked at does not lengthen the wait
        raise NotAdmitted("too_many")
    return attempt


def forget_attempts(*, now: datetime) -> None:
    """What no longer counts is not kept. One statement, so it needs no transaction around it."""
    Attempt.objects.filter(at__lte=now - COUNTS_FOR).delete()
