"""Stopped at any moment, the same command goes on: nothing lost, nothing doubled, the same bytes."""

import os
import random
import signal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from needlecare.catalogue import CatalogueError, RefusedError, Summary, screen, screening
from needlecare.catalogue.reading import cutting, parquet
from needlecare.catalogue.running import folder
from tests.catalogue.products import products, read, write
from tests.catalogue.running import alone, parts, run, started, until

FORMATS = (".csv", ".jsonl", ".parquet")


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few rows are a chunk."""
    monkeypatch.setattr(cutting, "SMALLEST", 1024)
    monkeypatch.setattr(parquet, "MOST_ROWS", 8)


class Stopped(BaseException):
    """As if the process had been killed here."""


def stop_at(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on, the count-th time that a file gets its name, reaches the disk or is removed, all ends there."""
    left = [count]

    def counted(real: Any, before: bool) -> Any:
        def call(*arguments: Any, **options: Any) -> Any:
            left[0] -= 1
            if left[0] == 0 and before:
                raise Stopped
            found = real(*arguments, **options)
            if left[0] == 0:
                raise Stopped
            return found

        return call

    before = count % 2 == 0
    for owner, name in ((os, "replace"), (os, "fsync"), (Path, "unlink")):
        monkeypatch.setattr(owner, name, counted(getattr(owner, name), before))


@pytest.mark.usefixtures("small_chunks")
@pytest.mark.parametrize("suffix", FORMATS)
def test_stopped_at_any_step_it_goes_on(suffix: str, tmp_path: Path) -> None:
    """Every step that changes the disk is tried: the answer is as if nothing had been, and so is the summary."""
    path = write(tmp_path / f"products{suffix}", products(30))
    out = tmp_path / f"judged{suffix}"
    whole = screen(path, tmp_path / f"whole{suffix}", day=3, workers=1)
    stops = 0
    for count in range(1, 200):
        with pytest.MonkeyPatch.context() as patch:
            stop_at(count, patch)
            try:
                screen(path, out, day=3, workers=1)
                break
            except Stopped:
                stops += 1
        if not out.exists() or out.with_name(f"{out.name}.parts").exists():
            assert comparable(screen(path, out, day=3, workers=1)) == comparable(whole)
        assert out.read_bytes() == (tmp_path / f"whole{suffix}").read_bytes()
        assert {each.name for each in tmp_path.iterdir()} == {path.name, out.name, f"whole{suffix}"}
        out.unlink()
    assert stops > 20


@pytest.mark.usefixtures("small_chunks")
def test_stopped_at_the_very_end_it_is_not_taken_for_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """OUT is there, OUT.parts is not yet gone: other options do not get the answer of these."""
    path, out = write(tmp_path / "products.csv", products(30)), tmp_path / "judged.csv"
    with monkeypatch.context() as patch:
        patch.setattr(folder, "remove", interrupted)
        with pytest.raises(Stopped):
            screen(path, out, day=3, workers=1)
    with pytest.raises(RefusedError, match="exists already"):
        screen(path, out, day=4, workers=1)
    assert screen(path, out, day=3, workers=1).rows == 30
    assert not out.with_name("judged.csv.parts").exists()


def interrupted(*_: Any) -> None:
    """Nothing is done any more."""
    raise Stopped


def comparable(summary: Summary) -> dict[str, Any]:
    """A summary without what differs from run to run."""
    return {name: value for name, value in vars(summary).items() if name not in ("out", "seconds", "judged")}


@pytest.mark.parametrize("suffix", FORMATS)
def test_killed_again_and_again_it_ends_with_the_same_bytes(suffix: str, tmp_path: Path) -> None:
    path = write(tmp_path / f"products{suffix}", products(600))
    whole = alone(path, tmp_path / f"whole{suffix}")
    out = tmp_path / f"judged{suffix}"
    chance = random.Random(suffix)
    for _ in range(3):
        aim = parts(out) + chance.randint(1, 6)
        with started(path, out) as process:
            until(lambda: parts(out) >= aim or out.exists(), process)  # noqa: B023 - waited for at once
            os.kill(process.pid, signal.SIGKILL)
        if out.exists():
            break
    if not out.exists() or parts(out):
        run(path, out)
    assert out.read_bytes() == whole
    assert not parts(out)


def test_interrupted_it_ends_at_once_and_goes_on(tmp_path: Path) -> None:
    path = write(tmp_path / "products.csv", products(600))
    out = tmp_path / "judged.csv"
    with started(path, out) as process:
        assert until(lambda: parts(out) >= 2, process)
        process.send_signal(signal.SIGINT)
        process.wait(10)
    assert not out.exists()
    there = parts(out)
    assert there >= 2
    assert run(path, out) == alone(path, tmp_path / "whole.csv")


