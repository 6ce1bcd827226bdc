"""A label with its deciding words and those not understood marked: by signs that need no colour, and by styles."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from needlecare.core.label.answer import IngredientRead, LabelAnswer

Kind = Literal["decides", "not_read", "also"]
DECIDES: Kind = "decides"
NOT_READ: Kind = "not_read"
ALSO: Kind = "also"  # in a class that does not decide
LONGEST = 20_000  # characters of label that are shown
_LONG = 400  # characters without a mark, in a label that is too long to be shown whole
_KEPT = 120


class Marked(NamedTuple):
    """A label in pieces with a style each, the signs around marked words, and which kinds of marks there are."""

    pieces: tuple[tuple[str, str], ...]
    deciding: tuple[str, str]
    not_read: tuple[str, str]
    kinds: frozenset[str]


class Stretch(NamedTuple):
    """A stretch of a label, text[start:end], and why it is marked."""

    start: int
    end: int
    kind: Kind


def marked_label(answer: LabelAnswer, text: str) -> Marked:
    """The label with its marks. Square brackets mark what decides, doubled where the label itself has square ones."""
    deciding = ("[[", "]]") if "[" in text or "]" in text else ("[", "]")
    not_read = ("⟨?", "⟩")
    signs = {DECIDES: (deciding, answer.verdict), NOT_READ: (not_read, "unknown")}
    found = stretches(answer)
    pieces: list[tuple[str, str]] = []
    at = 0
    for stretch in found:
        pieces.append((text[at : stretch.start], ""))
        (before, after), style = signs[stretch.kind]
        pieces.append((before + text[stretch.start : stretch.end].strip() + after, style))
        at = stretch.end
    pieces.append((text[at:], ""))
    if len(text) > LONGEST:
        pieces = list(_shortened(pieces))
    return Marked(tuple(pieces), deciding, not_read, frozenset(stretch.kind for stretch in found))


def decides(ingredient: IngredientRead, answer: LabelAnswer) -> bool:
    """Whether an ingredient is one of those that decide; one that has no name for certain may still have a class."""
    if ingredient.inci is None:
        return "?" in answer.deciding and bool(ingredient.concerns)
    return ingredient.inci in answer.deciding


def stretches(answer: LabelAnswer, kinds: tuple[Kind, ...] = (DECIDES, NOT_READ)) -> list[Stretch]:
    """The stretches to mark, in order, none overlapping another; where one lies in another, the earlier kind wins."""
    found: list[Stretch] = []
    for kind in kinds:
        starts = [stretch.start for stretch in found]
        free = []
        for start, end in _joined(one for one in answer.ingredients if _kind(one, answer) == kind):
            before = bisect_left(starts, end) - 1
            if before < 0 or found[before].end <= start:
                free.append(Stretch(start, end, kind))
        found = sorted([*found, *free])
    return found


def _kind(ingredient: IngredientRead, answer: LabelAnswer) -> Kind | None:
    if decides(ingredient, answer):
        return DECIDES
    if ingredient.inci is None:
        return NOT_READ
    return ALSO if ingredient.concerns else None


def _joined(ingredients: Iterable[IngredientRead]) -> list[tuple[int, int]]:
    """Their places in order, those that overlap joined."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((one.start, one.end) for one in ingredients if one.start < one.end):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _shortened(pieces: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Long stretches without a mark cut in the middle, and the end left out where it is still too long."""
    shown = 0
    for text, style in pieces:
        if shown > LONGEST:
            yield " … (and more)", ""
            return
        if len(text) > _LONG:
            text = f"{text[:_KEPT]} … {text[-_KEPT:]}"
        shown += len(text)
        yield text, style
