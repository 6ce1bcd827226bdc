"""What a piece of a list adds to the verdict of any label that has it, worked out once for one use."""

from collections.abc import Iterable, Iterator

from needlecare.core.label.pieces import PLAIN, Piece
from needlecare.core.label.reading import Item
from needlecare.core.label.shares import Share, shares_of
from needlecare.core.label.weighing import LEAD, WATER, Scales, Weighed, place


class Weight:
    """What some ingredients in a row add to a label.

    `count`: how many they are; `unknown`: how many of them are not known; `line`, `sure`, `water`: where among them the
    first preservative stands, the first that was not repaired, and water (-1: nowhere). `begins`: it adds the same at
    the beginning of a list; `alone`: and wherever else; `number`: unless a number goes on in it. `ahead` and `behind`:
    what a single ingredient makes of a product on either side of the ~1 % line, None where that depends on more.
    """

    __slots__ = (
        "_alike_from", "_in_place", "_items", "_known", "_scales", "ahead", "alone", "begins", "behind", "count",
        "line", "number", "piece", "special", "sure", "unknown", "water", "weighs",
    )  # fmt: skip

    def __init__(self, items: tuple[Item, ...], scales: Scales, piece: Piece = PLAIN) -> None:
        self._items = items
        self._scales = scales
        self._known: dict[tuple[int, int, int, int], tuple[Share, ...]] = {}
        self._in_place: dict[str, Weight | None] = {}
        self.piece = piece
        self.alone = piece.plain
        self.number = piece.number_ahead
        self.begins = piece.begins
        self.count = len(items)
        self.unknown = sum(item.found.inci is None for item in items)
        lines = [item.found.one_percent and item.kind == "list" for item in items]
        self.line = _first(lines)
        self.sure = _first(line and item.found.how != "spelling" for line, item in zip(lines, items, strict=True))
        self.water = _first(item.found.inci == WATER for item in items)
        self.special = self.unknown or self.number or not self.alone or max(self.line, self.sure, self.water) >= 0
        self._weigh()

    def _weigh(self) -> None:
        """What of its worth can be told without its place."""
        mentions = (mention for item in self._items for mention in item.found.concerns)
        by_place = self._scales.charges.by_place(mentions)
        self._alike_from = max(LEAD, self._scales.charges.last_first) if by_place else 0  # from this rank on
        self.ahead: tuple[Share, ...] | None = None
        self.behind: tuple[Share, ...] | None = None
        if all(self._scales.never_weighs(item.found) for item in self._items):
            self.weighs = False
        elif by_place or self.count > 1:
            self.weighs = True
        else:
            self.ahead, self.behind = self.shares(0, None, None, None), self.shares(0, 0, 0, None)
            self.weighs = bool(self.ahead or self.behind)

    @property
    def adds_nothing(self) -> bool:
        """Whether all it adds is one known name."""
        return (
            self.begins and self.count == 1 and not self.special and not self.weighs
            and not self.piece.number_behind and self.piece.named == (True,)
        )  # fmt: skip

    def in_place(self, where: str) -> "Weight | None":
        """The same for its piece as the `first` of a list, in the `middle`, as the `last`, or in a list of this kind;
        None where that depends on more."""
        if where not in self._in_place:
            items = _items(self.piece, where)
            self._in_place[where] = None if items is None else Weight(items, self._scales)
        return self._in_place[where]

    def shares(self, rank: int, line: int | None, sure: int | None, water: int | None) -> tuple[Share, ...]:
        """What its ingredients make of a product where the first of them has this rank, by the ranks of the first
        preservative, of the first that was not repaired, and of water; those that are fine left out."""
        count = self.count
        where = (
            min(rank, self._alike_from),
            0 if line is None else min(max(line - rank, 0), count),  # how many stand ahead of each
            count if sure is None else min(max(sure - rank, 0), count),
            count if water is None else min(max(water - rank, 0), count),
        )
        found = self._known.get(where)
        if found is None:
            found = self._known[where] = shares_of(self._weighed(*where))
        return found

    def _weighed(self, rank: int, *ahead: int) -> Iterator[Weighed]:
        line, sure, water = (rank + count for count in ahead)
        for at, item in enumerate(self._items):
            yield self._scales.one(item, place(item.found, item.kind, rank + at, line, sure, water))


def _items(piece: Piece, where: str) -> tuple[Item, ...] | None:
    if where in ("first", "middle", "last"):
        found: tuple[Item, ...] | None = getattr(piece, where)
        return found
    return tuple(item._replace(kind=where) for item in piece.middle) if piece.middle is not None else None


def _first(flags: Iterable[bool]) -> int:
    return next((at for at, flag in enumerate(flags) if flag), -1)
