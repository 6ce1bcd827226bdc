"""Four simple ways to answer the same cases, for comparison: always call, never call, keywords, a static leaflet."""

from collections.abc import Callable
from typing import Any

from needlecare.knowledge.vocabulary import Level

Baseline = Callable[[dict[str, Any]], Level]
_ALARMING = (
    "pus", "discharge", "fever", "blister", "vesicles", "ulceration", "breathing", "swelling", "seizure", "fainting",
    "severe", "spreading", "black", "blanching", "vision", "eye_", "confusion", "palpitations", "chills",
)  # fmt: skip


def always_call(case: dict[str, Any]) -> Level:
    """Send everybody to the clinic the same day."""
    return "same-day"


def never_call(case: dict[str, Any]) -> Level:
    """Tell everybody that it is normal."""
    return "self-care"


def keywords(case: dict[str, Any]) -> Level:
    """Call where an alarming word stands anywhere in what was told, unless it was told as absent."""
    return "same-day" if any(word in text for text in _told(case) for word in _ALARMING) else "self-care"


def leaflet(case: dict[str, Any]) -> Level:
    """A common leaflet: call for fever, pus or severe pain; ask if it still is red, swollen or spotty after a week."""
    look = case.get("check_ins", [{}])[-1:] or [{}]
    told, signs = look[0], look[0].get("signs", {})
    if told.get("fever") in (True, "yes") or (told.get("temperature_c") or 0) >= 38:
        return "same-day"
    if signs.get("discharge", "none") != "none" or signs.get("pain") == "severe":
        return "same-day"
    if signs.get("breathing_difficulty", "none") != "none":
        return "emergency"
    late = (told.get("day") or 0) > 7
    lasting = any(signs.get(sign, "none") != "none" for sign in ("erythema", "oedema", "papules", "pustules"))
    return "contact-provider" if late and lasting else "self-care"


BASELINES: dict[str, Baseline] = {
    "always call": always_call,
    "never call": never_call,
    "keyword rule": keywords,
    "static leaflet": leaflet,
}


def _told(value: Any, key: str = "") -> list[str]:
    if isinstance(value, dict):
        return [text for name, item in value.items() for text in _told(item, str(name))]
    if isinstance(value, list):
        return [text for item in value for text in _told(item, key)]
    absent = value in (None, False, "none", "no")
    return [] if absent else [f"{key} {value}".lower()]
