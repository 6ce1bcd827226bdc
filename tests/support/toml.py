"""Plain data as TOML text, for files that a test writes."""

import json
from typing import Any


def toml(tables: dict[str, Any]) -> str:
    """One inline value a line. What TOML cannot hold (null) raises TypeError."""
    return "\n".join(f"{json.dumps(key)} = {_inline(value)}" for key, value in tables.items()) + "\n"


def _inline(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return json.dumps(value)
        case list() | tuple():
            return f"[{', '.join(map(_inline, value))}]"
        case dict():
            return "{" + ", ".join(f"{json.dumps(key)} = {_inline(item)}" for key, item in value.items()) + "}"
    raise TypeError(f"TOML has no {type(value).__name__}")
