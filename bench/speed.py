"""How fast: one assessment in process, a batch through the command line, and a cold start beside an empty Python."""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from bench.clinical_cases import labelled_cases
from bench.table import table
from needlecare import Case, assess, load_knowledge

_COMMAND = str(Path(sys.executable).with_name("needlecare"))
_EXAMPLE = str(Path(__file__).parent.parent / "examples" / "pimples-on-day-3.toml")
_BATCH = 5_000
_MANY = 100_000


def in_process() -> str:
    """Median time of one assessment over the clinical cases, beside reading the same case and a JSON round trip."""
    knowledge = load_knowledge()
    raw = [(labelled.case, labelled.today) for labelled in labelled_cases()]
    cases = [(Case.read(case), today) for case, today in raw]
    for case, today in cases:
        assess(case, knowledge, today)
    timed: dict[str, list[float]] = {
        "assess()": [_time(assess, case, knowledge, today) for case, today in cases],
        "Case.read()": [_time(Case.read, case) for case, _ in raw],
        "json round trip of the case": [_time(_round_trip, case) for case, _ in raw],
    }
    rows = [[name, f"{1e3 * median(times):.3f}", f"{1e3 * max(times):.3f}"] for name, times in timed.items()]
    return table(
        f"One case in process, {len(cases)} clinical cases, goal: median <= 2 ms", ["", "median ms", "max ms"], rows
    )


def batch() -> str:
    """Cases a second through `needlecare assess --json` on one core, and its memory over a long batch."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for many in (_BATCH, _MANY):
            path = Path(folder) / "cases.jsonl"
            _write_cases(path, many)
            started = perf_counter()
            with open("/dev/null", "wb") as nothing:
                subprocess.run([_COMMAND, "assess", str(path), "--json"], stdout=nothing, check=True)
            seconds = perf_counter() - started
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            rows.append([f"{many:,} cases", f"{many / seconds:,.0f}", f"{peak:.0f}"])
    return table("Batch, goals: >= 500 cases/s, < 150 MiB", ["", "cases/s", "peak MiB"], rows)


def cold() -> str:
    """A cold start of `needlecare assess` as a multiple of an empty Python, with what its parts cost alone."""
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "python -c 'import pydantic; pydantic.BaseModel'": [
            sys.executable,
            "-c",
            "import pydantic; pydantic.BaseModel",
        ],
        "the case model alone": [sys.executable, "-c", "import needlecare.core.case"],
        "needlecare assess": [_COMMAND, "assess", _EXAMPLE],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(21):
        for name, command in commands.items():
            times[name].append(_time(_run, command))
    base = median(times["python -c pass"])
    rows = [[name, f"{1e3 * median(found):.0f}", f"{median(found) / base:.1f}"] for name, found in times.items()]
    return table("Cold start, medians of 21, goal: <= 12 x", ["", "ms", "x python"], rows)


def _write_cases(path: Path, many: int) -> None:
    cases = [labelled.case for labelled in labelled_cases() if "date" not in labelled.case.get("procedure", {})]
    lines = [json.dumps(case) + "\n" for case in cases]
    with path.open("w", encoding="utf-8") as file:
        for at in range(many):
            file.write(lines[at % len(lines)])


def _round_trip(case: dict[str, Any]) -> Any:
    return json.loads(json.dumps(case))


def _run(command: list[str]) -> None:
    subprocess.run(command, capture_output=True, check=True)


def _time(act: Callable[..., object], *arguments: object) -> float:
    started = perf_counter()
    act(*arguments)
    return perf_counter() - started
