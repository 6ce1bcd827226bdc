"""The self-labelled clinical cases that measure the engine; they are never used to develop rules against."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from needlecare.knowledge.vocabulary import Level

FOLDER = Path(__file__).parent / "clinical"
TODAY = date(2026, 6, 30)


@dataclass(frozen=True)
class Labelled:
    """A case with the level and cause that its writer gave it."""

    file: str
    name: str
    case: dict[str, Any]
    today: date
    level: Level
    ordinary: bool
    cause: str | None


def labelled_cases() -> Iterator[Labelled]:
    """Every case of every file, in order."""
    for path in sorted(FOLDER.glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            today = entry.get("today", TODAY)
            yield Labelled(
                file=path.name,
                name=entry["name"],
                case=entry["case"],
                today=date.fromisoformat(today) if isinstance(today, str) else today,
                level=entry["level"],
                ordinary=entry["ordinary"],
                cause=entry["cause"],
            )
