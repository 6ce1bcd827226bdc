"""Words on a label that steer its reading: headings, may-contain, steps, notices, "free from". Found word by word."""

import re
from bisect import bisect_left
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from needlecare.knowledge.ingredients.folding import plain
from needlecare.knowledge.ingredients.model import Words

_LOOK_BACK = 12  # characters
_FIRST_UNSPACED = "\u0e00"  # from Thai on, scripts put no spaces between words, or put endings on them


class Mark(NamedTuple):
    """A steering phrase in a text, with what belongs to it (colon, number), and what it means."""

    start: int
    end: int
    kind: str


Phrases = tuple[tuple[str, str], ...]
_WORD = re.compile(r"[^\W_]+")
_COLON = re.compile(r"\s*(?:\(\s*(?:inci|iln)\s*\)\s*)?(?:[:\])>]|\n|\.(?=\s)|-(?=\s)|=)+\s*", re.IGNORECASE)
_ENDS = re.compile(r"\s*[:.!\n]")
_MAY_TAIL = re.compile(r"[\s)\]]*(?:[(\[]?\+\s?/\s?-[)\]]?)?\s*[:.]*")
_PLUS_MINUS = re.compile(r"[(\[]*\s?(?:\+\s?/\s?-|±|\+\s?-(?=[\s)\]]))\s?[)\]]*\s*:?")
_STEP_TAIL = re.compile(r"\s*(?:[:.)-]\s*[^,:.]{0,40}:|[:.)-])?")


def marks_of(text: str, said: Words) -> list[Mark]:
    """The marks of a folded text in order, none inside another; longer phrases go before shorter ones."""
    found: list[Mark] = []
    index = _index(said)
    low = text.lower()
    if len(low) != len(text):  # a few capitals have longer small letters
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    at = 0
    for start, phrases in _beginnings(low, index):
        if start < at:
            continue
        for phrase, kind in phrases:
            mark = _mark(text, low, start, phrase, kind, said)
            if mark is not None:
                found.append(mark)
                at = mark.end
                break
    if "+" in text or "±" in text:
        found = _with_signs(text, found)
    return found


def _beginnings(low: str, index: dict[str, Phrases]) -> list[tuple[int, Phrases]]:
    """Where words stand that begin phrases; few of a label's words do, so each is looked up once."""
    found: list[tuple[int, Phrases]] = []
    said = set(_WORD.findall(low))
    for word in index.keys() & said if low.isascii() else said:
        phrases = index.get(word) or (index.get(word[0]) if not word.isascii() else None)
        start = low.find(word) if phrases else -1
        while phrases and start >= 0:
            end = start + len(word)
            if not (low[start - 1 : start].isalnum() or low[end : end + 1].isalnum()):
                found.append((start, phrases))
            start = low.find(word, end)
    return sorted(found)


@lru_cache(maxsize=4)
def _index(said: Words) -> dict[str, Phrases]:
    """The phrases by their first word (of scripts without spaces: by the first letter), longest first."""
    phrases: dict[str, list[tuple[str, str]]] = defaultdict(list)
    kinds = {
        "inactive": said.inactive, "active": said.active, "heading": said.headings, "may": said.may_contain,
        "step": said.kit_step, "free": said.free_from, "notice": said.notice, "contains": said.contains,
        "blurb": said.blurb,
    }  # fmt: skip
    for kind, listed in kinds.items():
        for phrase in listed:
            folded = plain(phrase.lower()).strip()
            first = _WORD.match(folded)
            if first is not None:
                phrases[first[0]].append((folded, kind))
                if not first[0].isascii():
                    phrases[first[0][0]].append((folded, kind))
    return {
        first: tuple(sorted(dict.fromkeys(entries), key=lambda entry: -len(entry[0])))
        for first, entries in phrases.items()
    }


def first_words(said: Words) -> frozenset[str]:
    """The words that marks begin with; a text of plain signs that has none of them has no mark."""
    return frozenset(_index(said))


def ahead_of_commas(said: Words) -> tuple[str, ...]:
    """The words that phrases with a comma of their own have ahead of it: what ends with them goes on behind it."""
    phrases = {phrase for entries in _index(said).values() for phrase, _ in entries}
    return tuple(sorted({phrase[:at] for phrase in phrases for at, char in enumerate(phrase) if char == ","}))


def _mark(text: str, low: str, start: int, phrase: str, kind: str, said: Words) -> Mark | None:
    if not low.startswith(phrase, start):
        return None
    end = start + len(phrase)
    spaced = phrase[-1] < _FIRST_UNSPACED and phrase[-1].isalnum()
    if spaced and end < len(low) and (low[end].isalnum() or low[end] == "_"):
        return None
    colon = _COLON.match(text, end)
    if kind in ("heading", "blurb"):
        opens = start < _LOOK_BACK and not text[:start].strip(" \n.,;:-*()[]•")
        return Mark(start, colon.end() if colon else end, kind) if colon or (opens and kind == "heading") else None
    if kind in ("active", "inactive"):
        return Mark(start, colon.end() if colon else end, kind) if colon or " " in phrase else None
    if kind == "contains":
        return Mark(start, colon.end(), kind) if colon and _begins(text, start) else None
    if kind == "may":
        tail = _MAY_TAIL.match(text, end)
        return Mark(start, tail.end() if tail else end, kind)
    if kind == "step":
        return _step(text, low, start, end, said)
    if not _begins(text, start) or (
        kind == "notice" and phrase.isascii() and " " not in phrase and not _ENDS.match(text, end)
    ):
        return None
    return Mark(start, end, kind)


def _step(text: str, low: str, start: int, end: int, said: Words) -> Mark | None:
    number = _numbers(said.number_words).match(low, end)
    if number is None or not _begins(text, start):
        return None
    tail = _STEP_TAIL.match(text, number.end())
    return Mark(start, tail.end() if tail else number.end(), "step")


@lru_cache(maxsize=4)
def _numbers(spelt: tuple[str, ...]) -> re.Pattern[str]:
    any_word = "|".join(sorted(map(re.escape, spelt), key=len, reverse=True)) or "(?!)"
    return re.compile(rf"\s*#?\s*(?:\d{{1,2}}|{any_word})(?!\w)(?!\s?(?:ml|g|oz|%|,\d))")


def _begins(text: str, at: int) -> bool:
    """Whether a sentence or an item begins here."""
    before = text[max(0, at - _LOOK_BACK) : at].rstrip(" *\"'([-")
    return not before or before[-1] in ".,;:\n•!|)]>%。" or text[at - 1] in "*\n"


def _with_signs(text: str, found: list[Mark]) -> list[Mark]:
    signs = [Mark(match.start(), match.end(), "may") for match in _PLUS_MINUS.finditer(text)]
    merged: list[Mark] = []
    for mark in sorted((*found, *signs)):
        if not merged or mark.start >= merged[-1].end:
            merged.append(mark)
    return merged


def sentence_end(text: str, at: int) -> int:
    """Where the sentence that begins here ends."""
    found = _SENTENCE_END.search(text, at)
    return found.end() if found else len(text)


_SENTENCE_END = re.compile(r"[.。!](?=\s|$)|\n")


def first_of(kinds: tuple[str, ...], marks: list[Mark], at: int) -> Mark | None:
    """The first mark of some kinds from a place on."""
    after = bisect_left(marks, at, key=lambda mark: mark.start)
    return next((mark for mark in marks[after:] if mark.kind in kinds), None)
