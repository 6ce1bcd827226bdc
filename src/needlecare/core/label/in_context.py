"""Pieces of one list that depend on what stands around them, settled from what is known of each piece.

Brackets and numbers with a comma in them are put together, marketing ahead of the list is left out, and what stands
behind "may contain" is weighed as such. Where that does not do, the answer is None.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from needlecare.core.label.pieces import ENOUGH, OPEN
from needlecare.core.label.reading import LEAD_WINDOW, ends_prose, first_listed
from needlecare.core.label.splitting import joins_a_number
from needlecare.core.label.weights import Weight
from needlecare.knowledge.ingredients.folding import plain

_SEPARATORS = " ,;|•"  # ahead of the first piece these belong to none


class Listed(NamedTuple):
    """The pieces of one list: their texts, and what each adds."""

    texts: list[str]
    weights: list[Weight]


class Tail(NamedTuple):
    """A name at the end of a piece: where in it that begins, and what it adds."""

    start: int
    weight: Weight


class Lead(NamedTuple):
    """Where a list begins behind its marketing, and the name at the end of that."""

    start: int
    tail: Weight | None


def put_together(parts: Listed, weight_of: Callable[[str], Weight]) -> Listed | None:
    """The pieces between the commas that separate: what is left open goes on until it closes."""
    texts, weights = list(parts.texts), list(parts.weights)
    for at in range(len(texts)):
        if at >= len(texts) or weights[at].piece is not OPEN:
            continue
        end = at + 1
        while weights[at].piece is OPEN:
            if end == len(texts):
                return None
            texts[at] = f"{texts[at]},{texts[end]}"
            weights[at] = weight_of(texts[at])
            end += 1
        del texts[at + 1 : end], weights[at + 1 : end]
    return None if len(texts) <= ENOUGH else Listed(texts, weights)


def numbers_are_whole(texts: Sequence[str], weights: Sequence[Weight]) -> bool:
    """Whether no comma between two pieces is part of a number ("1,2-Hexanediol")."""
    for at, weight in enumerate(weights):
        if weight.number and at and weights[at - 1].piece.number_behind and goes_on(texts[at - 1], texts[at]):
            return False
    return True


def goes_on(ahead: str, text: str) -> bool:
    """Whether a number goes on behind the comma between these two."""
    before = plain(ahead)
    return joins_a_number(f",{before},{plain(text)}", len(before) + 1)


def without_lead(listed: Listed, tail_of: Callable[[str], Tail | None]) -> Lead | None:
    """Where a list begins behind its marketing, and the name at the end of that, as the reader finds them."""
    texts, weights = listed
    if weights[0].begins or weights[0].piece.marked:
        return Lead(0, None)
    named = [(at, flag) for at, weight in enumerate(weights) for flag in weight.piece.named]
    first = first_listed([flag for _, flag in named])
    if first is None or first + LEAD_WINDOW >= len(named) or any(weight.piece.marked for weight in weights):
        return None  # behind a heading, be it further on, nothing is left out
    at = named[first][0]
    before = max(at - 1, 0)
    if len(weights[before].piece.named) != 1 or len(weights[at].piece.named) != 1 or weights[at].piece.praised:
        return None
    tail = tail_of(texts[before])
    ahead = texts[:before]
    if tail:
        ahead.append(texts[before][: tail.start])
    elif at:
        ahead += [texts[before], texts[at][: -len(texts[at].lstrip())]]
    if not ends_prose(plain(",".join(ahead)).lstrip(_SEPARATORS)):
        return Lead(0, None)
    return Lead(1 if at == 0 and tail else at, tail.weight if tail else None)


def settled(listed: Listed, lead: Lead) -> list[Weight] | None:
    """What each piece of a list adds where it stands; None where that depends on more."""
    weights = listed.weights
    found = [lead.tail] if lead.tail else []
    last = max((at for at, weight in enumerate(weights) if weight.piece.named), default=0)
    kind, since = "list", 0  # of the list that runs, and where it began
    for at in range(lead.start, len(weights)):
        weight: Weight | None = weights[at]
        piece = weights[at].piece
        if kind == "notice":  # it ends with its sentence, and only names in it count
            return None
        if piece.plain:
            weight = weights[at] if kind == "list" else weights[at].in_place(kind)
        elif kind != "list" or (at and at - since < ENOUGH):
            return None
        elif at == last:
            weight = weights[at].in_place("last")
            if not piece.last and weights[at - 1].piece.prose:
                return None
        else:
            weight = weights[at].in_place("middle" if at else "first")
            if piece.marked:
                kind, since = piece.after, at
        if weight is None:
            return None
        found.append(weight)
    return found if since == 0 or len(weights) - 1 - since >= ENOUGH else None
