"""A seal round code that should follow from its arguments alone: whatever reaches outside fails loudly."""

import builtins
import io
import os
import random
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

_OUTSIDE = (
    (builtins, "open"), (io, "open"), (os, "open"), (os, "getenv"), (os, "urandom"), (os, "stat"), (os, "listdir"),
    (socket, "socket"), (socket, "create_connection"), (socket, "getaddrinfo"), (subprocess, "Popen"),
    (time, "time"), (time, "time_ns"), (time, "localtime"), (time, "gmtime"), (time, "sleep"),
    (random, "random"), (random, "choice"), (random, "seed"),
)  # fmt: skip


class HiddenIOError(AssertionError):
    """Something that should follow from its arguments alone reached for the outside world."""


@contextmanager
def sealed() -> Iterator[None]:
    """Inside, files, network, processes, clock and chance raise HiddenIOError."""
    patches = [patch.object(module, name, _refusing(f"{module.__name__}.{name}")) for module, name in _OUTSIDE]
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in reversed(patches):
            each.stop()


def _refusing(name: str) -> Callable[..., Any]:
    def refuse(*_: object, **__: object) -> None:
        raise HiddenIOError(f"{name} was called")

    return refuse
