"""A name with brackets: the name without them, what stands in them, or both."""

import re
from typing import TYPE_CHECKING

from needlecare.core.label.found import Found, trimmed
from needlecare.core.label.printed import described, organic, slashed, with_strength
from needlecare.knowledge.ingredients.folding import key

if TYPE_CHECKING:
    from needlecare.core.label.naming import Namer

_BRACKET = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_OPENED = re.compile(r"[(\[{]")
_TORN = re.compile(r"(?<=\S)\s*[(\[{]([^()\[\]{}]*)$")  # opened and never closed
_LISTED = re.compile(r"[,;]")


def bracketed(namer: "Namer", text: str, start: int, end: int) -> tuple[Found, ...]:
    """The names of a token with brackets; those in brackets count where they add something."""
    said = text[start:end]
    if not _OPENED.search(said):
        return ()
    pattern = _BRACKET if _BRACKET.search(said) else _TORN
    if not pattern.search(said):
        return ()
    inner: list[Found] = []
    outer = said
    while match := pattern.search(outer):
        inner += _in_bracket(namer, said, match, start)
        outer = outer[: match.start()] + " " * len(match[0]) + outer[match.end() :]
    bare = " ".join(outer.split())
    main = _outer(namer, bare)
    if main is None:
        return _only_inner(namer, bare, inner, start, end)
    main = main._replace(start=start, end=end)
    inner = list({found.inci: found for found in reversed(inner)}.values())[::-1]
    names = {found.inci for found in inner}
    if not inner or names == {main.inci}:
        return (main._replace(strength=inner[0].strength if inner else main.strength),)
    if main.inci in names or namer.names.is_bare_plant(main):
        return tuple(inner)  # a group and its members, or a plant and what of it
    adds = [found for found in inner if set(found.concerns) - set(main.concerns)]
    if adds:  # places do not overlap: the name is what stands ahead of the bracket
        ahead = text[start : adds[0].start]
        main = main._replace(end=start + max(1, len(ahead[: max(ahead.rfind(sign) for sign in "([{")].rstrip())))
    return (main, *adds)


def _outer(namer: "Namer", bare: str) -> Found | None:
    """The one name that stands around the brackets."""
    if not key(bare):
        return None
    whole = namer.names.whole(bare, 0, len(bare))
    several: tuple[Found, ...] = (whole,) if whole else ()
    for settle in (slashed, described, with_strength):
        several = several or settle(namer, bare, 0, len(bare))
    return several[0].known_by("bracket") if len(several) == 1 else None


def _only_inner(namer: "Namer", bare: str, inner: list[Found], start: int, end: int) -> tuple[Found, ...]:
    """What stands in brackets where the name around them is not known: a translation, or another thing that hides."""
    if not inner or not key(bare):
        return tuple(inner)
    meant = namer.respelt(bare, 0, len(bare))
    agrees = bool(meant) and meant[0].inci in {found.inci for found in inner}
    found = [one._replace(hides=one.hides or not agrees) for one in inner]
    return (found[0]._replace(start=start, end=end),) if len(found) == 1 else tuple(found)


def _in_bracket(namer: "Namer", said: str, match: re.Match[str], start: int) -> list[Found]:
    """The names in a bracket: all of a list, or the one name where nothing follows the bracket."""
    many = _LISTED.split(match[1])
    if len(many) == 1 and key(said[match.end() :]):
        return []  # a common name amid a Latin one
    found: list[Found] = []
    at = match.start(1)
    for piece in many:
        first, last = trimmed(piece)
        if first < last and not organic(namer, piece[first:last]):
            several = namer.settled(piece, first, last)
            found += [one.moved(start + at).known_by("bracket") for one in several]
            if not several:  # a misspelling raises a concern here too; it settles nothing
                found += [one.moved(start + at) for one in namer.respelt(piece, first, last) if one.concerns]
        at += len(piece) + 1
    return found
