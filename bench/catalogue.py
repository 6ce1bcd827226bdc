"""A catalogue of a million products: ours beside the floor and a plain join, each as a process of its own."""

import json
import os
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from bench.catalogue_rows import Made, write
from bench.process_tree import Ran, run
from bench.real_labels import absent
from bench.table import table

ROWS = 1_000_000
_SAMPLE = 100_000
_FLOOR = "floor: polars reads, cuts, strips"
_COMMAND = str(Path(sys.executable).with_name("needlecare"))


def report(rows: int = ROWS) -> str:
    """What was made of the real labels, every way beside the floor, and where our time goes."""
    missing = absent() or _without_packages()
    if missing:
        return f"Catalogue: {missing}"
    with tempfile.TemporaryDirectory(prefix="needlecare-bench-") as temporary:
        folder = Path(temporary)
        made = write(rows, folder / "rows.parquet", folder / "rows.csv")
        return "\n".join((_made(made), _side_by_side(made, folder), _where(min(rows, _SAMPLE), folder)))


def _without_packages() -> str:
    lacking = [name for name in ("polars", "pyarrow") if find_spec(name) is None]
    return f"skipped: {' and '.join(lacking)} not installed\n" if lacking else ""


def _made(made: Made) -> str:
    return (
        f"{made.rows:,} lists made of the real ones: {made.tokens / made.rows:.1f} tokens and "
        f"{made.characters / made.rows:.0f} characters each,\n"
        f"{made.tokens:,} raw tokens, {made.distinct:,} of them distinct ({100 * made.distinct / made.tokens:.2f} %)\n"
    )


def _side_by_side(made: Made, folder: Path) -> str:
    ways = {
        _FLOOR: _polars("tokens", folder, "parquet"),
        "exact join: floor + known names": _polars("join", folder, "parquet"),
        "needlecare screen": _ours(folder, "parquet"),
        "floor, CSV": _polars("tokens", folder, "csv"),
        "needlecare screen, CSV": _ours(folder, "csv"),
    }
    before = _load()
    ran = {name: run(command) for name, command in ways.items()}
    floor = ran[_FLOOR]
    rows = [
        [
            name, f"{one.seconds:.1f}", f"{one.seconds / floor.seconds:.1f}", f"{made.rows / one.seconds:,.0f}",
            f"{one.cpu:.1f}", f"{one.cpu / floor.cpu:.1f}", f"{one.cores:.2f}", f"{one.mib:,.0f}", _recognised(one),
        ]
        for name, one in ran.items()
    ]  # fmt: skip
    title = (
        "Side by side, goals: <= 10 x the floor on the way to 4 x, <= 1,024 MiB over all processes, every core busy\n"
        f"({os.cpu_count()} cores; load before {before}, after {_load()})"
    )
    heads = ["", "s", "x floor", "rows/s", "CPU s", "x its CPU", "cores", "peak MiB", "recognised"]
    return table(title, heads, rows)


def _polars(way: str, folder: Path, kind: str) -> list[str]:
    return [
        sys.executable, "-m", "bench.catalogue_floor", way, str(folder / f"rows.{kind}"), str(folder / "count.parquet")
    ]  # fmt: skip


def _ours(folder: Path, kind: str) -> list[str]:
    return [
        _COMMAND, "screen", str(folder / f"rows.{kind}"), "--day", "3", "-o", str(folder / f"judged.{kind}"),
        "--force", "--json",
    ]  # fmt: skip


def _recognised(ran: Ran) -> str:
    """The share of the tokens that was recognised, of whoever says it."""
    said = json.loads(ran.said.strip().splitlines()[-1])
    return f"{100 * said['recognised'] / said['tokens']:.1f} %" if "recognised" in said else "-"


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


def _where(rows: int, folder: Path) -> str:
    """CPU time by stage; the sample has more new pieces to the row than the whole."""
    from bench.catalogue_stages import stages

    sample = folder / "sample.parquet"
    made = write(rows, sample, folder / "sample.csv")
    found = stages(sample, folder / "sample.judged.parquet")
    whole = sum(found.seconds.values())
    lines = [
        [name, f"{1e6 * spent / found.rows:.1f}", f"{100 * spent / whole:.0f} %"]
        for name, spent in found.seconds.items()
    ]
    lines.append(["all", f"{1e6 * whole / found.rows:.1f}", ""])
    title = f"Where the time goes: one process, {made.rows:,} rows, {made.distinct:,} distinct tokens"
    return table(title, ["", "us a row", "share"], lines)
