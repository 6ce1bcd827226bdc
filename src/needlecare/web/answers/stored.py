"""Reading a plain assessment that may be years old: what is not there reads as nothing, never as a fault."""

from collections.abc import Mapping
from typing import Any

Plain = Mapping[str, Any]


def part(data: Plain, key: str) -> Plain:
    """What stands under a key, where it has keys of its own."""
    found = data.get(key)
    return found if isinstance(found, Mapping) else {}


def rows(data: Plain, key: str) -> tuple[Plain, ...]:
    """A list of things with keys of their own."""
    found = data.get(key)
    return tuple(row for row in found if isinstance(row, Mapping)) if isinstance(found, list | tuple) else ()


def texts(data: Plain, key: str) -> tuple[str, ...]:
    """A list of texts."""
    found = data.get(key)
    return tuple(text for text in found if isinstance(text, str)) if isinstance(found, list | tuple) else ()


def text(data: Plain, key: str) -> str:
    """A text, or an empty one."""
    found = data.get(key)
    return found if isinstance(found, str) else ""


def number(data: Plain, key: str) -> float | None:
    """A number; None where it is unknown."""
    found = data.get(key)
    return found if isinstance(found, int | float) and not isinstance(found, bool) else None


def whole(data: Plain, key: str) -> int | None:
    """A whole number; None where it is unknown."""
    found = number(data, key)
    return None if found is None else int(found)
