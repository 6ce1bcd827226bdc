"""Where a case holds each fact: from the key of a fact (`sign.itch`, `needle_depth_mm`) to its place, and back.

The keys are those of the conditions and of `questions` in an assessment. Three more stand for what is no fact of its
own: `treated_on` is the date of the procedure, `looked_on` that of the check-in, `note` its note.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_OF_PATIENT = ("age", "sex", "fitzpatrick", "skin_type", "pregnant", "allergies")
_OF_PROCEDURE = (
    "device", "needle_depth_mm", "setting", "areas", "applied", "numbing_cream", "under_occlusion",
    "sterile_single_use",
)  # fmt: skip
_OF_CHECK_IN = ("day", "trend", "distribution", "fever", "temperature_c", "pain_0_10", "itch_0_10", "note")
_PLACES: dict[str, tuple[str, str]] = {
    **{key: ("patient", key) for key in _OF_PATIENT},
    **{key: ("procedure", key) for key in _OF_PROCEDURE},
    **{key: ("check_ins", key) for key in _OF_CHECK_IN},
    "treated_on": ("procedure", "date"),
    "looked_on": ("check_ins", "date"),
}
_TABLES: dict[str, tuple[str, str]] = {
    "history": ("patient", "history"),
    "medicines": ("patient", "medicines"),
    "sign": ("check_ins", "signs"),
    "count": ("check_ins", "counts"),
    "onset": ("check_ins", "onset_day"),
    "care": ("check_ins", "care"),
}
_KEYS = {place: key for key, place in _PLACES.items()} | {place: group for group, place in _TABLES.items()}
SINGLE = tuple(_PLACES)
GROUPS = tuple(_TABLES)


def put(case: dict[str, Any], key: str, answer: Any) -> None:
    """Put an answer where the case holds that fact; those of a check-in into the last one. KeyError: no such fact."""
    group, _, name = key.partition(".")
    part, field = _TABLES[group] if name else _PLACES[key]
    held = _last(case) if part == "check_ins" else case.setdefault(part, {})
    if name:
        held.setdefault(field, {})[name] = answer
    else:
        held[field] = answer


def part_of(key: str) -> str:
    """The part of a case that holds a fact: patient, procedure or check_ins. KeyError: there is no such fact."""
    group, _, name = key.partition(".")
    return (_TABLES[group] if name else _PLACES[key])[0]


def facts_in(case: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every fact that a case holds, with its key, in the order of the case; of the check-ins only the last."""
    looks = case.get("check_ins") or [{}]
    parts = (("patient", case.get("patient")), ("procedure", case.get("procedure")), ("check_ins", looks[-1]))
    for part, held in parts:
        for field, value in (held or {}).items():
            key = _KEYS.get((part, field))
            if key in _TABLES:
                yield from ((f"{key}.{name}", item) for name, item in value.items())
            elif key is not None:
                yield key, value


def key_at(path: str) -> str | None:
    """The key of the fact at the path of a fault (`check_ins[0].signs.itch`); None where no fact stands."""
    part, *names = re.sub(r"\[\d+\]", "", path).split(".")
    key = _KEYS.get((part, names[0])) if names else None
    return f"{key}.{names[1]}" if key in _TABLES and len(names) > 1 else key


def _last(case: dict[str, Any]) -> dict[str, Any]:
    looks: list[dict[str, Any]] = case.setdefault("check_ins", [])
    if not looks:
        looks.append({})
    return looks[-1]
