"""What has to stand before the first page: the folder for data, the tables, the schedule of reminders."""

import contextlib
import os
from datetime import date
from pathlib import Path

from needlecare.web.serving.refused import NO_RIGHTS, UNAVAILABLE, Refused

_SOME_CASE = {"check_ins": [{"day": 3, "signs": {"erythema": "mild"}}], "products": [{"ingredients": "Aqua, Retinol"}]}
_SOME_DAY = date(2026, 1, 1)


def make_folder(folder: Path) -> None:
    """The folder for data, open to its owner alone, like every file that is made in it later."""
    os.umask(0o077)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(
            f"the folder {folder} cannot be made: {error.strerror}. Set NEEDLECARE_DATA.", NO_RIGHTS
        ) from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Refused(f"there is no right to write in {folder}. Set NEEDLECARE_DATA to a folder of yours.", NO_RIGHTS)


def make_private(database: str) -> None:
    """An SQLite file that is there already, and what lies beside it, for their owner alone; new ones are made so."""
    for file in (Path(database), Path(f"{database}-wal"), Path(f"{database}-shm")):
        with contextlib.suppress(OSError):  # not there, or somebody else's
            if file.is_file() and file.stat().st_mode & 0o077:
                file.chmod(0o600)


def check_files(served: Path) -> None:
    """Raises Refused where the styles and scripts of the pages are not there, as in a checkout that is not set up."""
    if not (served / "staticfiles.json").is_file():
        raise Refused("the styles and scripts of the pages are missing. Make them with: tools/assets", UNAVAILABLE)


def make_tables() -> None:
    """All migrations, no session that is over, the schedule of reminders.

    Raises Refused where the database does not answer."""
    from django.core.management import call_command
    from django.db import DatabaseError, connection

    from needlecare.web.journal.tasks import ensure_schedule

    try:
        if connection.vendor == "sqlite":
            make_private(str(connection.settings_dict["NAME"]))
        connection.ensure_connection()
        call_command("migrate", verbosity=0, interactive=False)
        call_command("clearsessions")
        ensure_schedule()
    except DatabaseError as error:
        reason = " ".join(str(error).split())
        raise Refused(f"the database cannot be used ({reason}). See DATABASE_URL.", UNAVAILABLE) from None


def warm_up() -> None:
    """Load what every page needs before the processes part, so that they share it."""
    import gc

    from django.db import connections
    from django.urls import get_resolver

    from needlecare.core.assess import assess
    from needlecare.core.case import Case
    from needlecare.web.knowledge import shipped

    assess(Case.read(_SOME_CASE), shipped(), _SOME_DAY)
    assert get_resolver().url_patterns
    connections.close_all()
    gc.collect()
    gc.freeze()
