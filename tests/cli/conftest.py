"""The fixtures that the tests of the command line ask for."""

import pytest

from needlecare.cli import labelling
from tests.cli.calling import Call, caller
from tests.support.labels import SHIPPED_INGREDIENTS


@pytest.fixture
def needlecare(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Call:
    """Run a command in this process: `needlecare("assess", "-", stdin="{}")`."""
    return caller(monkeypatch, capfdbinary)


@pytest.fixture
def one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped ingredients, loaded once for all tests."""
    monkeypatch.setattr(labelling, "load_ingredients", lambda: SHIPPED_INGREDIENTS)
