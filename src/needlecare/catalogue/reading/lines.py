"""JSON Lines: one object a line, or what is wrong with the line."""

import json
from typing import Any


def parse_line(line: bytes) -> tuple[dict[str, Any] | None, str | None]:
    """The object of a line, or None and what is wrong with it."""
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        return None, f"bytes that are not UTF-8, at byte {error.start} of the line"
    try:
        found = json.loads(text)
        if b"\\ud" in line or b"\\uD" in line:
            json.dumps(found, ensure_ascii=False).encode()
    except RecursionError:
        return None, "JSON that is nested too deeply"
    except UnicodeEncodeError:
        return None, "half a character (a lone surrogate)"
    except ValueError as error:
        return None, f"not JSON: {error}"
    if not isinstance(found, dict):
        return None, "JSON, but not an object"
    return found, None


def lines_of(text: bytes) -> list[bytes]:
    """Every line that is not blank, without its line end."""
    return [line for line in map(bytes.strip, text.split(b"\n")) if line]
