"""The app as `needlecare serve --demo` serves it, on a free port, with a fresh database, ended with the block."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

_COMMAND = str(Path(sys.executable).with_name("needlecare"))
_PATIENCE = 120  # seconds for tables, demonstration and start


class Served(NamedTuple):
    """Where it answers, and the folder of its data."""

    address: str
    data: Path


@contextmanager
def served() -> Iterator[Served]:
    """Raises RuntimeError where it does not come up."""
    with tempfile.TemporaryDirectory(prefix="needlecare-bench-") as folder:
        port = _free_port()
        address, data = f"http://127.0.0.1:{port}", Path(folder) / "data"
        environment = {**os.environ, "NEEDLECARE_DATA": str(data), "NEEDLECARE_ADDRESS": address}
        command = [_COMMAND, "serve", "--demo", "--port", str(port)]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        try:
            _wait_for(address, process)
            yield Served(address, data)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        found: int = free.getsockname()[1]
        return found


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(f"{address}/", timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"the server did not answer within {_PATIENCE} s")
