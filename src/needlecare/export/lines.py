"""Text as lines with a style each; how a style looks (colour, weight) is the printer's business."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap


@dataclass(frozen=True)
class Line:
    """One line of plain text. Styles: plain, heading, strong, quiet, or a level (self-care … emergency)."""

    text: str
    style: str = "plain"


def paragraph(text: str, width: int, *, indent: str = "", bullet: str = "", style: str = "plain") -> Iterator[Line]:
    """A text wrapped to a width, with an indent and a bullet on its first line."""
    hanging = indent + " " * len(bullet)
    wrapped = wrap(text, width, initial_indent=indent + bullet, subsequent_indent=hanging, break_on_hyphens=False)
    for line in wrapped:
        yield Line(line, style)


def heading(text: str) -> Iterator[Line]:
    """An empty line and a heading."""
    yield Line("")
    yield Line(text, "heading")
