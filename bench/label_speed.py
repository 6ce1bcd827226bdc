"""How fast one label is judged: warm in process, and `needlecare label` cold beside an empty Python."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.label_references import REFERENCES
from bench.real_labels import labels
from bench.table import table
from needlecare.core.label.check import check_label
from needlecare.core.label.screening import Screener
from needlecare.core.label.use import Use
from needlecare.knowledge.ingredients.load import load_ingredients

_COMMAND = str(Path(sys.executable).with_name("needlecare"))
_PLAIN = "Aqua, Glycerin, Butylene Glycol, Glycolic Acid, Phenoxyethanol, Parfum"
_MISSPELT = "Aqua, Glycerin, Butylene Glycol, Glycolici Acid, Phenoxyethanol, Parfum"
_TIMES = 21


def warm() -> str:
    """The time of one label over all real ones, each judged three times before; medians of three more runs."""
    ingredients, use = load_ingredients(), Use(day=2, depth_mm=1.0)
    ways: dict[str, Callable[[str], object]] = {
        "check_label()": lambda text: check_label(text, use, ingredients),
        "Screener.row()": Screener(ingredients, use).row,
        **REFERENCES,
    }
    texts = [label.text for label in labels()]
    for way in ways.values():
        for text in texts:
            way(text)
    rows = []
    for name, way in ways.items():
        times = sorted(median(_time(way, text) for _ in range(3)) for text in texts)
        rows.append([name, *(f"{1e3 * found:.3f}" for found in (median(times), _part(times, 0.95), times[-1]))])
    title = f"One label warm, {len(texts):,} real ones, ms each, goal: median <= 0.3 ms"
    return table(title, ["", "median", "p95", "max"], rows)


def cold() -> str:
    """A cold start of `needlecare label` as a multiple of an empty Python, the commands in turn."""
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "needlecare label, a plain label": [_COMMAND, "label", _PLAIN, "--day", "2"],
        "needlecare label, one name misspelt": [_COMMAND, "label", _MISSPELT, "--day", "2"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        _run(command)  # what is kept between runs is there
    for _ in range(_TIMES):
        for name, command in commands.items():
            times[name].append(_time(_run, command))
    base = median(times["python -c pass"])
    rows = [[name, f"{1e3 * median(found):.0f}", f"{median(found) / base:.1f}"] for name, found in times.items()]
    return table(f"Cold start of a label, medians of {_TIMES}, goal: <= 15 x", ["", "ms", "x python"], rows)


def _part(ordered: Sequence[float], share: float) -> float:
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def _run(command: list[str]) -> None:
    subprocess.run(command, capture_output=True, check=True)


def _time(act: Callable[..., object], *arguments: object) -> float:
    started = perf_counter()
    act(*arguments)
    return perf_counter() - started
