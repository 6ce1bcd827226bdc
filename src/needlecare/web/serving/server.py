"""The application server: gunicorn with our settings, on a socket that is bound already."""

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication

_MEMORY = "/dev/shm"


class Server(BaseApplication):
    """Serves the pages; `ready` is called when it listens."""

    def __init__(self, bound: socket.socket, workers: int, ready: Callable[[], None]) -> None:
        self._bound = bound
        self._own = {
            "bind": f"fd://{bound.fileno()}",
            "workers": workers,
            "worker_class": "gthread",
            "threads": 2,  # more only wait for each other: measured, a check-in then takes a third more processor time
            "preload_app": True,
            "timeout": 60,
            "graceful_timeout": 15,
            "keepalive": 5,
            "loglevel": "warning",
            "control_socket_disable": True,
            "forwarded_allow_ips": "",  # what a proxy says is for the settings alone to believe, or not
            "forwarder_headers": "",
            "worker_tmp_dir": _MEMORY if Path(_MEMORY).is_dir() else None,
            "when_ready": lambda arbiter: ready(),
        }
        super().__init__()

    def load_config(self) -> None:
        """Our settings and no others: no file, no command line, no environment."""
        for name, value in self._own.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The application."""
        from needlecare.web.wsgi import application

        return application


def cores() -> int:
    """How many workers suit this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
