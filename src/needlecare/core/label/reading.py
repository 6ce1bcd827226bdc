"""A label → its ingredients in order, each with its place in the text. Context is settled here, names in naming.py."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from needlecare.core.label.found import Found
from needlecare.core.label.naming import Namer
from needlecare.core.label.sections import Section, sections_of
from needlecare.core.label.splitting import Stretch, pieces
from needlecare.knowledge.ingredients.folding import key, plain
from needlecare.knowledge.ingredients.model import Ingredients


class Item(NamedTuple):
    """One ingredient with its place in the whole text, the part of a kit, and whether it stands in may-contain."""

    found: Found
    part: int
    kind: str


class Reading(NamedTuple):
    """The ingredients of a label, the names of its parts, and whether it is a list of ingredients at all."""

    items: tuple[Item, ...]
    parts: tuple[str, ...]
    is_list: bool


_LONGEST_TAIL = 300  # characters of prose in which a name is looked for at the end
_LEAST_AHEAD = 3  # names ahead of the first heading that are a list without one
LEAD_WINDOW = 4  # names in a row that make a list begin
_LEAST_KNOWN = 0.3
LONGEST_ALONE = 150  # characters; a section may be one long name
_SENTENCE = re.compile(r"[.!:]\s+|\n|(?<=[a-z])\.(?=[A-Z])|:\s*|\s{2,}")
_CAPITAL = re.compile(r"(?<=\s)[A-Z]")
_ENDED = re.compile(r"[.:\n]\s*$")
_PROSE_WORDS = 9
_MOSTLY = 0.6  # of the characters of a piece
_LONGEST_UNREAD = 15  # characters beside a name; more is a sentence about it
_LONGEST_NAME = 64  # of a product in a kit
LONGEST = 50_000  # characters; what is behind them is not read, and left open
_PART_NAME = re.compile(r"(?:^|[.\n;]\s*)([A-Z][^,.:;\n]{2,60}):\s*$")


class Reader:
    """Reads labels against one table of ingredients; keeps what it has resolved."""

    def __init__(self, table: Ingredients) -> None:
        self.table = table
        self.namer = Namer(table)
        self._not_a_list = re.compile("|".join(re.escape(phrase) for phrase in table.words.not_a_list) or "(?!)")

    def read(self, text: str) -> Reading:
        """The reading of any text at all; a text that is no list has `is_list` False."""
        folded = plain(text[:LONGEST])
        sections = sections_of(folded, self.table.words)
        items: list[Item] = []
        names = list(sections.names)
        shift = 0
        for section in sections.stretches:
            whole = Stretch(section.start, section.end)
            alone = section.end - section.start < LONGEST_ALONE and self.is_one_name(folded, whole)
            cut = [whole] if alone else pieces(folded, section.start, section.end)
            stretches = self._listed(folded, section, cut)
            if not items and not sections.headed and stretches:
                stretches = self._without_lead(folded, stretches)
                names[section.part] = names[section.part] or self._name_ahead(folded, stretches[0].start)
            shift = self._take(folded, section, stretches, items, names, shift)
        if len(text) > LONGEST:
            rest = Found(LONGEST, len(text), None, None, None, 0.0, (), hides=True)
            items.append(Item(rest, items[-1].part if items else 0, "list"))
        known = sum(item.found.inci is not None for item in items)
        is_list = known > 0 and known >= _LEAST_KNOWN * len(items)
        if is_list and known < 3 and self._not_a_list.search(folded.lower()):
            is_list = False
        return Reading(tuple(items), tuple(names), is_list)

    def _listed(self, text: str, section: Section, stretches: list[Stretch]) -> list[Stretch]:
        """The pieces of a section that belong to a list: of what is mostly no list, those that are known names."""
        if section.kind in ("ahead", "notice"):
            known = [
                stretch for stretch in stretches if self.known(text, stretch) and not self._says_what(text, stretch)
            ]
            return known if section.kind == "notice" or len(known) >= _LEAST_AHEAD else []
        return self._without_tail(text, stretches)

    def _take(
        self, text: str, section: Section, stretches: list[Stretch], items: list[Item], names: list[str], shift: int
    ) -> int:
        """Adds the ingredients of a section; a list that begins anew within it is a further part."""
        kind = section.kind
        part, count, token = section.part + shift, 0, self.namer.token
        for stretch in stretches:
            start, end = stretch
            for at, one in enumerate(token(text[start:end])):
                if one.start and kind == "list" and count >= LEAD_WINDOW and self._begins_anew(text, stretch, at, one):
                    part += 1
                    names.insert(part, self._name_ahead(text, start + one.start))
                    count = 0
                items.append(Item(one.moved(start), part, kind))
                count += 1
        return part - section.part

    def _begins_anew(self, text: str, stretch: Stretch, at: int, found: Found) -> bool:
        """Water, printed anew behind a full stop or a product's name: the next product of a kit."""
        if found.inci != "Aqua":
            return False
        before = text[stretch.start : stretch.start + found.start]
        return bool(_ENDED.search(before)) and (at > 0 or ":" in before)

    def _name_ahead(self, text: str, at: int) -> str:
        """The name of a product that stands ahead of its list, with a colon."""
        match = _PART_NAME.search(text[max(0, at - 2 * _LONGEST_NAME) : at])
        return " ".join(match[1].split()) if match else ""

    def _without_lead(self, text: str, stretches: list[Stretch]) -> list[Stretch]:
        """Marketing ahead of the list left out: the list begins where names follow one another, perhaps behind the end
        of a sentence in the piece before. In doubt it begins early: what is left out is not judged."""
        if self.begins(text, stretches[0]):
            return stretches
        at = first_listed([self.names_in(text, stretch) for stretch in stretches])
        if at is None:
            return stretches
        tail = self.tail_name(text, stretches[at - 1] if at else stretches[0])
        first = [] if at == 0 and tail else [self._from_name(text, stretches[at])]
        kept = [*([tail] if tail else []), *first, *stretches[at + 1 :]]
        return kept if ends_prose(text[stretches[0].start : kept[0].start]) else stretches

    def begins(self, text: str, first: Stretch) -> bool:
        """Whether a list begins with its first piece, and not with marketing."""
        return begins_a_list(text[first.start : first.end], self.token(text, first))

    def names_in(self, text: str, stretch: Stretch) -> bool:
        """Whether a piece is short and holds a name, and no words besides."""
        found = self.token(text, stretch)
        return is_short(text[stretch.start : stretch.end], found) and any(one.inci is not None for one in found)

    def _from_name(self, text: str, stretch: Stretch) -> Stretch:
        """A piece without the end of a sentence ahead of its name."""
        found = self.token(text, stretch)
        praised = bool(found) and found[0].inci is None
        return (self.tail_name(text, stretch) if praised else None) or stretch

    def tail_name(self, text: str, stretch: Stretch) -> Stretch | None:
        """The longest known name at the end of a piece, from the end of a sentence or else from a capital letter."""
        first = max(stretch.start, stretch.end - _LONGEST_TAIL)
        starts = [match.end() for match in _SENTENCE.finditer(text, first, stretch.end)]
        starts += [match.start() for match in _CAPITAL.finditer(text, first, stretch.end)]
        ends = (Stretch(start, stretch.end) for start in starts if start < stretch.end)
        return next((end for end in ends if self.known(text, end)), None)

    def _without_tail(self, text: str, stretches: list[Stretch]) -> list[Stretch]:
        """Prose behind the list left out: pieces at the end that are long and not known."""
        kept = list(stretches)
        while (
            len(kept) > 1
            and is_prose(text[kept[-1].start : kept[-1].end])
            and not self.known(text, kept[-1])
            and not any(found.inci for found in self.token(text, kept[-1]))
        ):
            kept.pop()
        return kept

    def is_one_name(self, text: str, stretch: Stretch) -> bool:
        """Whether all of a stretch is but one name, whatever signs are in it."""
        return self.namer.names.whole(text, stretch.start, stretch.end) is not None

    def _says_what(self, text: str, stretch: Stretch) -> bool:
        """Whether a piece is but a word of its kind: "naturally present in essential oils"."""
        found = self.token(text, stretch)
        return all(one.inci in self.namer.label_words for one in found)

    def token(self, text: str, stretch: Stretch) -> tuple[Found, ...]:
        """The ingredients of a piece, with places in it."""
        return self.namer.token(text[stretch.start : stretch.end])

    def known(self, text: str, stretch: Stretch) -> bool:
        """Whether a piece is nothing but names, as they stand."""
        found = self.token(text, stretch)
        return bool(found) and all(one.inci is not None and one.how != "split" for one in found)


