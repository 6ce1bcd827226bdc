"""What is wrong with an answer, as a sentence that says what would be right."""

import re
from functools import lru_cache
from typing import Any

from annotated_types import Ge, Gt, Le

from needlecare.core.case import CheckIn, Patient, Procedure
from needlecare.core.faults import Fault

_WHOLE = ("day", "age", "fitzpatrick")
_DATES = ("treated_on", "looked_on")


def what_is_right(key: str, fault: Fault) -> str:
    """The message that stands at the field."""
    if (bounds := _bounds(key)) and "day (" not in fault.expected and "today" not in fault.expected:
        return f"Give a {'whole ' * (key in _WHOLE)}number {bounds}, or leave it empty"
    if "today" in fault.expected:
        return (
            "This lies after today. Check the day and the date"
            if key == "day"
            else "Give a date that is not after today"
        )
    if key in _DATES:
        return "Give the date as a real date, such as 2026-05-31, or leave it empty"
    if found := re.search(r"at most (\d+) characters", fault.expected):
        return f"Write at most {int(found[1]):,} characters"
    return "Choose one of the answers, or leave it out"


@lru_cache(maxsize=128)
def _bounds(key: str) -> str:
    """ "from 0 to 10", "above 0, up to 10": as the case model itself bounds the number."""
    held: list[Any] = [model.model_fields.get(key) for model in (Patient, Procedure, CheckIn)]
    found = [part for field in held if field is not None for part in field.metadata]
    low = next((f"from {part.ge:g}" for part in found if isinstance(part, Ge)), "")
    low = low or next((f"above {part.gt:g}, up" for part in found if isinstance(part, Gt)), "")
    high = next((f"to {part.le:g}" for part in found if isinstance(part, Le)), "")
    return f"{low} {high}".strip() if low and high else ""