@pytest.mark.usefixtures("small_chunks")
def test_what_was_done_is_not_done_again(tmp_path: Path) -> None:
    path, out = write(tmp_path / "products.csv", products(100)), tmp_path / "judged.csv"
    seen = []

    def stop(progress: Any) -> None:
        seen.append(progress)
        if len(seen) == 4:
            raise Stopped

    with pytest.raises(Stopped):
        screen(path, out, day=3, workers=1, follow=stop)
    summary = screen(path, out, day=3, workers=1, follow=seen.append)
    assert summary.judged == 100 - seen[3].rows
    assert [progress.rows for progress in seen] == sorted({progress.rows for progress in seen})
    size = path.stat().st_size - len("id,name,price,ingredients\r\n")
    assert seen[-1] == (size, size, 100)


def stopped(path: Path, out: Path, **options: Any) -> None:
    """A run that has done a part, and no more."""

    def stop(progress: Any) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        screen(path, out, workers=1, follow=stop, **({"day": 3} | options))


@pytest.mark.usefixtures("small_chunks")
@pytest.mark.parametrize(
    ("options", "differs"),
    [
        ({"day": 4}, "the day: 3 at the start, 4 now"),
        ({"depth_mm": 1.5}, "the needle depth: nothing at the start, 1.5 now"),
        ({"kind": "rinse_off"}, "the kind: leave_on at the start, rinse_off now"),
        ({"column": "name"}, "the column: ingredients at the start, name now"),
    ],
)
def test_other_options_do_not_go_on_with_a_stopped_run(options: Any, differs: str, tmp_path: Path) -> None:
    path, out = write(tmp_path / "products.csv", products(100)), tmp_path / "judged.csv"
    stopped(path, out)
    there = parts(out)
    with pytest.raises(RefusedError, match=f"does not fit: {differs}. Begin anew with --restart"):
        screen(path, out, **({"day": 3} | options))
    assert parts(out) == there
    screen(path, out, restart=True, workers=1, **({"day": 3} | options))
    again = tmp_path / "again.csv"
    screen(path, again, workers=1, **({"day": 3} | options))
    assert out.read_bytes() == again.read_bytes()


@pytest.mark.usefixtures("small_chunks")
def test_a_changed_catalogue_does_not_go_on_with_a_stopped_run(tmp_path: Path) -> None:
    path, out = write(tmp_path / "products.csv", products(100)), tmp_path / "judged.csv"
    stopped(path, out)
    write(path, products(101))
    with pytest.raises(RefusedError, match=r"its size: \d+ at the start, \d+ now; its time of change"):
        screen(path, out, day=3)


@pytest.mark.usefixtures("small_chunks")
def test_changed_knowledge_does_not_go_on_with_a_stopped_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, out = write(tmp_path / "products.csv", products(100)), tmp_path / "judged.csv"
    stopped(path, out)
    monkeypatch.setattr(screening, "ingredients", lambda: SimpleNamespace(hash="0123456789abcdef"))
    with pytest.raises(RefusedError, match=r"the knowledge: [0-9a-f]{16} at the start, 0123456789abcdef now"):
        screen(path, out, day=3)


@pytest.mark.usefixtures("small_chunks")
def test_a_catalogue_that_changes_while_it_is_read_is_told(tmp_path: Path) -> None:
    path, out = write(tmp_path / "products.csv", products(100)), tmp_path / "judged.csv"
    with pytest.raises(CatalogueError, match="was changed while it was read; begin anew with --restart"):
        screen(path, out, day=3, workers=1, follow=lambda progress: os.utime(path, ns=(1, 1)))
    assert not out.exists()


@pytest.mark.usefixtures("small_chunks")
def test_a_torn_part_is_done_again(tmp_path: Path) -> None:
    path, out = write(tmp_path / "products.csv", products(100)), tmp_path / "judged.csv"
    screen(path, tmp_path / "whole.csv", day=3, workers=1)
    stopped(path, out)
    part = next(out.with_name("judged.csv.parts").glob("*.part"))
    part.write_bytes(part.read_bytes()[:-1])
    screen(path, out, day=3, workers=1)
    assert out.read_bytes() == (tmp_path / "whole.csv").read_bytes()


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    path, out = write(tmp_path / "products.csv", products(3)), tmp_path / "judged.csv"
    other = tmp_path / "judged.csv.parts"
    other.mkdir()
    (other / "precious.json").write_text("{}", encoding="utf-8")
    for restart in (False, True):
        with pytest.raises(RefusedError, match="holds files that are not of a screen"):
            screen(path, out, day=3, restart=restart)
    assert (other / "precious.json").exists()


def test_the_number_of_workers_changes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "products.csv", products(300))
    assert alone(path, tmp_path / "one.csv") == run(path, tmp_path / "three.csv", workers=3)


@pytest.mark.usefixtures("small_chunks")
def test_force_replaces_out_only_at_the_end(tmp_path: Path) -> None:
    path, out = write(tmp_path / "products.csv", products(100)), tmp_path / "judged.csv"
    out.write_text("precious", encoding="utf-8")
    stopped(path, out, force=True)
    assert out.read_text(encoding="utf-8") == "precious"
    with pytest.raises(RefusedError, match="exists already"):
        screen(path, out, day=3)
    assert screen(path, out, day=3, workers=1, force=True).judged < 100
    assert len(read(out)) == 100
