"""The plan of a run: all that its answer depends on, so that a stopped run is only ever continued by the same."""

import hashlib
import json
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from needlecare.catalogue.reading.catalogue import Catalogue
from needlecare.catalogue.reading.cutting import chunk_bytes
from needlecare.catalogue.running.settings import Target
from needlecare.core.label.use import Use


def plan_of(catalogue: Catalogue, column: str, use: Use, target: Target, knowledge: str) -> dict[str, Any]:
    """The plan as plain data, each part under a name that can be shown."""
    use_data = asdict(use)
    plan = {
        "the catalogue": str(catalogue.path.resolve()),
        "its size": catalogue.size,
        "its time of change": catalogue.changed_ns,
        "the column": column,
        "the day": use_data.pop("day"),
        "the needle depth": use_data.pop("depth_mm"),
        "the kind": use_data.pop("kind"),
        "the person and the clinic": use_data,
        "the format of OUT": target.format,
        "its delimiter": target.delimiter,
        "the chunks": chunk_bytes(catalogue.size),
        "the knowledge": knowledge,
        "the versions": f"needlecare {version('needlecare')}, pyarrow {version('pyarrow')}",
    }
    found: dict[str, Any] = json.loads(json.dumps(plan))
    return found


def key_of(plan: dict[str, Any]) -> str:
    """A short key of a plan."""
    return hashlib.sha256(json.dumps(plan, sort_keys=True).encode()).hexdigest()[:10]
