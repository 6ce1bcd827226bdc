"""Who walks through the pages: clinics and patients of today, made by the app's own actions, and their browsers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser

from needlecare.web.journal.cookie import cookie_name
from needlecare.web.journal.models import Patient
from tests.journeys.browser import PHONE, Person, Screen, person
from tests.support import web


def a_patient(day: int = 3, **fields: Any) -> Patient:
    """A patient whose treatment was so many days ago."""
    return web.a_patient(day=day, now=timezone.now(), time_zone="UTC", **fields)


def yesterday(patient: Patient, **told: Any) -> None:
    """What this patient told yesterday, all warning signs included."""
    told = told or {
        "trend": "stable", "fever": "no", "pain_0_10": 1, "itch_0_10": 0,
        "signs": {"erythema": "mild", "oedema": "none", "vesicles": "none", "discharge": "none"},
    }  # fmt: skip
    web.a_check_in(patient.treatments.get(), now=timezone.now() - timedelta(days=1), **told)


@contextmanager
def phone_of(
    browser: Browser, address: str, patient: Patient, screen: Screen = PHONE, who: str = "patient", **options: Any
) -> Iterator[Person]:
    """The browser of a patient, or of who cares for them, whose record is open in it."""
    secret = web.admitted(patient, who=who, now=timezone.now()).secret
    with person(browser, address, screen, **options) as found:
        found.context.add_cookies([{"name": cookie_name(), "value": secret, "url": address}])
        yield found


@contextmanager
def desk_of(browser: Browser, address: str, user: Any, screen: Screen = PHONE, **options: Any) -> Iterator[Person]:
    """The browser of a member of staff who is signed in."""
    client = Client()
    client.force_login(user)
    with person(browser, address, screen, **options) as found:
        cookies = [{"name": name, "value": kept.value, "url": address} for name, kept in client.cookies.items()]
        found.context.add_cookies(cookies)  # type: ignore[arg-type]
        yield found
