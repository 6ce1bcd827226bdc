"""The workers of a run: started when needed, asked for one chunk at a time, replaced once where one is killed."""

import pickle
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import IO, Any, Self

from needlecare.catalogue.faults import KEPT, NotWrittenError
from needlecare.catalogue.reading.catalogue import Chunk
from needlecare.catalogue.running.parts import Done
from needlecare.catalogue.running.settings import Settings
from needlecare.catalogue.running.worker import COMMAND

_TRIES = 2


class Worker:
    """One process that answers chunks. It is in a group of its own, so that Ctrl-C reaches the parent alone."""

    def __init__(self) -> None:
        self.words: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `end`
        self.process = subprocess.Popen(
            [sys.executable, "-c", COMMAND.format(path=sys.path)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.words, process_group=0,
        )  # fmt: skip

    def send(self, thing: Any) -> None:
        """Hand something in. Raises OSError where the process is gone."""
        assert self.process.stdin is not None
        pickle.dump(thing, self.process.stdin, pickle.HIGHEST_PROTOCOL)
        self.process.stdin.flush()

    def ask(self, chunk: Chunk) -> Done | Exception:
        """What came of a chunk, or the error it ended with. Raises OSError or EOFError where the process is gone."""
        self.send(chunk)
        assert self.process.stdout is not None
        found: Done | Exception = pickle.load(self.process.stdout)
        return found

    def end(self) -> str:
        """Kill the process where it still runs, and give the last line of what it had to say."""
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                if pipe is not None:
                    pipe.close()
            except OSError:
                pass
        self.process.wait()
        with self.words as words:
            words.seek(0)
            said = words.read().decode(errors="replace").strip().splitlines()
        return said[-1] if said else ""


class Crew:
    """Some workers for one run, each led by a thread of this process."""

    def __init__(self, settings: Settings, count: int) -> None:
        self._settings = settings
        self._count = count
        self._threads = ThreadPoolExecutor(count, "needlecare-screen")
        self._own = threading.local()
        self._workers: set[Worker] = set()
        self._ending = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ending = True
        for worker in list(self._workers):
            worker.process.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.end()

    def answers(self, chunks: Iterable[Chunk]) -> Iterator[Done]:
        """Every chunk answered, in the order in which they are done; only a few are taken ahead."""
        pending: set[Future[Done]] = set()
        for chunk in chunks:
            pending.add(self._threads.submit(self._answer, chunk))
            if len(pending) > self._count:
                done, pending = wait(pending, return_when=FIRST_COMPLETED)
                yield from (each.result() for each in done)
        while pending:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            yield from (each.result() for each in done)

    def _answer(self, chunk: Chunk) -> Done:
        said = ""
        for _ in range(_TRIES):
            if self._ending:
                break
            try:
                found = self._worker().ask(chunk)
            except (OSError, EOFError, pickle.UnpicklingError):
                said = self._dismiss()
                continue
            if isinstance(found, Exception):
                raise found
            return found
        raise NotWrittenError(
            f"a worker process ended {_TRIES} times at the same rows{f' ({said})' if said else ''}: perhaps memory ran "
            f"out; try fewer with --workers. {KEPT}"
        )

    def _worker(self) -> Worker:
        """The worker of this thread, started where it has none."""
        if getattr(self._own, "worker", None) is None:
            self._own.worker = Worker()
            self._workers.add(self._own.worker)
            self._own.worker.send(self._settings)
        worker: Worker = self._own.worker
        return worker

    def _dismiss(self) -> str:
        """Let this thread's worker go; what it said last."""
        worker: Worker = self._own.worker
        self._own.worker = None
        self._workers.discard(worker)
        return worker.end()
