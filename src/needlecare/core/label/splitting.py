"""A stretch of label → its pieces between separators, brackets kept whole. Works on text folded by `plain`."""

import re
from typing import NamedTuple

_OPENING, _CLOSING = "([{", ")]}"
_LOCANT = re.compile(
    r"(?:(?<![\w.-])|(?<=[a-z]-))\d{1,2}(?:,\d{1,2}){1,8}\s?-\s?(?=[^\W\d_])"  # 1,2-Hexanediol, ...propane-1,3-Diol
    r"|(?:(?<=[,;])|(?<=[,;]\s))\d{1,2}\s?,\s?\d{1,2}\s?-\s?(?=[^\W\d_])"  # 1, 2-Hexanediol
)
_DECIMAL = re.compile(r"\d,\d{1,4}\s*%")
_ALWAYS = re.compile(r"[,;|•]|\s~\s")
_STOP = re.compile(r"\.\s+(?=[A-Z0-9])|\.(?=[A-Z][a-z])")
_DASH = re.compile(r"(?<!\s)\s+-+\s+")  # looked for once in a run of spaces
_LINE = re.compile(r"\n+")
_DEEPEST = 8  # brackets in brackets
_LONG_BRACKET = 1500  # characters; a bracket that closes later than that was never meant to


class Stretch(NamedTuple):
    """A part of the text: text[start:end]."""

    start: int
    end: int


def pieces(text: str, start: int, end: int, depth: int = 0) -> list[Stretch]:
    """The stretches between separators at the top level of text[start:end], blank ones left out."""
    inside = _inside_brackets(text, start, end)
    shielded = [*inside, *((match.start(), match.end()) for match in _LOCANT.finditer(text, start, end))]
    shielded += [(match.start(), match.end()) for match in _DECIMAL.finditer(text, start, end)]
    shielded.sort()
    found: list[Stretch] = []
    at = start
    for first, last in _separators(text, start, end, shielded):
        _add(text, at, first, found, depth)
        at = last
    _add(text, at, end, found, depth)
    return found


def _add(text: str, start: int, end: int, found: list[Stretch], depth: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    inner, outer = start, end
    while inner - start < _DEEPEST and text[inner] in _OPENING and _closes_at(text, inner, outer) == outer - 1:
        inner, outer = inner + 1, outer - 1
    if inner == start or inner - start == _DEEPEST or depth == _DEEPEST:
        found.append(Stretch(start, end))
    elif inner < outer:  # a list in brackets
        found += pieces(text, inner, outer, depth + 1)


def _separators(text: str, start: int, end: int, shielded: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where separators stand, outside what is shielded: commas and the like; or lines, dashes, full stops, spaces where
    those do the work in this text."""
    found = _outside([match.span() for match in _ALWAYS.finditer(text, start, end)], shielded)
    lines = _outside([match.span() for match in _LINE.finditer(text, start, end)], shielded)
    if len(lines) >= 2 and len(lines) > len(found):  # else they only wrap the text
        found = sorted(found + lines)
    if len(found) > 2:
        return found
    for pattern in (_LINE, _DASH, _STOP):
        others = _outside([match.span() for match in pattern.finditer(text, start, end)], shielded)
        if len(others) > len(found):
            return sorted(found + others)
    if not found and not text[start:end].isascii():
        spaces = [match.span() for match in re.finditer(r"\s+", text[start:end])]
        if len(spaces) >= 2:
            return [(start + first, start + last) for first, last in spaces]
    if not found and text.count("/", start, end) >= 4:
        return [(match.start(), match.end()) for match in re.finditer("/", text[:end]) if match.start() >= start]
    return found


def _outside(places: list[tuple[int, int]], shielded: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if not shielded:
        return places
    kept = []
    shields = iter(shielded)
    first, last = next(shields)
    for place in places:
        while place[0] >= last:
            first, last = next(shields, (len(_FAR), len(_FAR)))
        if place[0] < first:
            kept.append(place)
    return kept


_FAR = range(1 << 60)


def _inside_brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between brackets that close, outermost ones only; a bracket that never closes is none."""
    open_at: list[int] = []
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"[()\[\]{}]", text[start:end]):
        at = start + match.start()
        if match[0] in _OPENING:
            open_at.append(at)
        else:
            mate = _OPENING[_CLOSING.index(match[0])]
            if open_at and text[open_at[-1]] == mate:
                first = open_at.pop()
            elif any(text[place] == mate for place in open_at):  # one inside it never closed
                while text[open_at[-1]] != mate:
                    open_at.pop()
                first = open_at.pop()
            else:
                continue
            if at - first > _LONG_BRACKET:
                continue
            while found and found[-1][0] > first:
                found.pop()
            found.append((first, at + 1))
    return found


def _closes_at(text: str, start: int, end: int) -> int:
    """Where the bracket at `start` closes; -1 where it does not before `end`."""
    mate = _CLOSING[_OPENING.index(text[start])]
    depth = 0
    for at in range(start, end):
        if text[at] == text[start]:
            depth += 1
        elif text[at] == mate:
            depth -= 1
            if depth == 0:
                return at
    return -1
