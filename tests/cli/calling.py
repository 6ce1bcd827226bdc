"""Calling the command line: in this process, or as the program that a person starts."""

import io
import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from needlecare.cli.main import main

PROGRAM = str(Path(sys.executable).with_name("needlecare"))
EXAMPLE = str(Path(__file__).parents[2] / "examples" / "pimples-on-day-3.toml")
PATIENCE = 8  # seconds after which a command counts as hanging
TODAY = ("--today", "2026-05-31")


@dataclass(frozen=True)
class Said:
    """What a command answered: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def first(self) -> str:
        """The first line of the answer."""
        return self.out.split("\n", 1)[0]


Call = Callable[..., Said]


def raw(data: str | bytes) -> bytes:
    """Bytes as they are, text as UTF-8."""
    return data if isinstance(data, bytes) else data.encode()


def caller(monkeypatch: Any, capfdbinary: Any) -> Call:
    """A function that runs a command in this process, with `stdin` as its standard input."""

    def call(*words: str, stdin: str | bytes = b"") -> Said:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw(stdin)), encoding="utf-8"))
        capfdbinary.readouterr()
        try:
            with warnings.catch_warnings():  # that files are closed is one test's claim, not every test's
                warnings.simplefilter("ignore", ResourceWarning)
                code = main(list(words))
        except SystemExit as end:
            code = int(end.code or 0)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Said(code, out.decode(), err.decode())

    return call


def environment(**changed: str) -> dict[str, str]:
    """This process's environment without what would change how a program writes, and with what is said."""
    meddling = ("PYTHONUNBUFFERED", "PYTHONIOENCODING", "PYTHONUTF8", "NO_COLOR", "FORCE_COLOR", "COLUMNS")
    return {key: value for key, value in os.environ.items() if key not in meddling} | changed


def started(
    *words: str, stdin: str | bytes = b"", encoding: str = "utf-8", program: str = PROGRAM, **changed: str
) -> Said:
    """The installed program, run to its end; raises subprocess.TimeoutExpired where it hangs."""
    done = subprocess.run(
        [program, *words],
        input=raw(stdin),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        env=environment(PYTHONIOENCODING=encoding, **changed),
    )
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


def in_shell(command: str, stdin: str | bytes = b"") -> Said:
    """A line for the shell, where `$NEEDLECARE` is the program and `$EXAMPLE` a case."""
    return started("-c", command, stdin=stdin, program="bash", NEEDLECARE=PROGRAM, EXAMPLE=EXAMPLE)
