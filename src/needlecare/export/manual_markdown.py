"""The few Markdown forms of the manual: escaped text, tables, lists, links."""

import re
from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(r"([\\`*\[\]<>|])|((?<!\w)_|_(?!\w))")


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands, on one line, inside a table as well."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the cells are plain text."""
    lines = [head, ["---"] * len(head), *([escaped(cell) for cell in row] for row in rows)]
    return "\n".join("| " + " | ".join(cell or "–" for cell in line) + " |" for line in lines)


def bullets(items: Iterable[str]) -> str:
    """A list; the items are Markdown already. An item may carry its own indented lines."""
    return "\n".join(f"- {item}" for item in items)


def link(text: str, address: str) -> str:
    """A link, or text and whereabouts where there is no web address."""
    if address.startswith("http"):
        return f"[{escaped(text)}](<{address}>)"
    return escaped(text) if not address or address in text else f"{escaped(text)} ({escaped(address)})"


def blocks(*parts: str | None) -> str:
    """Blocks with an empty line between them; empty ones are left out."""
    return "\n\n".join(part for part in parts if part)


def labelled(label: str, text: str) -> str:
    """A paragraph that begins with its label; the text is plain."""
    return f"**{label}:** {escaped(text)}"
