"""A case with one reassuring answer forgotten, in every way there is: a "none", a "no", a zero, a low temperature."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from tests.support.cases import Data

Forgot = tuple[str, Data]
_REASSURING = {"numbing_cream": "no", "under_occlusion": "no", "sterile_single_use": "yes"}
_NORMAL_BELOW = {"temperature_c": 38, "pain_0_10": 0.5, "itch_0_10": 0.5}


def forgettings(data: Data) -> Iterator[Forgot]:
    """The person, the procedure and the last check-in, each with one reassuring answer left out.

    Only the last check-in: that there was none of a sign earlier is how we know today that it came back.
    """
    for part in ("history", "medicines"):
        for key, answer in data["patient"].get(part, {}).items():
            if answer == "no":
                yield f"{part} {key}", _without(data, "patient", part, key)
    for key, answer in _REASSURING.items():
        if data["procedure"].get(key) == answer:
            yield key, _without(data, "procedure", key)
    if not data["check_ins"]:
        return
    last = len(data["check_ins"]) - 1
    look = data["check_ins"][last]
    for sign, severity in look.get("signs", {}).items():
        if severity == "none":
            yield f"no {sign}", _without(data, "check_ins", last, "signs", sign)
    for sign, count in look.get("counts", {}).items():
        if count == 0:
            yield f"0 {sign}", _without(data, "check_ins", last, "counts", sign)
    for key, normal_below in _NORMAL_BELOW.items():
        if key in look and look[key] < normal_below:
            yield f"{key} {look[key]}", _without(data, "check_ins", last, key)
    if look.get("fever") == "no":
        yield "no fever", _without(data, "check_ins", last, "fever")


def _without(data: Data, *path: Any) -> Data:
    changed = deepcopy(data)
    inner: Any = changed
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    return changed
