"""The two processes that belong together: the server, and the queue beside it. Whatever ends one way or another, even
by `kill -9`, leaves nobody running behind it.

On Linux a child asks the kernel for a signal when its parent dies (prctl(2), PR_SET_PDEATHSIG); elsewhere only an
orderly end takes all along.
"""

import contextlib
import ctypes
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any, NoReturn

ENDING_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
PATIENCE = 20  # seconds for an orderly end
BREATH = 1  # seconds before a queue that has died is started again
_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def look_after(server: Callable[[], None], queue: Callable[[], None]) -> int:
    """Run both until the server ends or an ending signal comes; returns the server's exit code."""
    pids = {"server": _start(server), "queue": _start(queue)}
    ending = False

    def end(signum: int, frame: Any) -> None:
        nonlocal ending
        ending = True
        for pid in pids.values():
            _send(pid, signal.SIGKILL if signum == signal.SIGALRM else signal.SIGTERM)
        signal.alarm(PATIENCE)

    for each in (*ENDING_SIGNALS, signal.SIGALRM):
        if signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, end)
    code = 0
    while pids:
        pid, status = os.wait()
        name = next((name for name, known in pids.items() if known == pid), None)
        if name is None:
            continue
        del pids[name]
        if name == "server":
            code = 0 if ending else max(os.waitstatus_to_exitcode(status), 1)
            end(signal.SIGTERM, None)
        elif not ending:
            time.sleep(BREATH)
            if not ending:  # a signal may have come meanwhile
                pids["queue"] = _start(queue)
    return code


def end_with(parent: int) -> None:
    """Have this process ended when `parent` is gone."""
    if _libc is not None:
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)


def take_children_along() -> None:
    """From now on, whatever this process forks ends with it, and so on down."""
    parent = os.getpid()

    def remember() -> None:
        nonlocal parent
        parent = os.getpid()

    os.register_at_fork(before=remember, after_in_child=lambda: end_with(parent))


def _start(run: Callable[[], None]) -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    pid = os.fork()
    if not pid:
        _be(run, parent)
    return pid


def _be(run: Callable[[], None], parent: int) -> NoReturn:
    code = 1
    try:
        for each in (*ENDING_SIGNALS, signal.SIGALRM):
            signal.signal(each, signal.SIG_DFL)
        signal.alarm(0)
        end_with(parent)
        run()
        code = 0
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _send(pid: int, signum: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signum)
