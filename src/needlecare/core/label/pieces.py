"""What stands between two commas of a list, read once for wherever it stands again.

In a list with commas enough nothing else cuts it, so most pieces read the same in any. A piece with words that steer
the reading around it (may contain, a notice) or with a sentence in it is read by the reader itself amid plain names;
where those then come out otherwise than they went in, it cannot be read alone.
"""

import re
from collections.abc import Sequence
from itertools import compress
from operator import not_
from typing import NamedTuple

from needlecare.core.label.found import Found
from needlecare.core.label.marks import ahead_of_commas, first_words
from needlecare.core.label.reading import Item, Reader, Reading, begins_a_list, is_prose, is_short
from needlecare.core.label.sections import has_mark, sections_of
from needlecare.core.label.splitting import is_open, pieces_of_a_part
from needlecare.core.label.weighing import WATER
from needlecare.knowledge.ingredients.folding import plain

ENOUGH = 3  # commas; from so many on, lines, dashes and full stops cut no list
_AROUND = 5  # plain names ahead of what is read in context, and behind it
_LONGEST_OPEN = 400  # characters
_PLAIN_SIGNS = re.compile(r" *(?:[A-Za-z0-9](?:[A-Za-z0-9 /.'%*-]|\([A-Za-z0-9 /.'%-]*\))*)?")
_WORD = re.compile(r"[a-z0-9]+")
_TAG_BEGINS = re.compile(r"<[/!A-Za-z]")
_LOCANT = re.compile(r"\s*\d{1,2}")
_NUMBER_AHEAD = re.compile(r",?\s*\d")
_NUMBER_BEHIND = re.compile(r"\d\s*$")
_PLAIN_NAME = re.compile(r"[A-Z][a-z]{4,}(?: [A-Z][a-z]{4,})?")


class Piece(NamedTuple):
    """A piece as it reads ahead of others, as the last of a list, and, without marketing, as the first: its
    ingredients, or None where that depends on what stands around it.

    `after`: the kind of what follows. `plain`: it reads the same in any list, and is of the kind that the list has
    there. `marked`: words in it steer the reading. `prose`: it is a sentence without a name. `praised`: words that are
    no name stand at its beginning. `begins`: nothing at its beginning can be marketing. `named`: of each of its
    stretches, whether it is a short name.
    """

    middle: tuple[Item, ...] | None
    last: tuple[Item, ...] | None
    first: tuple[Item, ...] | None = None
    after: str = "list"
    plain: bool = True
    marked: bool = False
    prose: bool = False
    praised: bool = False
    begins: bool = False
    named: tuple[bool, ...] = ()
    number_ahead: bool = False
    number_behind: bool = False


PLAIN = Piece((), ())
DEPENDS = Piece(None, None, plain=False, marked=True)
OPEN = Piece(None, None, plain=False)  # the comma behind it is part of a name


