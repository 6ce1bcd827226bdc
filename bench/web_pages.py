"""What a page costs: bytes over the wire, time to its largest content on a slow phone, queries.

The slow phone is that of Lighthouse's mobile profile: four times slower than this machine, 1.6 Mbit/s, 150 ms away.
"""

import os
import tempfile
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from bench.table import table
from bench.web_server import Server

_TIMES = 5
_SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
_SLOWER = 4
_PUBLIC = ("/", "/check", "/label", "/why-spots", "/normal/3", "/when", "/sources")
_RECORD = (
    "/my/", "/my/check-in", "/my/course", "/my/plan", "/my/products", "/my/messages", "/my/call", "/my/looks",
    "/my/reminders",
)  # fmt: skip
_CLINIC = ("/clinic/", "/clinic/enrol")
_LCP = """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
  .observe({type: 'largest-contentful-paint', buffered: true}))"""


class Seen(NamedTuple):
    """One opening of a page."""

    bytes: int
    milliseconds: float


def report() -> str:
    """All pages of the demonstration, each first with an empty cache and then with the files kept."""
    with tempfile.TemporaryDirectory(prefix="needlecare-bench-") as folder, Server(Path(folder), "--demo") as app:
        _settings(app)
        rows = []
        for paths, cookies in ((_PUBLIC, {}), (_RECORD, _patient()), (_CLINIC, _staff())):
            for path in paths:
                first, again = _opened(app, path, cookies)
                queries = _queries(path, cookies)
                rows.append(
                    [
                        path,
                        _kb(first.bytes),
                        _kb(again.bytes),
                        f"{first.milliseconds:.0f}",
                        f"{again.milliseconds:.0f}",
                        str(queries),
                    ]
                )
        title = (
            "Pages, goals: <= 120 KB at first and <= 60 KB after it, largest content <= 1500 ms, <= 12 queries\n"
            f"(medians of {_TIMES}; a slow phone: 4 x slower processor, 1.6 Mbit/s, 150 ms)"
        )
        return table(title, ["", "KB first", "KB after", "ms first", "ms after", "queries"], rows)


def _kb(count: int) -> str:
    return f"{count / 1000:.1f}"


def _settings(app: Server) -> None:
    """This process works on the same database, for sessions and queries."""
    os.environ.update(app.environment)
    os.environ.update(
        DJANGO_SETTINGS_MODULE="needlecare.web.settings",
        DJANGO_ALLOW_ASYNC_UNSAFE="true",
        NEEDLECARE_HOSTS="127.0.0.1,testserver",
    )
    import django

    django.setup()


def _patient() -> dict[str, str]:
    from django.utils import timezone

    from needlecare.web.journal import actions
    from needlecare.web.journal.cookie import cookie_name
    from needlecare.web.journal.models import Patient

    now = timezone.now()
    patient = max(
        Patient.objects.all(), key=lambda one: sum(treatment.check_ins.count() for treatment in one.treatments.all())
    )
    invited = actions.invite(patient=patient, now=now)
    return {cookie_name(): actions.accept(token=invited.token, address="192.0.2.1", now=now).secret}


def _staff() -> dict[str, str]:
    from django.conf import settings
    from django.test import Client

    from needlecare.web.accounts.models import User

    client = Client()
    user = User.objects.filter(memberships__isnull=False).first()
    assert user is not None
    client.force_login(user)
    return {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}


def _queries(path: str, cookies: dict[str, str]) -> int:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    for name, value in cookies.items():
        client.cookies[name] = value
    client.get(path)
    with CaptureQueriesContext(connection) as seen:
        client.get(path)
    return len(seen)


def _opened(app: Server, path: str, cookies: dict[str, str]) -> tuple[Seen, Seen]:
    from playwright.sync_api import sync_playwright
    from tests.journeys.browser import executable

    first, again = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        for _ in range(_TIMES):
            context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=app.address)
            context.add_cookies([{"name": name, "value": value, "url": app.address} for name, value in cookies.items()])
            page = context.new_page()
            wire = context.new_cdp_session(page)
            wire.send("Network.enable")
            wire.send("Network.emulateNetworkConditions", _SLOW)
            wire.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
            first.append(_once(page, wire, path))
            again.append(_once(page, wire, path))
            context.close()
        browser.close()
    return _middle(first), _middle(again)


def _once(page: Any, wire: Any, path: str) -> Seen:
    sizes: list[int] = []

    def ended(event: Any) -> None:
        sizes.append(int(event["encodedDataLength"]))

    wire.on("Network.loadingFinished", ended)
    page.goto("about:blank")
    sizes.clear()
    page.goto(path, wait_until="networkidle")
    milliseconds = page.evaluate(_LCP)
    wire.remove_listener("Network.loadingFinished", ended)
    return Seen(sum(sizes), float(milliseconds))


def _middle(seen: list[Seen]) -> Seen:
    return Seen(int(median(one.bytes for one in seen)), median(one.milliseconds for one in seen))
