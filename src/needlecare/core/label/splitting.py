"""A stretch of label → its pieces between separators, brackets kept whole. Works on text folded by `plain`."""

import re
from typing import NamedTuple

_OPENING, _CLOSING = "([{", ")]}"
_LOCANT = re.compile(
    r"(?:(?<![\w.-])|(?<=[a-z]-))\d{1,2}(?:,\d{1,2}){1,8}\s?-\s?(?=[^\W\d_])"  # 1,2-Hexanediol, ...propane-1,3-Diol
    r"|(?:(?<=[,;])|(?<=[,;]\s))\d{1,2}\s?,\s?\d{1,2}\s?-\s?(?=[^\W\d_])"  # 1, 2-Hexanediol
)
_COMMA_BEHIND_DIGIT = re.compile(r"\d\s?,\s?\d")
_DECIMAL = re.compile(r"\d,\d{1,4}\s*%")
_ALWAYS = re.compile(r"[,;|•]|\s~\s")
_MAY_CUT = re.compile(r"[,;|•~]")
_OPENS = re.compile(r"[(\[{]")
_CLOSED = re.compile(r"[^()\[\]{}]*(?:\([^()\[\]{}]*\)[^()\[\]{}]*)*")  # brackets of one kind, none in another
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
    return _between(text, start, end, _separators(text, start, end, _shielded(text, start, end)), depth)


def pieces_of_a_part(text: str, start: int, end: int) -> list[Stretch]:
    """The same for a part of a list that has commas enough: in such a list nothing but these and the like separates."""
    if not _MAY_CUT.search(text, start, end):
        found: list[Stretch] = []
        _add(text, start, end, found, 0)
        return found
    return _between(text, start, end, _always(text, start, end, _shielded(text, start, end)), 0)


def joins_a_number(text: str, at: int) -> bool:
    """Whether the comma at this place belongs to a number, and separates nothing."""
    return any(match.start() < at < match.end() for pattern in (_LOCANT, _DECIMAL) for match in pattern.finditer(text))


def is_open(text: str) -> bool:
    """Whether a bracket of a text does not close in it."""
    if _CLOSED.fullmatch(text) and len(text) < _LONG_BRACKET:
        return False
    opened = [match.start() for match in _OPENS.finditer(text)]
    inside = _inside_brackets(text, 0, len(text))
    return any(not any(first <= at < last for first, last in inside) for at in opened)


def _shielded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What no separator cuts: brackets, and numbers with commas."""
    found = _inside_brackets(text, start, end)
    if _COMMA_BEHIND_DIGIT.search(text, start, end):  # looked for first, for most texts have none
        found += [match.span() for pattern in (_LOCANT, _DECIMAL) for match in pattern.finditer(text, start, end)]
    return sorted(found)


def _between(text: str, start: int, end: int, separators: list[tuple[int, int]], depth: int) -> list[Stretch]:
    found: list[Stretch] = []
    at = start
    for first, last in separators:
        _add(text, at, first, found, depth)
        at = last
    _add(text, at, end, found, depth)
    return found


def _add(text: str, start: int, end: int, found: list[Stretch], depth: int) -> None:
    said = text[start:end].strip()
    if not said:
        return
    start = text.index(said, start)
    end = start + len(said)
    if said[0] not in _OPENING:
        found.append(Stretch(start, end))
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
    found = _always(text, start, end, shielded)
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


def _always(text: str, start: int, end: int, shielded: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return _outside([match.span() for match in _ALWAYS.finditer(text, start, end)], shielded)


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
