"""A clinic with somebody who works there, signed in."""

import pytest
from django.test import Client

from needlecare.web.accounts.models import Clinic, User
from tests.support import web


@pytest.fixture
def clinic(db) -> Clinic:
    """The clinic that the pages are opened for."""
    return web.a_clinic()


@pytest.fixture
def nurse(clinic: Clinic) -> User:
    """Somebody who works there."""
    return web.a_user(clinic)


@pytest.fixture
def desk(nurse: User) -> Client:
    """A browser in which the nurse is signed in."""
    return web.browser_of_staff(nurse)
