"""What print does to names: strengths, brackets, slashes, words that change nothing, several names joined by a word."""

import re
from typing import TYPE_CHECKING

from needlecare.core.label.found import Found, stretches, trimmed
from needlecare.knowledge.ingredients.folding import key, words

if TYPE_CHECKING:
    from needlecare.core.label.naming import Namer

_STRENGTH = re.compile(
    r"(?:[(\[]\s*)?(\d{1,3}(?:[.,]\d{1,4})?)\s*(?:%|percent\b)\s*(?:w ?/ ?[wv]|v ?/ ?v)?\s*[)\]]?", re.IGNORECASE
)
_JOIN = re.compile(
    r"\s?\(\s?(?:and|et|und|&)\s?\)\s?|(?<!\s)\s+(?:(?:and|et|und|y|e|и|та|dan|ve|\+)\s+|&\s*)|&\s*", re.IGNORECASE
)
JOINS = frozenset(("and", "et", "und", "y", "e", "и", "та", "dan", "ve", "+"))  # these words of it, amid blanks
_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
_DESCRIBED = 0.95
_LONGEST_DESCRIPTOR = 4  # words
_SENTENCE = 9  # words; so many are no name


def with_strength(namer: "Namer", text: str, start: int, end: int) -> tuple[Found, ...]:
    """Percentages taken off: each is the strength of the name ahead of it, or else of the name behind."""
    if "%" not in text and "percent" not in text.lower():
        return ()
    said = list(_STRENGTH.finditer(text, start, end))
    if not said or any(match[0][0] in "([" and match[0][-1] not in ")]" for match in said):
        return ()  # none, or one that stands in brackets with a name
    places = [start, *(place for match in said for place in match.span()), end]
    parts = [inside(namer, text, first, last) for first, last in zip(places[::2], places[1::2], strict=True)]
    left = [text[first:last] for first, last in zip(places[::2], places[1::2], strict=True)]
    hides = any(not part and may_be_name(namer, words_left) for part, words_left in zip(parts, left, strict=True))
    found: list[Found] = []
    for at, part in enumerate(parts):  # "zinc oxide 3.8% water": the number belongs to the name ahead of it
        if part and at < len(said):
            found += [*part[:-1], part[-1]._replace(strength=_number(said[at]))]
        elif part and at and not parts[at - 1]:
            found += [part[0]._replace(strength=_number(said[at - 1])), *part[1:]]
        else:
            found += part
    return tuple(one._replace(hides=one.hides or hides) for one in found)


def may_be_name(namer: "Namer", text: str) -> bool:
    """Whether words that were left over could be an ingredient: not where they only describe, or are a sentence."""
    said = words(text)
    return 0 < len(said) < _SENTENCE and not organic(namer, text) and " ".join(said) not in namer.descriptors


def _number(said: re.Match[str]) -> float:
    return float(said[1].replace(",", "."))


def inside(namer: "Namer", text: str, start: int, end: int) -> tuple[Found, ...]:
    """What a stretch of a token settles as, with places in the token."""
    inner = text[start:end]
    first, last = trimmed(inner)
    return tuple(found.moved(start) for found in namer.settled(inner, first, last)) if first < last else ()


def slashed(namer: "Namer", text: str, start: int, end: int, *, partly: bool = False) -> tuple[Found, ...]:
    """One name in several tongues or forms, or several names, with slashes between.

    With `partly` some of them may be unknown: what they are is then left open, unless they are plainly a translation.
    """
    said = text[start:end]
    if "/" not in said:
        return ()
    found: list[Found] = []
    at, parts, hides = start, said.split("/"), False
    for part in parts:
        first, last = trimmed(part)
        if first < last:
            one = namer.names.whole(part, first, last)
            several = (one,) if one else namer.bracketed(part, first, last) or described(namer, part, first, last)
            found += [each.moved(at).known_by("slash") for each in several]
            if not several and words(part)[:1] not in namer.translations and may_be_name(namer, part):
                hides = True
        at += len(part) + 1
    if not found or (hides and not partly):
        return ()
    found = [each._replace(hides=each.hides or hides) for each in found]
    if any(not namer.names.is_bare_plant(each) for each in found):
        found = [each for each in found if not namer.names.is_bare_plant(each)]
    unique = {each.inci: each for each in reversed(found)}
    if len(unique) == 1:
        return (found[0]._replace(start=start, end=end),)
    if len(found) * 2 < len(parts) and not any(each.concerns for each in found):
        return ()
    return tuple(sorted(unique.values(), key=lambda each: each.start))


