"""A label with its deciding words and those not understood marked: by signs that need no colour, and by styles."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from needlecare.core.label.answer import IngredientRead, LabelAnswer

DECIDES, NOT_READ = "decides", "not_read"
LONGEST = 20_000  # characters of label that are shown
_LONG = 400  # characters without a mark, in a label that is too long to be shown whole
_KEPT = 120


class Marked(NamedTuple):
    """A label in pieces with a style each, the signs around marked words, and which kinds of marks there are."""

    pieces: tuple[tuple[str, str], ...]
    deciding: tuple[str, str]
    not_read: tuple[str, str]
    kinds: frozenset[str]


class _Stretch(NamedTuple):
    start: int
    end: int
    kind: str


def marked_label(answer: LabelAnswer, text: str) -> Marked:
    """The label with its marks. Square brackets mark what decides, doubled where the label itself has square ones."""
    deciding = ("[[", "]]") if "[" in text or "]" in text else ("[", "]")
    not_read = ("⟨?", "⟩")
    signs = {DECIDES: (deciding, answer.verdict), NOT_READ: (not_read, "unknown")}
    stretches = _stretches(answer)
    pieces: list[tuple[str, str]] = []
    at = 0
    for stretch in stretches:
        pieces.append((text[at : stretch.start], ""))
        (before, after), style = signs[stretch.kind]
        pieces.append((before + text[stretch.start : stretch.end].strip() + after, style))
        at = stretch.end
    pieces.append((text[at:], ""))
    if len(text) > LONGEST:
        pieces = list(_shortened(pieces))
    return Marked(tuple(pieces), deciding, not_read, frozenset(stretch.kind for stretch in stretches))


def decides(ingredient: IngredientRead, answer: LabelAnswer) -> bool:
    """Whether an ingredient is one of those that decide; one that has no name for certain may still have a class."""
    if ingredient.inci is None:
        return "?" in answer.deciding and bool(ingredient.concerns)
    return ingredient.inci in answer.deciding


def _stretches(answer: LabelAnswer) -> list[_Stretch]:
    """The stretches to mark, in order, none overlapping another; where one lies in another, what decides wins."""
    deciding = _joined(one for one in answer.ingredients if decides(one, answer))
    found = [_Stretch(start, end, DECIDES) for start, end in deciding]
    unread = _joined(one for one in answer.ingredients if one.inci is None and not decides(one, answer))
    taken = iter([*deciding, (_FAR, _FAR)])
    first, last = next(taken)
    for start, end in unread:
        while last <= start:
            first, last = next(taken)
        if end <= first:
            found.append(_Stretch(start, end, NOT_READ))
    return sorted(found)


_FAR = 1 << 60


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
