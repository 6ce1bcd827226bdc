"""The real server in a process of its own, on a free port, with a folder for its data."""

import os
import re
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any, Self

PROGRAM = str(Path(sys.executable).with_name("needlecare"))
SECRET = "a secret for tests alone, which is as long as a secret has to be"
STARTS_WITHIN = 30


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """This process's environment without the settings of the tests, and with these."""
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("NEEDLECARE_", "DATABASE_", "DJANGO_"))
    }
    return kept | {"NEEDLECARE_DATA": str(folder / "data")} | settings


class Server:
    """`needlecare serve` with these settings; without further words, in demonstration mode but without its clinic."""

    def __init__(self, folder: Path, *words: str, port: int = 0, **settings: str) -> None:
        self.port = port or free_port()
        self.said = folder / f"said-{self.port}-{time.monotonic_ns()}"
        given = {"NEEDLECARE_MODE": "demo", "NEEDLECARE_ADDRESS": f"http://127.0.0.1:{self.port}", **settings}
        with self.said.open("wb") as out:
            self.process = subprocess.Popen(
                [PROGRAM, "serve", "--port", str(self.port), *words],
                env=environment(folder, **given),
                stdout=out,
                stderr=subprocess.STDOUT,
                cwd=folder,
                start_new_session=True,
            )

    def __enter__(self) -> Self:
        self.wait_until_ready()
        return self

    def __exit__(self, *error: object) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(STARTS_WITHIN)

    def wait_until_ready(self) -> None:
        """Until it says that it is there. Raises AssertionError with what it said instead."""
        until = time.monotonic() + STARTS_WITHIN
        while "Needlecare is there" not in self.said.read_text():
            assert self.process.poll() is None, self.said.read_text()
            assert time.monotonic() < until, self.said.read_text()
            time.sleep(0.05)

    def get(self, path: str, **headers: str) -> HTTPResponse:
        """An answer, read to its end."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=STARTS_WITHIN)
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        response.said = response.read().decode()  # type: ignore[attr-defined]
        connection.close()
        return response

    def family(self) -> list[int]:
        """The process and all that came from it."""
        time.sleep(0.5)  # the queue's own processes come a moment after the first page
        return descendants(self.process.pid)

    def child(self, name: str) -> int:
        """The server or the queue, told apart by what they have: only the server's children listen on the port."""
        children = descendants(self.process.pid, deep=False)[1:]
        return {"server": children[0], "queue": children[-1]}[name]

    def comes_back(self, name: str, other_than: int, within: float = 10) -> bool:
        """Whether there is another one after a while."""
        until = time.monotonic() + within
        while time.monotonic() < until:
            children = descendants(self.process.pid, deep=False)[1:]
            if len(children) == 2 and other_than not in children:
                return True
            time.sleep(0.1)
        return False

    @staticmethod
    def left_of(pids: list[int], within: float = 5) -> list[int]:
        """Who of them still runs after a while."""
        until = time.monotonic() + within
        while (left := [pid for pid in pids if is_running(pid)]) and time.monotonic() < until:
            time.sleep(0.1)
        return left


def descendants(pid: int, *, deep: bool = True) -> list[int]:
    """A process and its children in the order of their start, and so on down (Linux)."""
    try:
        children = sorted(int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
    except OSError:
        return []
    return [pid, *(each for child in children for each in (descendants(child) if deep else [child]))]


def is_running(pid: int) -> bool:
    """Whether it is there and no zombie."""
    try:
        state: Any = re.search(r"^State:\s+(\S)", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    except OSError:
        return False
    return state is not None and state[1] != "Z"
