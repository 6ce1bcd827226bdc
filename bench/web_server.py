"""The real server, `needlecare serve`, which is killed with all its processes and started again."""

import os
import signal
import subprocess
import time
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Self

from tests.support.web_server import PROGRAM, environment, free_port

STARTS_WITHIN = 120  # seconds; the demonstration is made first where it is asked for


class Server:
    """On a free port, with its data in a folder or in the database of an address."""

    def __init__(self, folder: Path, *words: str, database: str | None = None, workers: int = 2) -> None:
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = environment(folder, NEEDLECARE_MODE="demo", NEEDLECARE_ADDRESS=self.address)
        if database:
            self.environment["DATABASE_URL"] = database
        self._command = [PROGRAM, "serve", "--port", str(self.port), "--workers", str(workers), *words]
        self._log = folder / "server.log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Until it answers. Raises RuntimeError with what it said where it does not."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        until = time.monotonic() + STARTS_WITHIN
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                self.kill()
                raise RuntimeError(self._log.read_text(errors="replace")[:2000])
            time.sleep(0.05)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()

    def kill(self) -> None:
        """SIGKILL for every process at once, as when the power goes."""
        assert self._process is not None
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        """In order."""
        assert self._process is not None
        self._process.terminate()
        self._process.wait(60)

    def processor_seconds(self) -> float:
        """Processor time of all its processes so far (Linux)."""
        assert self._process is not None
        ticks = 0
        for path in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = path.read_text().rpartition(")")[2].split()
            except OSError:  # it has just ended
                continue
            if int(fields[3]) == self._process.pid:  # its session
                ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def _answers(self) -> bool:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=5)) as connection:
            try:
                connection.request("GET", "/about")
                return connection.getresponse().status == 200
            except (OSError, HTTPException):
                return False
