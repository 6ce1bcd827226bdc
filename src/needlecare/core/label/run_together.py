"""Names with the comma between them missing, with or without a space: cut into the fewest known names."""

import re
from typing import TYPE_CHECKING

from needlecare.core.label.found import Found
from needlecare.knowledge.ingredients.folding import key

if TYPE_CHECKING:
    from needlecare.core.label.naming import Namer

_SHORTEST_GLUED = 6  # letters of a name that is stuck to another without a space
_LONGEST = 160
_MOST = 6  # names in one token
_MOST_WORDS = 9


def cut(namer: "Namer", text: str, start: int, end: int) -> tuple[Found, ...]:
    """The names that a token is made of when nothing is left over; () where it is not."""
    if end - start > _LONGEST:
        return ()
    return _cut_letters(namer, text, start, end) or _cut_in_two(namer, text, start, end)


def _cut_in_two(namer: "Namer", text: str, start: int, end: int) -> tuple[Found, ...]:
    """Two names, at least one of them whole, the other perhaps with a part of a plant or with wrong letters."""
    breaks = [match.span() for match in re.finditer(r"\s+", text[start:end])]
    if not 1 <= len(breaks) <= _MOST_WORDS:
        return ()
    for first, last in breaks:
        ahead, behind = text[start : start + first], text[start + last : end]
        left, right = namer.names.whole(ahead, 0, len(ahead)), namer.names.whole(behind, 0, len(behind))
        if left is None and right is None:
            continue
        lefts = (left,) if left else namer.respelt(ahead, 0, len(ahead))
        rights = (right,) if right else namer.respelt(behind, 0, len(behind))
        if lefts and rights and all(one.inci for one in (*lefts, *rights)):
            moved = [one._replace(start=one.start + start, end=one.end + start) for one in lefts]
            moved += [one._replace(start=one.start + start + last, end=one.end + start + last) for one in rights]
            return tuple(one._replace(how="split" if one.how != "spelling" else "spelling") for one in moved)
    return ()


def _cut_letters(namer: "Namer", text: str, start: int, end: int) -> tuple[Found, ...]:
    letters, places = _letters(text, start, end)
    size = len(letters)
    bounds = {at for at in range(size + 1) if at in (0, size) or places[at] - places[at - 1] > 1}
    best: list[tuple[int, int] | None] = [None] * (size + 1)  # the fewest names up to here, and where the last begins
    best[0] = (0, 0)
    for last in range(1, size + 1):
        for first in range(last):
            before = best[first]
            if before is None or before[0] == _MOST or (best[last] is not None and before[0] + 1 >= best[last][0]):  # type: ignore[index]
                continue
            whole_words = first in bounds and last in bounds
            if (whole_words or last - first >= _SHORTEST_GLUED) and namer.names.owner(letters[first:last]) is not None:
                best[last] = (before[0] + 1, first)
    return _found(namer, best, letters, places)


def _found(namer: "Namer", best: list[tuple[int, int] | None], letters: str, places: list[int]) -> tuple[Found, ...]:
    last = len(letters)
    if best[last] is None or best[last][0] < 2:  # type: ignore[index]
        return ()
    found = []
    while last:
        first = best[last][1]  # type: ignore[index]
        row = namer.names.owner(letters[first:last])
        assert row is not None
        found.append(namer.names.row(row, places[first], places[last - 1] + 1, "split"))
        last = first
    return tuple(reversed(found))


def _letters(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """The folded letters of a stretch and the place of each in the text."""
    letters: list[str] = []
    places: list[int] = []
    for at in range(start, end):
        for letter in key(text[at]):
            letters.append(letter)
            places.append(at)
    return "".join(letters), places
