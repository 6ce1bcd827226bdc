"""The fixture that every test of the command line asks for."""

import pytest

from tests.cli.calling import Call, caller


@pytest.fixture
def needlecare(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Call:
    """Run a command in this process: `needlecare("assess", "-", stdin="{}")`."""
    return caller(monkeypatch, capfdbinary)
