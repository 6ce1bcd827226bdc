"""Worker processes: replaced when one is killed, gone when the run is gone, one run at a time for one OUT."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from needlecare.catalogue import NotWrittenError, screen
from needlecare.catalogue.reading import cutting
from needlecare.catalogue.running import crew
from tests.catalogue.products import products, write
from tests.catalogue.running import alone, children, finish, parts, start, started, until


def test_a_worker_that_is_killed_is_replaced(tmp_path: Path) -> None:
    path, out = write(tmp_path / "products.csv", products(600)), tmp_path / "judged.csv"
    with started(path, out) as process:
        assert until(lambda: parts(out) >= 1 and children(process.pid), process)
        killed = children(process.pid)[0]
        os.kill(killed, signal.SIGKILL)
        code, said = finish(process)
    assert (code, said) == (0, "")
    assert out.read_bytes() == alone(path, tmp_path / "whole.csv")


def test_without_the_run_no_worker_stays(tmp_path: Path) -> None:
    """Killed with -9, it cannot say goodbye; the workers notice by themselves."""
    path, out = write(tmp_path / "products.csv", products(600)), tmp_path / "judged.csv"
    with started(path, out) as process:
        assert until(lambda: parts(out) >= 1, process)
        workers = children(process.pid)
        assert workers
        process.kill()
        process.wait()
    assert until(lambda: not any(alive(pid) for pid in workers))


def alive(pid: int) -> bool:
    """Whether a process still runs."""
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except OSError:
        return False


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few rows are a chunk."""
    monkeypatch.setattr(cutting, "SMALLEST", 4096)


@pytest.mark.usefixtures("small_chunks")
def test_where_workers_die_again_and_again_the_run_ends_and_can_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, out = write(tmp_path / "products.csv", products(300)), tmp_path / "judged.csv"
    dying = "import os, sys; print('no room', file=sys.stderr, flush=True); os.kill(os.getpid(), 9)  # {path!r}"
    with monkeypatch.context() as patch:
        patch.setattr(crew, "COMMAND", dying)
        with pytest.raises(NotWrittenError, match=r"ended 2 times at the same rows \(no room\).*What is done is kept"):
            screen(path, out, day=3, workers=2)
    assert screen(path, out, day=3, workers=2).rows == 300


@pytest.mark.usefixtures("small_chunks")
def test_what_goes_wrong_in_a_worker_is_told_by_the_run(tmp_path: Path) -> None:
    """Here OUT.parts is lost while they write into it."""
    path, out = write(tmp_path / "products.csv", products(300)), tmp_path / "judged.csv"

    def lose(progress: Any) -> None:
        if not (tmp_path / "lost").exists():  # chunks that were done by then are still told of
            out.with_name("judged.csv.parts").rename(tmp_path / "lost")

    with pytest.raises(NotWrittenError, match="cannot be written: No such file or directory"):
        screen(path, out, day=3, workers=2, follow=lose)


@pytest.mark.usefixtures("small_chunks")
def test_a_caller_who_ends_the_run_ends_its_workers(tmp_path: Path) -> None:
    path, out = write(tmp_path / "products.csv", products(300)), tmp_path / "judged.csv"
    before = children(os.getpid())

    def end(progress: Any) -> None:
        assert set(children(os.getpid())) > set(before)
        raise LookupError

    with pytest.raises(LookupError):
        screen(path, out, day=3, workers=2, follow=end)
    assert children(os.getpid()) == before


@pytest.fixture
def full_disk() -> Iterator[None]:
    """No file may become longer than a kilobyte: writing fails as on a full disk."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("full_disk")
@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_a_full_disk_is_told(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / "products.csv"
    path.write_text("ingredients\n" + "Aqua Parfum Limonene\n" * 40, encoding="utf-8")
    with pytest.raises(NotWrittenError, match="cannot be written: File too large"):
        screen(path, tmp_path / f"judged{suffix}", day=3, column="ingredients")


def test_a_second_run_with_the_same_out_is_refused(tmp_path: Path) -> None:
    path, out = write(tmp_path / "products.csv", products(600)), tmp_path / "judged.csv"
    with started(path, out) as first:
        assert until(lambda: parts(out) >= 1, first)
        os.kill(first.pid, signal.SIGSTOP)
        with pytest.raises(NotWrittenError, match=r"another run is writing .*judged.csv at this moment"):
            screen(path, out, day=3)
        os.kill(first.pid, signal.SIGCONT)
        code, said = finish(first)
    assert (code, said) == (0, "")
    assert out.read_bytes() == alone(path, tmp_path / "whole.csv")


def test_of_several_started_at_once_one_writes(tmp_path: Path) -> None:
    path, out = write(tmp_path / "products.csv", products(300)), tmp_path / "judged.csv"
    ends = [finish(process) for process in [start(path, out) for _ in range(3)]]
    assert sorted(code for code, _ in ends)[0] == 0
    for code, said in ends:
        assert code == 0 or "another run is writing" in said or "exists already" in said
    assert out.read_bytes() == alone(path, tmp_path / "whole.csv")


def test_a_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "products.csv", products(3))
    with pytest.raises(NotWrittenError, match="cannot be written: No such file or directory"):
        screen(path, tmp_path / "nowhere" / "judged.csv", day=3)
