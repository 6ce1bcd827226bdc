"""What stands between two commas of a list, read once for wherever it stands again.

In a list with commas enough nothing else cuts it, so most pieces read the same in any. A piece with words that steer
the reading around it (may contain, a notice) or with a sentence in it is read by the reader itself amid plain names;
where those then come out otherwise than they went in, it cannot be read alone.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from needlecare.core.label.found import Found
from needlecare.core.label.marks import goes_on_behind_a_comma
from needlecare.core.label.reading import Item, Reader, Reading, is_prose
from needlecare.core.label.sections import has_mark, sections_of
from needlecare.core.label.splitting import is_open, pieces_of_a_part
from needlecare.core.label.weighing import WATER
from needlecare.knowledge.ingredients.folding import plain

ENOUGH = 3  # commas; from so many on, lines, dashes and full stops cut no list
_AROUND = 5  # plain names ahead of what is read in context, and behind it
_LONGEST_OPEN = 400  # characters
_TAG_BEGINS = re.compile(r"<[/!A-Za-z]")
_LOCANT = re.compile(r"\s*\d{1,2}")
_NUMBER_AHEAD = re.compile(r",\s*\d")
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
        self._names: tuple[str, ...] | None = None

    def read(self, said: str) -> Piece:
        """How a piece reads. `OPEN`: only with the next one; `DEPENDS`: only with the whole list."""
        text = f",{plain(said)}"
        if _TAG_BEGINS.search(text) or "\n" in text:
            return DEPENDS  # a tag may go on behind the comma, lines may cut the list
        words = self._reader.table.words
        if is_open(text) or _LOCANT.fullmatch(said) or goes_on_behind_a_comma(text, words):
            return OPEN if len(said) < _LONGEST_OPEN else DEPENDS
        stretches = pieces_of_a_part(text, 1, len(text))
        found = [self._reader.token(text, stretch) for stretch in stretches]
        marked = has_mark(text, words)
        prose = any(
            not _names(each) and is_prose(text, stretch) for stretch, each in zip(stretches, found, strict=True)
        )
        ahead = bool(_NUMBER_AHEAD.match(text))
        items = tuple(Item(one, 0, "list") for each in found for one in each)
        piece = Piece(
            middle=items, last=items, marked=marked, prose=prose, praised=bool(items) and items[0].found.inci is None,
            begins=not marked and not ahead and bool(stretches) and self._reader.begins(text, stretches[0]),
            named=tuple(self._reader.names_in(text, stretch) for stretch in stretches),
            number_ahead=ahead, number_behind=bool(_NUMBER_BEHIND.search(text)),
        )  # fmt: skip
        if marked or prose or any(item.found.inci == WATER and item.found.start for item in items):
            return self._in_context(said, piece)
        return piece

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


def _names(found: Sequence[Found]) -> bool:
    return any(one.inci is not None for one in found)


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