class Pieces:
    """Reads pieces with one reader."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._first_words = first_words(reader.table.words)
        self._ahead_of_commas = ahead_of_commas(reader.table.words)
        self._names: tuple[str, ...] | None = None

    def read(self, said: str) -> Piece:
        """How a piece reads. `OPEN`: only with the next one; `DEPENDS`: only with the whole list."""
        if _PLAIN_SIGNS.fullmatch(said):  # most are; nothing cuts such a piece or opens in it
            low, names = said.lower(), [bare] if (bare := said.strip()) else []
            marked = not self._first_words.isdisjoint(_WORD.findall(low)) and self._has_mark(f",{said}")
            text, opens = said, False
        else:
            text = f",{plain(said)}"
            if _TAG_BEGINS.search(text) or "\n" in text:
                return DEPENDS  # a tag may go on behind the comma, lines may cut the list
            low, opens = text.lower(), is_open(text)
            names = [text[start:end] for start, end in pieces_of_a_part(text, 1, len(text))]
            marked = self._has_mark(text)
        if opens or _LOCANT.fullmatch(said) or low.rstrip().endswith(self._ahead_of_commas):
            return OPEN if len(said) < _LONGEST_OPEN else DEPENDS
        piece = self._of_names(text, names, marked=marked)
        water = [item for item in piece.middle or () if item.found.inci == WATER and item.found.start]
        return self._in_context(said, piece) if marked or piece.prose or water else piece

    def _has_mark(self, text: str) -> bool:
        return has_mark(text, self._reader.table.words)

    def _of_names(self, text: str, names: list[str], *, marked: bool) -> Piece:
        """A text by the names between its separators, as they read amid others."""
        found = [*map(self._reader.namer.token, names)]
        number, number_behind = _NUMBER_AHEAD.match(text) is not None, _NUMBER_BEHIND.search(text) is not None
        items = tuple([Item(one, 0, "list") for each in found for one in each])
        if not marked and not number and len(names) == 1 and _is_one_name(names[0], found[0]):
            return Piece(items, items, begins=True, named=(True,), number_behind=number_behind)
        known = [_names(each) for each in found]
        return Piece(
            middle=items, last=items, marked=marked,
            prose=not all(known) and any(map(is_prose, compress(names, map(not_, known)))),
            praised=bool(items) and items[0].found.inci is None,
            begins=not marked and not number and bool(names) and begins_a_list(names[0], found[0]),
            named=tuple([one and is_short(name, each) for one, name, each in zip(known, names, found, strict=True)]),
            number_ahead=number, number_behind=number_behind,
        )  # fmt: skip

    def tail(self, said: str) -> tuple[int, tuple[Item, ...]]:
        """Where in a piece a name at its end begins, and that name, where what stands ahead of it is marketing."""
        text = f",{plain(said)}"
        end = self._reader.tail_name(text, pieces_of_a_part(text, 1, len(text))[-1])
        return (end.start - 1, tuple(Item(one, 0, "list") for one in self._reader.token(text, end))) if end else (0, ())

    def _in_context(self, said: str, piece: Piece) -> Piece:
        """The piece as the reader reads it ahead of plain names, behind them, and amid them."""
        names = self._plain_names()
        if names is None:
            return DEPENDS
        ahead, behind = names[:_AROUND], names[_AROUND:]
        amid = self._reader.read(",".join((*ahead, said, *behind)))
        last = self._reader.read(",".join((*ahead, said)))
        first = None
        if piece.begins or sections_of(plain(said), self._reader.table.words).headed:
            first = self._reader.read(",".join((said, *behind)))
        after = {item.kind for reading in (amid, first) if reading for item in reading.items[-1:]}
        if len(after) != 1:
            after = {"list"}
            first = None
        return piece._replace(
            plain=False, middle=_added(amid, ahead, behind), last=_added(last, ahead, ()),
            first=_added(first, (), behind) if first else None, after=after.pop(),
        )  # fmt: skip

    def _plain_names(self) -> tuple[str, ...] | None:
        """Names of the table that read as themselves and mean nothing; None where it has not enough of them."""
        if self._names is None:
            rows = (row.inci for row in self._reader.table.rows if not row.concerns and _PLAIN_NAME.fullmatch(row.inci))
            found: list[str] = []
            for name in rows:
                read = self._reader.namer.token(name)
                if len(read) == 1 and read[0].how == "exact" and not read[0].one_percent and name != WATER:
                    found.append(name)
                    if len(found) == 2 * _AROUND:
                        break
            self._names = tuple(found)
        return self._names if len(self._names) == 2 * _AROUND else None


def _is_one_name(said: str, found: Sequence[Found]) -> bool:
    """Whether a short piece is one known name from end to end."""
    return (
        len(found) == 1 and found[0].inci is not None and found[0].end - found[0].start == len(said)
        and not is_prose(said)
    )  # fmt: skip


def _names(found: Sequence[Found]) -> bool:
    return bool([one for one in found if one.inci is not None])


def _added(reading: Reading, ahead: Sequence[str], behind: Sequence[str]) -> tuple[Item, ...] | None:
    """What a reading holds between these names; None where it is more than one list, or they are not what they were."""
    items = reading.items
    before, after = items[: len(ahead)], items[len(items) - len(behind) :]
    if len(reading.parts) != 1 or len(items) < len(ahead) + len(behind):
        return None
    if [(one.found.inci, one.kind) for one in before] != [(name, "list") for name in ahead]:
        return None
    if [one.found.inci for one in after] != list(behind) or len({one.kind for one in after}) > 1:
        return None
    return items[len(ahead) : len(items) - len(behind)]
