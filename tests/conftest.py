"""What every test may ask for: the knowledge, the day it is, and a seal that makes hidden I/O fail."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from hypothesis import settings

from needlecare.knowledge.model import Knowledge
from tests.support import seal
from tests.support.cases import TODAY
from tests.support.knowledge import SHIPPED

# the same examples at every run; HYPOTHESIS_PROFILE=search looks for new ones
settings.register_profile("repeatable", max_examples=150, deadline=None, derandomize=True)
settings.register_profile("search", max_examples=2000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge as shipped, loaded once."""
    return SHIPPED


@pytest.fixture(scope="session")
def today() -> date:
    """The day of every assessment, unless a test says otherwise."""
    return TODAY


@pytest.fixture(scope="session")
def sealed() -> Callable[[], AbstractContextManager[None]]:
    """Inside `with sealed():` files, network, processes, clock and chance raise HiddenIOError."""
    return seal.sealed
