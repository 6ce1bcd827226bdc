"""The real labels and the CosIng names beside the project; read from there, of which nothing is copied into it."""

import csv
import json
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data"
_LABELS, _COSING = _FOLDER / "labels.jsonl", _FOLDER / "cosing_2020.csv"
_HELD_OUT = 5  # of so many labels one is never developed against


class Label(NamedTuple):
    """A real ingredient list as a web shop prints it."""

    id: str
    text: str

    @property
    def held_out(self) -> bool:
        """Whether it is kept for measuring and never developed against."""
        return int(self.id, 16) % _HELD_OUT == 0


def absent() -> str:
    """What to say where the data is not beside the project; nothing where it is."""
    missing = [path.name for path in (_LABELS, _COSING) if not path.is_file()]
    return f"skipped: ../shared/data/{' and '.join(missing)} not there\n" if missing else ""


@lru_cache(maxsize=1)
def labels() -> tuple[Label, ...]:
    """Every real label, in the order of the file."""
    with _LABELS.open(encoding="utf-8") as lines:
        return tuple(Label(entry["id"], entry["text"]) for entry in map(json.loads, lines))


@lru_cache(maxsize=1)
def cosing() -> frozenset[str]:
    """The names of the EU's inventory, in lower case."""
    with _COSING.open(encoding="utf-8", newline="") as rows:
        return frozenset(row["inci_name"].lower().strip() for row in csv.DictReader(rows))
