"""Where the data beside the project lies: real labels and public lists, of which nothing is copied into the project."""

import json
from functools import lru_cache
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data"
LABELS = FOLDER / "labels.jsonl"


def needs(*names: str) -> pytest.MarkDecorator:
    """Skips where a file is absent, and says which."""
    absent = [name for name in names if not (FOLDER / name).exists()]
    return pytest.mark.skipif(bool(absent), reason=f"not beside the project: ../shared/data/{', '.join(absent)}")


@lru_cache(maxsize=1)
def real_labels() -> dict[str, str]:
    """The texts of the real labels, by their ids."""
    with LABELS.open(encoding="utf-8") as lines:
        return {label["id"]: label["text"] for label in map(json.loads, lines)}
