"""A token with wrong letters: repaired as a whole name, or word by word until it comes out whole."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from needlecare.core.label.found import Found
from needlecare.core.label.spelling import SHORTEST_NAMES
from needlecare.knowledge.ingredients.folding import key, words
from needlecare.knowledge.ingredients.model import NEVER_HIDDEN, Ingredient, Mention

if TYPE_CHECKING:
    from needlecare.core.label.naming import Namer

_AS_IT_STANDS = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")  # with neither digits nor signs, it has no variants
_BRACKETED = re.compile(r"[(\[{][^()\[\]{}]*[)\]}]")
_PERCENT = re.compile(r"\d{1,3}(?:[.,]\d+)?\s*%")
_MISTAKEN = (
    (re.compile(r"(?<=\d)\s?[oO]\b"), "0"),
    (re.compile(r"(?<=[\d-])[lI](?=\d)|(?<=\d)[lI]\b"), "1"),
    (re.compile(r"(?<=[a-zA-Z]{2})1(?=[a-zA-Z]|\b)"), "l"),
    (re.compile(r"(?<=[a-zA-Z])0(?=[a-zA-Z])"), "o"),
)
_OPENED = re.compile(r"[(\[{]")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
LONGEST = 120  # letters; a longer token is prose
CONFIDENCE = {1: 0.85, 2: 0.75}
UNSETTLED = 0.4


def respelt(namer: "Namer", text: str, start: int, end: int) -> tuple[Found, ...]:
    """The ingredient that a misspelt token means, or () where nothing is near enough.

    Where several are equally near, the token stays without a name, and has the classes that all of them share.
    """
    said = text[start:end]
    if len(said) > LONGEST:
        return ()
    for variant in (said,) if _AS_IT_STANDS.fullmatch(said) else _variants(said):
        if variant != said and (whole := namer.names.whole(variant, 0, len(variant))) is not None:
            return (whole._replace(start=start, end=end, how="spelling", confidence=CONFIDENCE[1]),)
        found = as_a_whole(namer, variant, start, end) or _word_by_word(namer, variant, start, end)
        if found is not None:
            return (found,)
    return ()


def _variants(said: str) -> Iterable[str]:
    """A text as it may have been meant: with letters and digits that a camera mistakes put right, as it stands, and
    without strengths and brackets."""
    bare = " ".join(_bare(said).split())
    return dict.fromkeys((photographed(bare), said, bare))


def _bare(said: str) -> str:
    """A text without strengths and brackets."""
    if "%" in said:
        said = _PERCENT.sub(" ", said)
    return _BRACKETED.sub(" ", said) if _OPENED.search(said) else said


def photographed(said: str) -> str:
    """A text with the letters and digits that a camera mistakes for each other put right by what stands beside them."""
    if not _DIGIT.search(said):
        return said
    for pattern, right in _MISTAKEN:
        said = pattern.sub(right, said)
    return said


def as_a_whole(namer: "Namer", said: str, start: int, end: int) -> Found | None:
    """What a text is as one misspelt name; without a name of its own where several are as near."""
    folded = key(said)
    repair = namer.spelling.repair(folded)
    if repair is None:
        return None
    rows = [namer.table.rows[row] for row in repair.owners]
    found = namer.names.row(repair.owners[0], start, end, "spelling")
    if len(rows) == 1 and len(folded) >= SHORTEST_NAMES[0] and not repair.mixed:
        near = namer.spelling.near(folded, repair)
        hides = bool(near) and _hides(rows[0], [namer.table.rows[row] for row in near])
        return found.respelt(CONFIDENCE[repair.distance], hides=hides)
    shared = [mention for mention in rows[0].concerns if all(_has(row.concerns, mention) for row in rows)]
    if len(folded) < SHORTEST_NAMES[0] and not shared:
        return None  # so short a name is not repaired, only a concern raised
    return found._replace(
        inci=None, function=None, how=None, confidence=UNSETTLED, concerns=tuple(shared), hides=True, one_percent=False
    )


def _hides(row: Ingredient, near: list[Ingredient]) -> bool:
    """Whether any that are near are in a class that decides, and this one is not."""
    mentions = {mention for other in near for mention in other.concerns} - set(row.concerns)
    return any(mention.concern not in NEVER_HIDDEN for mention in mentions)


def _has(concerns: tuple[Mention, ...], mention: Mention) -> bool:
    return any(other.concern == mention.concern for other in concerns)


def _word_by_word(namer: "Namer", said: str, start: int, end: int) -> Found | None:
    """Every word that no name has, changed for the one that is nearest; the whole must then be a name."""
    known = namer.word_spelling
    changed = False
    letters = list(said)
    for match in reversed(list(_WORD.finditer(said))):
        folded = (key(match[0]),) if match[0].isascii() else words(match[0])
        if len(folded) != 1 or known.owner(folded[0]) is not None:
            continue
        repair = known.repair(folded[0])
        if repair is None or len(repair.owners) != 1:
            return None
        letters[match.start() : match.end()] = known.name(repair.owners[0])
        changed = True
    if not changed:
        return None
    fixed = "".join(letters)
    found = namer.names.whole(fixed, 0, len(fixed))
    if found is None:
        return None
    return found._replace(start=start, end=end, how="spelling", confidence=CONFIDENCE[2])
