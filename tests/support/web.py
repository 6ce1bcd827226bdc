"""Clinics, staff, patients and their records with named defaults, made by the app's own actions.

Time stands still: `tests/web/conftest.py` sets the app's clock to NOW, and a test moves it with the fixture `clock`.
"""

import uuid
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from django.test import Client

from needlecare.web.accounts.models import Clinic, Membership, Protocol, User
from needlecare.web.clinic.models import TreatmentTemplate
from needlecare.web.journal import actions
from needlecare.web.journal.cookie import cookie_name
from needlecare.web.journal.models import CheckIn, Message, Patient, ShelfProduct, Treatment

NOW = datetime(2026, 5, 31, 17, 0, tzinfo=UTC)  # 18:00 in London; the date of tests.support.cases.TODAY
PASSWORD = "a long password for tests"
ADDRESS = "192.0.2.7"
CONSENT = "I agree that my clinic keeps what I tell here."
PLAIN_CREAM = "Aqua, Glycerin, Squalane"
_number = count(1)


class Clock:
    """The app's clock: `clock.moment = …` sets it, `clock.pass_time(days=1)` moves it on."""

    def __init__(self, moment: datetime = NOW) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def pass_time(self, **much: float) -> datetime:
        self.moment += timedelta(**much)
        return self.moment


def a_clinic(name: str = "Clinic by the River", **fields: Any) -> Clinic:
    """`a_clinic(time_zone="Asia/Tokyo", phone="")`."""
    given = {"phone": "020 7946 0000", "hours": "Monday to Friday, 8:00 to 18:00", "out_of_hours": "Call 111."}
    return Clinic.objects.create(name=name, **{**given, **fields})


def a_user(clinic: Clinic | None = None, *, email: str = "", name: str = "Nurse Ada", role: str = "staff") -> User:
    """A member of staff of this clinic (of a new one where none is given), with PASSWORD."""
    user = User.objects.create_user(email or f"staff{next(_number)}@clinic.example", PASSWORD, name=name)
    Membership.objects.create(user=user, clinic=clinic or a_clinic(), role=role)
    return user


def a_protocol(clinic: Clinic, text: str = "", *, version: str = "1", now: datetime = NOW) -> Protocol:
    """A version of a clinic's protocol."""
    return Protocol.objects.create(clinic=clinic, version=version, text=text, made_at=now)


def a_template(clinic: Clinic, name: str = "Face, 1.5 mm", **procedure: Any) -> TreatmentTemplate:
    """A treatment that a clinic often does."""
    given = procedure or {"device": "pen", "needle_depth_mm": 1.5, "areas": ["face"]}
    return TreatmentTemplate.objects.create(clinic=clinic, name=name, procedure=given)


def a_patient(
    clinic: Clinic | None = None,
    *,
    day: int = 3,
    now: datetime = NOW,
    procedure: dict[str, Any] | None = None,
    **fields: Any,
) -> Patient:
    """An enrolled patient whose treatment was `day` days before `now`: `a_patient(day=0, email="m@example.org")`."""
    clinic = clinic or a_clinic()
    given: dict[str, Any] = {
        "by": None,
        "shown_name": "M. K.",
        "treatment_name": "Face, 1.5 mm",
        "procedure": {"device": "pen", "needle_depth_mm": 1.5, "areas": ["face"]} if procedure is None else procedure,
        "done_on": now.date() - timedelta(days=day),
        "consent_words": CONSENT,
        "now": now - timedelta(days=max(day, 0)),
    }
    return actions.enrol(clinic=clinic, **{**given, **fields})


def a_treatment(day: int = 3, *, patient: Patient | None = None, **fields: Any) -> Treatment:
    """The treatment of a new patient, `day` days ago; or a further one of `patient` (fields: name, procedure, now)."""
    if patient is None:
        return a_patient(day=day, **fields).treatments.select_related("patient__clinic", "protocol").get()
    now = fields.pop("now", NOW)
    return patient.treatments.create(done_on=now.date() - timedelta(days=day), **{"name": "Face again", **fields})


def a_check_in(treatment: Treatment | None = None, *, now: datetime = NOW, **told: Any) -> CheckIn:
    """A check-in with its assessment: `a_check_in(treatment, signs={"erythema": "mild"}, pain_0_10=2)`.

    `used`, `who`, `screens` and `sent_key` are the action's; what is left is told.
    """
    own = {key: told.pop(key) for key in ("used", "who", "screens") if key in told}
    key = told.pop("sent_key", None) or uuid.uuid4()
    told = told or {"signs": {"erythema": "mild"}, "fever": "no"}
    return actions.record_check_in(treatment=treatment or a_treatment(), sent_key=key, told=told, now=now, **own)


def a_product(
    patient: Patient,
    name: str = "Plain cream",
    ingredients: str = PLAIN_CREAM,
    *,
    kind: str = "leave_on",
    now: datetime = NOW,
) -> ShelfProduct:
    """A product on the patient's shelf."""
    return actions.add_product(
        patient=patient, sent_key=uuid.uuid4(), name=name, ingredients=ingredients, kind=kind, now=now
    )


def a_message(
    patient: Patient, text: str = "May I swim?", *, by: User | None = None, who: str = "patient", now: datetime = NOW
) -> Message:
    """A message of the patient, or of the clinic where `by` says who wrote it."""
    key = uuid.uuid4()
    if by is not None:
        return actions.reply(patient=patient, sent_key=key, text=text, by=by, now=now)
    return actions.send_message(patient=patient, sent_key=key, text=text, who=who, now=now)


def admitted(patient: Patient, *, who: str = "patient", now: datetime = NOW) -> actions.Admitted:
    """A device that opens this patient's record, with its secret."""
    invited = actions.invite(patient=patient, who=who, now=now)
    return actions.accept(token=invited.token, address=ADDRESS, now=now)


def browser_of(patient: Patient, *, who: str = "patient", now: datetime = NOW, **options: Any) -> Client:
    """A test client whose cookie opens this patient's record."""
    client = Client(**options)
    client.cookies[cookie_name()] = admitted(patient, who=who, now=now).secret
    return client


def browser_of_staff(user: User, **options: Any) -> Client:
    """A test client in which this member of staff is signed in."""
    client = Client(**options)
    client.force_login(user)
    return client
