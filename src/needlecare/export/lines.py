"""Text as lines with a style each; how a style looks (colour, weight) is the printer's business."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import NamedTuple
from unicodedata import combining, east_asian_width


class Span(NamedTuple):
    """A stretch of a line, text[start:end], with a style of its own."""

    start: int
    end: int
    style: str


@dataclass(frozen=True)
class Line:
    """One line of plain text. Styles: plain, heading, strong, quiet, a level (self-care … emergency), or a verdict on a
    product (fine, wait, avoid, unknown). Spans are in order and do not overlap."""

    text: str
    style: str = "plain"
    spans: tuple[Span, ...] = ()

    def pieces(self) -> Iterator[tuple[str, str]]:
        """The text in order, in pieces of one style each; "" is the style of the line."""
        at = 0
        for span in self.spans:
            yield self.text[at : span.start], ""
            yield self.text[span.start : span.end], span.style
            at = span.end
        yield self.text[at:], ""


def paragraph(text: str, width: int, *, indent: str = "", bullet: str = "", style: str = "plain") -> Iterator[Line]:
    """A text wrapped to a width, with an indent and a bullet on its first line."""
    hanging = indent + " " * len(bullet)
    wrapped = wrap(text, width, initial_indent=indent + bullet, subsequent_indent=hanging, break_on_hyphens=False)
    for line in wrapped:
        yield Line(line, style)


def styled_paragraph(pieces: Iterable[tuple[str, str]], width: int) -> Iterator[Line]:
    """Pieces of text, each with its style ("" is plain), run together and wrapped to so many columns.

    Blanks become one blank each; a word that is longer than a line is broken; letters of double width count as two.
    """
    text, spans = _run_together(pieces)
    start = end = 0
    columns = 0
    for word in _words(text, width):
        wide = _columns(text[word.start : word.end])
        if end and columns + wide + word.start - end > width:
            yield _cut(text, start, end, spans)
            start, columns = word.start, 0
        columns += wide + (word.start - end if columns else 0)
        end = word.end
    if end:
        yield _cut(text, start, end, spans)


def heading(text: str) -> Iterator[Line]:
    """An empty line and a heading."""
    yield Line("")
    yield Line(text, "heading")


def _run_together(pieces: Iterable[tuple[str, str]]) -> tuple[str, list[Span]]:
    parts: list[str] = []
    spans: list[Span] = []
    at = 0
    for said, style in pieces:
        text = re.sub(r"\s+", " ", said)
        if not parts or parts[-1].endswith(" "):
            text = text.removeprefix(" ")
        if text:
            parts.append(text)
            if style:
                spans.append(Span(at, at + len(text), style))
            at += len(text)
    return "".join(parts), spans


class _Word(NamedTuple):
    start: int
    end: int


def _words(text: str, width: int) -> Iterator[_Word]:
    """The words of a text, those longer than a line in several parts."""
    for match in re.finditer(r"\S+", text):
        start = match.start()
        while _columns(text[start : match.end()]) > width:
            end = start + 1
            columns = _columns(text[start:end])
            while columns + _columns(text[end]) <= width:
                columns += _columns(text[end])
                end += 1
            yield _Word(start, end)
            start = end
        yield _Word(start, match.end())


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def _cut(text: str, start: int, end: int, spans: list[Span]) -> Line:
    """text[start:end] as a line, with what it has of the spans."""
    here = tuple(
        Span(max(span.start, start) - start, min(span.end, end) - start, span.style)
        for span in spans
        if span.start < end and span.end > start
    )
    return Line(text[start:end], spans=here)
