"""An ingredient found in a token of a label, and where it stands in it."""

import re
from itertools import pairwise
from typing import NamedTuple

from needlecare.core.label.answer import How
from needlecare.knowledge.ingredients.model import Mention


class Found(NamedTuple):
    """An ingredient in a token: its place in it, what it is, how it was recognised and how sure, a stated strength in
    percent. `hides`: what was not settled could be of a concern class that decides."""

    start: int
    end: int
    inci: str | None
    function: str | None
    how: How | None
    confidence: float
    concerns: tuple[Mention, ...]
    strength: float | None = None
    hides: bool = False
    one_percent: bool = False

    def moved(self, by: int) -> "Found":
        """The same, further along in a longer text."""
        if not by:
            return self
        return Found(self.start + by, self.end + by, *self[2:])

    def respelt(self, confidence: float, *, hides: bool) -> "Found":
        """The same, recognised in spite of wrong letters."""
        return Found(*self[:4], "spelling", confidence, self.concerns, self.strength, hides, self.one_percent)

    def known_by(self, how: How) -> "Found":
        """The same, recognised in another way and as sure as that way is."""
        return self._replace(how=how, confidence=SURE[how])


SURE: dict[How, float] = {
    "exact": 1.0, "synonym": 0.98, "bracket": 0.97, "slash": 0.97, "split": 0.9, "spelling": 0.8,
}  # fmt: skip
_OUTER = " \t\n.*-:;,\"'~_#^=`|+>?!•/&@°§†‡"
_OPENING, _CLOSING = "([{", ")]}"


def trimmed(text: str) -> tuple[int, int]:
    """Where the words of a token begin and end, without marks around them and brackets that have no mate in it."""
    start, end = 0, len(text)
    if text[:1].isalnum() and text[-1].isalnum():
        return start, end
    while start < end:
        first, last = text[start], text[end - 1]
        if first in _OUTER or first in _CLOSING or (first in _OPENING and not _has(text, start + 1, end, _CLOSING)):
            start += 1
        elif last in _OUTER or last in _OPENING or (last in _CLOSING and not _has(text, start, end - 1, _OPENING)):
            end -= 1
        else:
            break
    return start, end


def _has(text: str, start: int, end: int, signs: str) -> bool:
    return any(text.find(sign, start, end) >= 0 for sign in signs)


def apart(found: tuple[Found, ...], text: str) -> tuple[Found, ...]:
    """In the order of their places, each ending where the next begins: names in nested brackets do not overlap."""
    if len(found) < 2 or all(one.end <= other.start for one, other in pairwise(found)):
        return found
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, one.end)):
        if kept and kept[-1].end > one.start:
            if kept[-1].start == one.start:
                one = one._replace(start=kept[-1].end, end=max(one.end, kept[-1].end))
            else:
                ahead = text[kept[-1].start : one.start].rstrip(_OUTER + _OPENING)
                kept[-1] = kept[-1]._replace(end=kept[-1].start + len(ahead))
        kept.append(one)
    return tuple(kept)


def stretches(text: str, start: int, end: int, at: re.Pattern[str]) -> list[tuple[int, int]]:
    """The trimmed stretches between the matches of a pattern, blank ones left out."""
    places = [start]
    for match in at.finditer(text, start, end):
        places += [match.start(), match.end()]
    places.append(end)
    found = []
    for first, last in zip(places[::2], places[1::2], strict=True):
        inner = trimmed(text[first:last])
        if inner[0] < inner[1]:
            found.append((first + inner[0], first + inner[1]))
    return found
