"""Repair of misspelt names: digits equal, a single winner, never a choice between known look-alikes.

A repair may raise a concern as probable; it never settles that a name is harmless where one of a concern class is near.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from needlecare.knowledge.ingredients.folding import key

SHORTEST_NAMES = (8, 14)  # letters from which on one may be wrong, and two: below, a letter makes another name
SHORTEST_WORDS = (6, 10)  # the same for a word of a name, which must then come out whole
SHORTEST_RAISED = 6  # letters from which on one wrong letter may raise a concern, though not settle a name
_DIGITS = re.compile(r"\d+")


class Repair(NamedTuple):
    """The owners that a misspelt name may have (one where it is settled), how many letters are wrong, and others whose
    main name is nearly as close. `mixed`: it stands between two names that are known to be mistaken for each other."""

    owners: tuple[int, ...]
    distance: int
    near: tuple[int, ...]
    mixed: bool


class Spelling:
    """Names and their owners, indexed by pieces: of k + 1 pieces of a name with k wrong letters, one is whole."""

    def __init__(
        self,
        names: dict[str, int],
        shortest: tuple[int, int],
        look_alikes: tuple[tuple[str, str], ...] = (),
        main_names: dict[str, int] | None = None,
    ) -> None:
        from rapidfuzz import process  # loaded when a name is first not known as it stands
        from rapidfuzz.distance import OSA

        self._distance, self._extract = OSA.distance, process.extract
        self._names = names
        self._main = names if main_names is None else main_names
        self._first = {owner: name for name, owner in reversed(names.items())}
        self._shortest = shortest
        self._look_alikes = [(key(one), key(other)) for one, other in look_alikes]
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for name in names:
            self._by_length[len(name)].append(name)
        self._pieces: dict[int, list[tuple[dict[str, list[str]], int, int]]] = {}

    def allowed(self, length: int) -> int:
        """How many letters may be wrong in a folded name of this length."""
        one, two = self._shortest
        return 0 if length < one else 1 if length < two else 2

    def owner(self, name: str) -> int | None:
        """Whose name this is as it stands."""
        return self._names.get(name)

    def name(self, owner: int) -> str:
        """The first name of an owner."""
        return self._first[owner]

    def repair(self, name: str) -> Repair | None:
        """Whose name a folded name may be meant to be; None where nothing is close enough."""
        most = self.allowed(len(name)) or int(len(name) >= SHORTEST_RAISED)
        if not most:
            return None
        found = list(self._close(name, most + 1))
        best = min((distance for _, distance in found), default=most + 1)
        if best > most:
            return None
        winners = {self._names[other] for other, distance in found if distance == best}
        near = {self._names[other] for other, _ in found if other in self._main} - winners
        mixed = any(self._mixes(name, other, best) for other, distance in found if distance == best)
        if mixed:
            winners |= near
        return Repair(tuple(sorted(winners)), best, tuple(sorted(near)), mixed)

    def _close(self, name: str, most: int) -> Iterator[tuple[str, int]]:
        digits = _DIGITS.findall(name)
        tried: set[str] = set()
        for longer in range(-most, most + 1):
            shifts = _shifts(longer, most)
            for others_with, start, stop in self._pieces_of(len(name) + longer):
                for shift in shifts:
                    piece = name[start + shift : stop + shift]
                    if piece in others_with and start + shift >= 0:
                        tried.update(others_with[piece])
        for other, distance, _ in self._extract(name, tried, scorer=self._distance, score_cutoff=most, limit=None):
            if distance and _DIGITS.findall(other) == digits:
                yield other, distance

    def _pieces_of(self, length: int) -> list[tuple[dict[str, list[str]], int, int]]:
        """The names of a length by each of their pieces, and where those stand, worked out when first needed."""
        found = self._pieces.get(length)
        if found is None:
            found = self._pieces[length] = []
            names = self._by_length.get(length, ())
            for start, stop in self._cuts_of(length) if names else ():
                by_piece: dict[str, list[str]] = defaultdict(list)
                for name in names:
                    by_piece[name[start:stop]].append(name)
                found.append((by_piece, start, stop))
        return found

    def _cuts_of(self, length: int) -> tuple[tuple[int, int], ...]:
        wrong = max(self.allowed(length + 1), int(length >= SHORTEST_RAISED - 1))
        return _cuts(length, wrong + 1) if wrong else ()

    def _mixes(self, name: str, winner: str, most: int) -> bool:
        """Whether the repair would choose between two names that are known to be mistaken for each other."""
        for pair in self._look_alikes:
            for one, other in (pair, pair[::-1]):
                if one in winner and self._distance(name, winner.replace(one, other)) <= most:
                    return True
        return False


@lru_cache(maxsize=512)
def _cuts(length: int, pieces: int) -> tuple[tuple[int, int], ...]:
    """Places of the pieces of a name, one letter left out between two, so that swapped letters spoil one piece only."""
    size = (length + 1) / pieces
    return tuple((int(at * size), int((at + 1) * size) - 1) for at in range(pieces))


@lru_cache(maxsize=64)
def _shifts(longer: int, most: int) -> tuple[int, ...]:
    """How far on a piece may stand in a name with so many wrong letters, when the right name is longer by so many: each
    letter too many or too few ahead of the piece and behind it is one wrong."""
    return tuple(shift for shift in range(-most, most + 1) if abs(shift) + abs(shift + longer) <= most + 1)
