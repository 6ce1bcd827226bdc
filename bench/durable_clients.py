"""Browsers of patients that send check-ins, and send again what was not answered, as the page does."""

import re
import time
import uuid
from collections.abc import Sequence
from http.client import HTTPConnection, HTTPException
from itertools import cycle
from threading import Barrier, Event, Lock, Thread
from urllib.parse import urlencode

_ADDRESS = "/my/check-in"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
_LAST_SCREEN = {
    "at": "4", "reached": "4", "seen": "5", "go": "next", "any.warning": "none", "trend": "stable",
    "sign.erythema": "mild", "count.papules": "3", "pain_0_10": "1", "itch_0_10": "1", "fever": "no", "note": "",
}  # fmt: skip


class Load:
    """Clients at work until they are told to stop. `sent` are the keys of all check-ins, `acknowledged` of those for
    which the browser was sent on to the answer; `wrong` is what was answered otherwise."""

    def __init__(self, port: int, secrets: Sequence[str], clients: int) -> None:
        self.sent: list[str] = []
        self.acknowledged: list[str] = []
        self.wrong: list[str] = []
        self._port, self._stop, self._lock = port, Event(), Lock()
        self._open = Barrier(clients + 1)
        shares = [secrets[at::clients] for at in range(clients)]
        self._threads = [Thread(target=self._work, args=(share,), daemon=True) for share in shares]

    def start(self) -> None:
        """All clients; back when every browser has its form open."""
        for thread in self._threads:
            thread.start()
        self._open.wait()

    def stop(self) -> None:
        """Each sends to the end what it has begun."""
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _work(self, secrets: Sequence[str]) -> None:
        browsers = [_Browser(self._port, secret) for secret in secrets]
        for browser in browsers:
            browser.open()
        self._open.wait()
        for browser in cycle(browsers):
            if self._stop.is_set():
                break
            key = str(uuid.uuid4())
            with self._lock:
                self.sent.append(key)
            self._send(browser, key)
        for browser in browsers:
            browser.forget()

    def _send(self, browser: "_Browser", key: str) -> None:
        for _ in range(2000):
            try:
                said = browser.send(key)
            except (OSError, HTTPException):
                browser.forget()
                time.sleep(0.05)
                continue
            with self._lock:
                (self.acknowledged if said == "" else self.wrong).append(key if said == "" else said)
            return
        self.wrong.append("never answered")


class _Browser:
    """One patient's, with its cookie; a connection is kept while it holds."""

    def __init__(self, port: int, secret: str) -> None:
        self._port, self._cookie = port, f"record={secret}"
        self._token = ""
        self._connection: HTTPConnection | None = None

    def forget(self) -> None:
        """The connection is broken."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def send(self, key: str) -> str:
        """Posts the last screen; "" where the answer's address came back, else what did. Raises OSError."""
        form = urlencode({**_LAST_SCREEN, "sent_key": key, "csrfmiddlewaretoken": self._token})
        status, place, _ = self._ask("POST", form)
        return "" if status == 302 and place.startswith("/my/answers/") else f"{status} {place}"

    def open(self) -> None:
        """Opens the form. Raises OSError where there is none."""
        status, cookies, page = self._ask("GET", "")
        found, cookie = _TOKEN.search(page), re.search(r"csrf=\w+", cookies)
        if found is None or cookie is None:
            raise OSError(f"no form: {status}")
        self._token, self._cookie = found[1], f"{self._cookie}; {cookie[0]}"

    def _ask(self, method: str, form: str) -> tuple[int, str, str]:
        if self._connection is None:
            self._connection = HTTPConnection("127.0.0.1", self._port, timeout=30)
        headers = {"Cookie": self._cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self._connection.request(method, _ADDRESS, form, headers)
        response = self._connection.getresponse()
        page = response.read().decode()
        return response.status, response.getheader("Location") or response.getheader("Set-Cookie") or "", page
