"""What can be a day and what a needle depth, in a word of the command line and in a row of data."""

from argparse import ArgumentTypeError
from typing import Any

FIRST_DAY, LAST_DAY = 0, 3650
DEEPEST_MM = 10
DAY = f"a whole number of days from {FIRST_DAY} (the day itself) to {LAST_DAY}"
DEPTH = f"a number of millimetres above 0, at most {DEEPEST_MM}"


def is_day(value: Any) -> bool:
    """Whether this can be a day since the procedure."""
    return is_number(value) and FIRST_DAY <= value <= LAST_DAY and value == int(value)


def is_depth(value: Any) -> bool:
    """Whether this can be a needle depth in mm."""
    return is_number(value) and 0 < value <= DEEPEST_MM


def is_number(value: Any) -> bool:
    """Whether this is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def day(word: str) -> int:
    """A word as a day. Raises ArgumentTypeError, which says what would be right."""
    found = _number(word)
    if found is None or not is_day(found):
        raise ArgumentTypeError(f"{word!r} is not {DAY}")
    return int(found)


def depth(word: str) -> float:
    """A word as a depth; a comma may stand for the point. Raises ArgumentTypeError, which says what would be right."""
    found = _number(word.replace(",", "."))
    if found is None or not is_depth(found):
        raise ArgumentTypeError(f"{word!r} is not {DEPTH}")
    return found


def _number(word: str) -> float | None:
    try:
        return float(word)
    except ValueError:
        return None
