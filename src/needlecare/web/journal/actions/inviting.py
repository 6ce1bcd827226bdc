"""A link and a code that open a record, once and for a time."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction

from needlecare.web.journal import secrets
from needlecare.web.journal.actions.checked import checked
from needlecare.web.journal.models import Invitation, Patient

LASTS = timedelta(hours=48)


@dataclass(frozen=True)
class Invited:
    """The only time that token and code are known: the token for the `#fragment` of a link, the code for typing."""

    token: str = field(repr=False)
    code: str = field(repr=False)
    expires_at: datetime


def invite(*, patient: Patient, who: str = "patient", now: datetime) -> Invited:
    """A new invitation. Earlier ones of the same kind that were not used are withdrawn."""
    token, code, expires_at = secrets.new_secret(), secrets.new_code(), now + LASTS
    invitation = checked(
        Invitation(
            patient=patient,
            who=who,
            token_hash=secrets.hash_of(token),
            code_hash=secrets.hash_of_code(code),
            made_at=now,
            expires_at=expires_at,
        )
    )
    with transaction.atomic():
        Patient.objects.select_for_update().get(pk=patient.pk)  # of two at once one is withdrawn
        patient.invitations.filter(who=who, used_at=None, withdrawn_at=None).update(withdrawn_at=now)
        invitation.save(force_insert=True)
    return Invited(token, code, expires_at)