def first_listed(named: Sequence[bool]) -> int | None:
    """The first of some pieces with which a list begins, by whether each is a short name; None where none does."""
    for at, is_named in enumerate(named):
        window = named[at : at + LEAD_WINDOW]
        if is_named and sum(window) >= min(len(window), LEAD_WINDOW - 1):
            return at
    return None


def is_prose(said: str) -> bool:
    """Whether a piece is as long as a sentence."""
    return len(said) > 2 * _PROSE_WORDS - 2 and len(said.split()) >= _PROSE_WORDS


def is_short(said: str, found: Sequence[Found]) -> bool:
    """Whether a piece is as short as a name, and has no words besides those that were found in it."""
    wordy = [one for one in found if one.inci is None and one.end - one.start > _LONGEST_UNREAD]
    return not wordy and not is_prose(said)


def begins_a_list(said: str, found: Sequence[Found]) -> bool:
    """Whether a first piece, with what was found in it, is one of a list, and not marketing."""
    return _all_named(said, found) or not _looks_like_prose(said)


def _all_named(said: str, found: Sequence[Found]) -> bool:
    """Whether a piece is made of names and little else, be the commas between them missing."""
    covered = sum([one.end - one.start for one in found])
    return covered >= _MOSTLY * len(said) and not [one for one in found if one.inci is None]


def ends_prose(ahead: str) -> bool:
    """Whether what stands ahead of a list has an end or the mark of a bullet; otherwise it may be a name not read."""
    return not ahead or _SENTENCE.search(ahead) is not None or ahead.lstrip()[:1] in "-•*"


def _looks_like_prose(first: str) -> bool:
    return len(first.split()) > 5 or first.lstrip()[:1] in "-•*" or ":" in first or not key(first)
