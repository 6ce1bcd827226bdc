"""What every test of the web app may ask for: a clock that stands still, quick passwords, a database for processes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.web import Clock


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The app's clock, at tests.support.web.NOW until a test moves it."""
    clock = Clock()
    monkeypatch.setattr("django.utils.timezone.now", clock)
    return clock


@pytest.fixture(autouse=True)
def quick_passwords(settings) -> None:
    """Argon2 is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all tables and nothing in them."""
    file = tmp_path_factory.mktemp("database") / "empty.sqlite3"
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{file}", "NEEDLECARE_DATA": str(file.parent)}
    subprocess.run(
        [sys.executable, "-m", "needlecare.web", "migrate", "--verbosity", "0", "--skip-checks"],
        env=environment,
        check=True,
    )
    return file


@pytest.fixture
def file_database(migrated_file: Path, tmp_path: Path) -> str:
    """An SQLite file of this test's own, for processes to share."""
    return str(shutil.copy(migrated_file, tmp_path / "shared.sqlite3"))


@pytest.fixture
def shared_database(file_database: str, transactional_db: None) -> str:
    """The name of a database that processes share: the test's own where it is PostgreSQL, else a file."""
    from django.db import connection

    return file_database if connection.vendor == "sqlite" else str(connection.settings_dict["NAME"])
