"""`kill -9` of the whole server in a loop under load: what was acknowledged is there, once and whole."""

import random
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bench import durable_database
from bench.durable_clients import Load
from bench.table import table
from bench.web_server import Server

CLIENTS = 8
PATIENTS = 400
KILLS = 20
SECONDS = 15


@dataclass(frozen=True)
class Tally:
    """What became of the check-ins. `found` counts those of the acknowledged that are there."""

    kills: int
    sent: int
    acknowledged: int
    found: int
    lost: int
    doubled: int
    half: int
    strange: int
    wrong: tuple[str, ...]


def tally(kills: int, load: Load, kept: list[durable_database.Kept]) -> Tally:
    """The database held against what the clients know."""
    times = Counter(each.sent_key for each in kept)
    acknowledged = set(load.acknowledged)
    return Tally(
        kills=kills,
        sent=len(load.sent),
        acknowledged=len(acknowledged),
        found=sum(key in times for key in acknowledged),
        lost=sum(key not in times for key in acknowledged),
        doubled=sum(count > 1 for count in times.values()),
        half=sum(not each.whole for each in kept),
        strange=len(times.keys() - set(load.sent)),
        wrong=tuple(load.wrong),
    )


def killed(kills: int, database: str | None = None, patients: int = PATIENTS, clients: int = CLIENTS) -> Tally:
    """Kills the server that often under load, at moments that differ."""
    moments = random.Random(1)
    with tempfile.TemporaryDirectory(prefix="needlecare-bench-") as folder:
        server = Server(Path(folder), database=database)
        with server:
            load = Load(server.port, durable_database.fill(server.environment, patients), clients)
            load.start()
            for _ in range(kills):
                time.sleep(moments.uniform(0.3, 1.5))
                server.kill()
                server.start()
            time.sleep(0.5)
            load.stop()
        return tally(kills, load, durable_database.read(server.environment))


def calm(database: str | None = None, workers: int = 2) -> tuple[float, float, Tally]:
    """Acknowledged, assessed check-ins in a second without a kill, and the server's processor time for each in ms:
    the first depends on what else the machine does, the second hardly."""
    with tempfile.TemporaryDirectory(prefix="needlecare-bench-") as folder:
        server = Server(Path(folder), database=database, workers=workers)
        with server:
            load = Load(server.port, durable_database.fill(server.environment, PATIENTS), CLIENTS)
            load.start()
            time.sleep(3)
            before, busy, began = len(load.acknowledged), server.processor_seconds(), time.monotonic()
            time.sleep(SECONDS)
            busy, took = server.processor_seconds() - busy, time.monotonic() - began
            done = len(load.acknowledged) - before
            load.stop()
        return done / took, 1000 * busy / max(done, 1), tally(0, load, durable_database.read(server.environment))


def report(kills: int = KILLS) -> str:
    """Both databases; PostgreSQL only where one answers."""
    rows = [_row("SQLite", None, kills)]
    with durable_database.postgres() as address:
        rows.append(_row("PostgreSQL", address, kills) if address else ["PostgreSQL", "no server answers", *[""] * 9])
    heads = [
        "",
        "kills",
        "sent",
        "acknowledged",
        "found",
        "lost",
        "doubled",
        "half",
        "strange",
        "a second",
        "CPU ms each",
    ]
    title = "Check-ins over HTTP: kill -9 of the whole server under load, and how many a second without (goal >= 100)"
    return table(title, heads, rows)


def _row(name: str, database: str | None, kills: int) -> list[str]:
    told = killed(kills, database)
    rate, each, unharmed = calm(database)
    if wrong := Counter(told.wrong + unharmed.wrong):
        raise RuntimeError(f"{name}: answered otherwise: {wrong.most_common(3)}")
    counts = (told.kills, told.sent, told.acknowledged, told.found, told.lost, told.doubled, told.half, told.strange)
    return [name, *map(str, counts), f"{rate:.0f}", f"{each:.1f}"]
