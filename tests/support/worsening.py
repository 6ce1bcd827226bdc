"""A case made worse by one step, in every way there is: a sign, a count, a scale, a fever, its spread, its trend."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from needlecare.knowledge.vocabulary import SEVERITIES
from tests.support.cases import Data
from tests.support.strategies import COUNTED

Worse = tuple[str, Data]
_SCALES = {"pain_0_10": "pain", "itch_0_10": "itch"}
_WORSE_TREND = {"improving": ("stable", "worsening"), "stable": ("worsening",)}


def stronger_signs(data: Data) -> Iterator[Worse]:
    """One sign one step up, at the check-in that last spoke of it.

    Only there: what was worse at an earlier check-in makes today look better by comparison, and rightly so.
    """
    for at, look in enumerate(data["check_ins"]):
        for sign, severity in look.get("signs", {}).items():
            if severity != "severe" and last_to_speak_of(sign, data) == at:
                stronger = SEVERITIES[SEVERITIES.index(severity) + 1]
                yield f"{sign} {severity} → {stronger}", _with(data, at, "signs", sign, stronger)


def more_spots(data: Data) -> Iterator[Worse]:
    """One count one up, and over the next band."""
    for at, look in enumerate(data["check_ins"]):
        for sign, count in look.get("counts", {}).items():
            if last_to_speak_of(sign, data) == at:
                for more in (count + 1, count + 20):
                    yield f"{sign} {count} → {more}", _with(data, at, "counts", sign, more)


def higher_scales(data: Data) -> Iterator[Worse]:
    """Pain or itch one point up, and to the top."""
    for at, look in enumerate(data["check_ins"]):
        for scale, sign in _SCALES.items():
            if scale in look and last_to_speak_of(sign, data) == at:
                for more in (min(look[scale] + 1, 10), 10):
                    yield f"{scale} {look[scale]} → {more}", _told(data, at, scale, more)


def fevers(data: Data) -> Iterator[Worse]:
    """A fever that was denied or not spoken of; a temperature one degree up."""
    for at, look in enumerate(data["check_ins"]):
        if look.get("fever") != "yes":
            yield f"fever {look.get('fever')} → yes", _told(data, at, "fever", "yes")
        if "temperature_c" in look:
            yield "temperature up", _told(data, at, "temperature_c", look["temperature_c"] + 1)


def spreads(data: Data) -> Iterator[Worse]:
    """Spreading besides what it was, and spreading in its place."""
    for at, look in enumerate(data["check_ins"]):
        where = look.get("distribution", [])
        if "spreading" not in where:
            yield f"spreading besides {where}", _told(data, at, "distribution", [*where, "spreading"])
        if where != ["spreading"]:
            yield f"spreading instead of {where}", _told(data, at, "distribution", ["spreading"])


def worse_trends(data: Data) -> Iterator[Worse]:
    """A worse trend at the last check-in, the only one whose trend counts."""
    if data["check_ins"]:
        last = len(data["check_ins"]) - 1
        trend = data["check_ins"][last].get("trend")
        for worse in _WORSE_TREND.get(trend, ()):
            yield f"trend {trend} → {worse}", _told(data, last, "trend", worse)


def trends_unsaid(data: Data) -> Iterator[Worse]:
    """An improvement that was claimed and now is not spoken of."""
    if data["check_ins"] and data["check_ins"][-1].get("trend") == "improving":
        changed = deepcopy(data)
        del changed["check_ins"][-1]["trend"]
        yield "trend improving → unknown", changed


def last_to_speak_of(sign: str, data: Data) -> int | None:
    """The last check-in that says anything of a sign, in words, as a count or on a scale."""
    spoke = [
        at
        for at, look in enumerate(data["check_ins"])
        if sign in look.get("signs", {})
        or (sign in COUNTED and sign in look.get("counts", {}))
        or any(scale in look for scale, of in _SCALES.items() if of == sign)
    ]
    return spoke[-1] if spoke else None


def _told(data: Data, at: int, field: str, value: Any) -> Data:
    changed = deepcopy(data)
    changed["check_ins"][at][field] = value
    return changed


def _with(data: Data, at: int, field: str, key: str, value: Any) -> Data:
    return _told(data, at, field, {**data["check_ins"][at][field], key: value})
