"""The demonstration made, and removed."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from needlecare.web.accounts.actions import add_clinic, add_staff
from needlecare.web.accounts.models import Clinic, Membership, User
from needlecare.web.clinic.actions import save_template
from needlecare.web.demo.story import setting, stories
from needlecare.web.demo.telling import Telling
from needlecare.web.journal import actions
from needlecare.web.journal.models import Patient
from needlecare.web.links import opening


@dataclass(frozen=True)
class Ways:
    """How to look around: sign-ins of the staff, and a patient's link that works once."""

    sign_ins: tuple[tuple[str, str], ...]
    patient: str
    link: str


class RealClinicsError(Exception):
    """The database holds clinics that are no demonstration; `names` are theirs."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        super().__init__(", ".join(names))


def refuse_real_clinics() -> None:
    """Raises RealClinicsError: the secret of the demonstration is known to all, so nothing real is served with it."""
    real = list(Clinic.objects.filter(is_demo=False).values_list("name", flat=True))
    if real:
        raise RealClinicsError(real)


@transaction.atomic
def make(now: datetime) -> bool:
    """The clinic and its patients as they stand at this moment; False where they are there already.

    Raises RealClinicsError, and leaves nothing half made.
    """
    refuse_real_clinics()
    if Clinic.objects.filter(is_demo=True).exists():
        return False
    given = setting()
    details = {key: value for key, value in given.clinic.items() if key != "name"}
    clinic = add_clinic(name=given.clinic["name"], details=details, is_demo=True)
    staff = {
        each.email: add_staff(
            clinic=clinic,
            email=each.email,
            name=each.name,
            password=each.password,
            role=Membership.Role(each.role),
        )
        for each in given.staff
    }
    templates = {
        each.name: save_template(clinic=clinic, name=each.name, procedure=each.procedure) for each in given.templates
    }
    for story in stories():
        Telling(story, clinic, staff, templates[story.template], now).tell()
    return True


def ways(now: datetime) -> Ways:
    """The sign-ins, and a fresh link to the first patient's record."""
    first = stories()[0].name
    patient = Patient.objects.filter(clinic__is_demo=True, shown_name=first).first()
    link = ""
    if patient is not None:  # who may have left
        link = opening(actions.invite(patient=patient, now=now).token)
    return Ways(tuple((each.email, each.password) for each in setting().staff), first, link)


@transaction.atomic
def remove() -> int:
    """All clinics of demonstrations with their patients, and their staff where they work nowhere else; how many."""
    clinics = Clinic.objects.filter(is_demo=True)
    ours = [each.email for each in setting().staff]
    staff = list(User.objects.filter(email__in=ours, is_superuser=False).values_list("pk", flat=True))
    count = clinics.count()
    for clinic in clinics:
        clinic.patients.all().delete()
        clinic.templates.all().delete()  # patients and templates hold on to protocols
        clinic.delete()
    User.objects.filter(pk__in=staff, memberships=None).delete()
    return count
