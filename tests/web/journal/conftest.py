"""A patient on day 3 of a treatment, and their browser."""

import pytest
from django.test import Client

from needlecare.web.journal.models import Treatment
from tests.support import web


@pytest.fixture
def treatment() -> Treatment:
    """A treatment of three days ago."""
    return web.a_treatment(day=3)


@pytest.fixture
def browser(treatment: Treatment) -> Client:
    """The browser of the patient who had it."""
    return web.browser_of(treatment.patient)
