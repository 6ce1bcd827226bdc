"""A clinic with a patient in whose record something of everything is, and the browsers of those who may open it."""

from dataclasses import dataclass

import pytest
from django.core.cache import cache
from django.test import Client

from needlecare.web.accounts.models import Clinic, User
from needlecare.web.clinic.models import TreatmentTemplate
from needlecare.web.journal.models import CheckIn, Patient
from tests.support import web

NAME = "Violet Victim"


@dataclass(frozen=True)
class World:
    """Who is there, and what."""

    clinic: Clinic
    nurse: User
    patient: Patient
    check_in: CheckIn
    template: TreatmentTemplate

    def phone(self) -> Client:
        """The patient's browser."""
        return _quiet(web.browser_of(self.patient))

    def desk(self) -> Client:
        """The nurse's browser."""
        return _quiet(web.browser_of_staff(self.nurse))


@pytest.fixture
def world(db: None) -> World:
    """Made anew for each test; nobody has tried to sign in yet."""
    cache.clear()
    clinic = web.a_clinic()
    nurse = web.a_user(clinic, email="ada@clinic.example")
    patient = web.a_patient(clinic, shown_name=NAME, email="violet@victim.example")
    check_in = web.a_check_in(patient.treatments.get())
    web.a_product(patient)
    web.a_message(patient)
    return World(clinic, nurse, patient, check_in, web.a_template(clinic))


def _quiet(client: Client) -> Client:
    client.raise_request_exception = False
    return client
