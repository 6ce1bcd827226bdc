"""A fresh database for the server, a clinic with patients in it, and what it holds in the end.

Run as a program (`python -m bench.durable_database fill 40`, `… read`) in the server's environment, since the settings
of the web app are read once in a process.
"""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

LOCAL = "postgres://127.0.0.1:5432/postgres"
PROCEDURE = {"device": "pen", "needle_depth_mm": 1.5, "areas": ["face"]}


class Kept(NamedTuple):
    """A check-in as the database has it; whole says that its assessment is there and reads."""

    sent_key: str
    whole: bool


@contextmanager
def postgres() -> Iterator[str | None]:
    """The address of an empty PostgreSQL database, dropped in the end; None where no server answers."""
    import psycopg
    from psycopg import sql

    address = os.environ.get("DATABASE_URL_TEST") or LOCAL
    try:
        connection = psycopg.connect(address, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        yield None
        return
    name = sql.Identifier(f"needlecare_{uuid.uuid4().hex}")
    with connection:
        connection.execute(sql.SQL("create database {}").format(name))
        try:
            yield f"{address.rpartition('/')[0]}/{name.as_string(connection).strip(chr(34))}"
        finally:
            connection.execute(sql.SQL("drop database {} with (force)").format(name))


def fill(environment: dict[str, str], patients: int) -> list[str]:
    """That many patients in the database of the environment; the secrets of their devices."""
    return list(_run(environment, "fill", str(patients)))


def read(environment: dict[str, str]) -> list[Kept]:
    """All check-ins of the database."""
    return [Kept(*each) for each in _run(environment, "read")]


def _run(environment: dict[str, str], *words: str) -> Any:
    command = [sys.executable, "-m", "bench.durable_database", *words]
    root = Path(__file__).parents[1]
    done = subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)


def _fill(patients: int) -> list[str]:
    from django.db import transaction
    from django.utils import timezone

    from needlecare.web.accounts.actions import add_clinic
    from needlecare.web.journal import actions

    now = timezone.now()
    secrets = []
    with transaction.atomic():
        clinic = add_clinic(name="Clinic that is only measured", is_demo=True, details={"time_zone": "UTC"})
        for number in range(patients):
            patient = actions.enrol(
                clinic=clinic, by=None, shown_name=f"P{number}", treatment_name="Face", procedure=PROCEDURE,
                done_on=now.date(), consent_words="none", now=now,
            )  # fmt: skip
            invited = actions.invite(patient=patient, now=now)
            secrets.append(actions.accept(token=invited.token, address="192.0.2.1", now=now).secret)
    return secrets


def _read() -> list[tuple[str, bool]]:
    from needlecare.web.journal.models import CheckIn

    found = CheckIn.objects.select_related("assessment", "treatment").iterator(chunk_size=50)
    return [(str(each.sent_key), _is_whole(each)) for each in found]


def _is_whole(check_in: Any) -> bool:
    given = getattr(check_in, "assessment", None)
    return given is not None and given.answer["disposition"]["level"] == given.level and "check_ins" in given.case


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "needlecare.web.settings")
    import django

    django.setup()
    print(json.dumps(_fill(int(sys.argv[2])) if sys.argv[1] == "fill" else _read()))
