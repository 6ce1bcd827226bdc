"""A worker process: chunks come in through a pipe, notes of what is done go out, until the parent is gone."""

import gc
import os
import pickle
import sys
import threading
from queue import SimpleQueue
from typing import IO, Any

COMMAND = "import sys; sys.path[:] = {path!r}; from needlecare.catalogue.running.worker import serve; serve()"


def serve() -> None:
    """Answer the chunks that come in on standard input. The first thing that comes is the settings."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else is printed must not come between the answers
    waiting: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_receive, args=(incoming, waiting), daemon=True).start()
    settings = waiting.get()
    import pyarrow as pa

    from needlecare.catalogue.judging import screener_for
    from needlecare.catalogue.memory import give_back_what_is_free
    from needlecare.catalogue.running.work import answer

    screener_for(settings.use)
    gc.freeze()  # what is loaded stays; only what the work makes is looked through
    gc.set_threshold(50_000)
    give_back_what_is_free()
    pool = pa.default_memory_pool()
    while True:
        try:
            found: Any = answer(settings, waiting.get())
        except Exception as error:  # the parent says it, or tries again
            found = error
        outgoing.write(_packed(found))
        outgoing.flush()
        pool.release_unused()


def _packed(found: Any) -> bytes:
    try:
        return pickle.dumps(found)
    except Exception:  # an error that cannot be handed over is told by its words
        return pickle.dumps(RuntimeError(f"{type(found).__name__}: {found}"))


def _receive(incoming: IO[bytes], waiting: "SimpleQueue[Any]") -> None:
    """Take in what is sent; once nobody can send any more, end this process at once, whatever it is doing."""
    try:
        while True:
            waiting.put(pickle.load(incoming))
    except BaseException:
        sys.stderr.flush()
        os._exit(0)
