"""Functions of a test run in processes of their own, on a database that they share: at once, or until they are killed.

`at_once(database, [(function, arguments), …])` starts one process for each, lets them go together when all are ready,
and gives back what the functions returned; where one raised, (the name of its class, its text).
"""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

Call = tuple[Callable[..., Any], dict[str, Any]]
PATIENCE = 60  # seconds

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["tests.support.web_preloaded"])
_reader: Connection | None = None  # in a process: who started it


def at_once(database: str, calls: Sequence[Call]) -> list[Any]:
    """All calls at the same moment."""
    started = [_started(database, call) for call in calls]
    try:
        assert [_next(ours) for _, ours in started] == ["ready"] * len(calls)
        for _, ours in started:
            ours.send("go")
        return [_next(ours) for _, ours in started]
    finally:
        for process, ours in started:
            _end(process, ours)


def in_process(database: str, function: Callable[..., Any], **arguments: Any) -> Any:
    """One call."""
    return at_once(database, [(function, arguments)])[0]


@contextmanager
def running(database: str, function: Callable[..., Any], **arguments: Any) -> Iterator[Iterator[Any]]:
    """A process in the middle of a function, as what it says; killed (SIGKILL) at the end."""
    process, ours = _started(database, (function, arguments))
    try:
        assert _next(ours) == "ready"
        ours.send("go")
        yield iter(lambda: _next(ours), None)
    finally:
        _end(process, ours)


def say(word: Any) -> None:
    """In a process: something for whoever reads `running`."""
    assert _reader is not None
    _reader.send(word)


def _started(database: str, call: Call) -> tuple[Any, Connection]:
    ours, theirs = _context.Pipe()
    process = _context.Process(target=_child, args=(database, theirs, *call), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _next(ours: Connection) -> Any:
    assert ours.poll(PATIENCE), f"a process said nothing for {PATIENCE} seconds"
    return ours.recv()


def _end(process: Any, ours: Connection) -> None:
    ours.close()
    process.kill()
    process.join()


def _child(database: str, theirs: Connection, function: Callable[..., Any], arguments: dict[str, Any]) -> None:
    global _reader
    from django.db import connection

    _reader = theirs
    connection.settings_dict["NAME"] = database
    connection.ensure_connection()
    theirs.send("ready")
    theirs.recv()
    try:
        result = function(**arguments)
    except Exception as error:
        result = (type(error).__name__, str(error))
    connection.close()
    theirs.send(result)