def described(namer: "Namer", text: str, start: int, end: int) -> tuple[Found, ...]:
    """A name with words that do not change it: "purified water", "organic aloe juice", "... (organic)"."""
    if not _may_be_described(namer, text[start:end]):
        return ()
    places = [(start + match.start(), start + match.end()) for match in _WORD.finditer(text[start:end])]
    said = [" ".join(words(text[first:last])) for first, last in places]
    first, last = 0, len(said)
    while last - first > 1:
        ahead, behind = _described_ahead(namer, said, first, last), _described_behind(namer, said, first, last)
        if not ahead and not behind:
            return ()
        first += ahead
        last -= behind if not ahead else 0
        whole = namer.names.whole(text, places[first][0], places[last - 1][1]) if first < last else None
        if whole is not None:
            return (whole._replace(start=start, end=end, how="synonym", confidence=_DESCRIBED),)
    return ()


def _may_be_described(namer: "Namer", text: str) -> bool:
    """Whether the first of several words begins a descriptor, or the last one ends one: of most names neither does."""
    said = text.split()
    if not (said and said[0].isalnum() and said[-1].isalnum()):
        said = _WORD.findall(text)
    if len(said) < 2:
        return False
    begins, ends = namer.descriptor_ends
    return _folded(said[0]) in begins or _folded(said[-1]) in ends


def _folded(word: str) -> str:
    return key(word) if word.isalnum() else " ".join(words(word))


def _described_ahead(namer: "Namer", said: list[str], first: int, last: int) -> int:
    longest = min(_LONGEST_DESCRIPTOR, last - first - 1)
    return next((n for n in range(longest, 0, -1) if " ".join(said[first : first + n]) in namer.descriptors), 0)


def _described_behind(namer: "Namer", said: list[str], first: int, last: int) -> int:
    longest = min(_LONGEST_DESCRIPTOR, last - first - 1)
    return next((n for n in range(longest, 0, -1) if " ".join(said[last - n : last]) in namer.descriptors), 0)


def joined(namer: "Namer", text: str, start: int, end: int) -> tuple[Found, ...]:
    """Several names with a joining word or sign between, all of them known."""
    said = text[start:end]
    if "&" not in said and "(" not in said and JOINS.isdisjoint(said.lower().split()):
        return ()
    parts = stretches(text, start, end, _JOIN)
    if len(parts) < 2:
        return ()
    found: list[Found] = []
    for first, last in parts:
        several = namer.settled(text[first:last], 0, last - first)
        if not several:
            return ()
        found += [each.moved(first).known_by("split") for each in several]
    return tuple(found)


def without_codes(namer: "Namer", text: str, start: int, end: int) -> tuple[Found, ...]:
    """A name with a number in front ("3. Glycerin") or a CAS number behind."""
    if not _DIGIT.search(text, start, end):
        return ()
    number = _NUMBERING.match(text[start:end])
    first = start + number.end() if number else start
    cas = _CAS.search(text, first, end)
    last = cas.start() if cas else end
    return inside(namer, text, first, last) if (first, last) != (start, end) else ()


_DIGIT = re.compile(r"\d")
_NUMBERING = re.compile(r"^\s*\d{1,2}[.)]\s+(?=[A-Za-z])")
_CAS = re.compile(r"[(\[]?\b(?:CAS:?\s*(?:no\.?:?\s*)?)?\d{2,7}-\d{2}-\d\b[)\]]?", re.IGNORECASE)


def folded_phrases(phrases: tuple[str, ...]) -> frozenset[str]:
    """Phrases as words with single spaces, so that they can be compared with the words of a name."""
    return frozenset(" ".join(words(phrase)) for phrase in phrases)


def ends_of(phrases: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words that folded phrases begin with, one or more of each, and those that they end with."""
    parted = [phrase.split(" ") for phrase in phrases]
    begins = (" ".join(said[:count]) for said in parted for count in range(1, len(said) + 1))
    return frozenset(begins), frozenset(" ".join(said[at:]) for said in parted for at in range(len(said)))


def organic(namer: "Namer", text: str) -> bool:
    """Whether a text says only how something was grown or made."""
    return key(text) in namer.organic
