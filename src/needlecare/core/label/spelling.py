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
        from rapidfuzz.distance import OSA  # loaded when a name is first not known as it stands

        self._distance = OSA.distance
        self._names = names
        self._main = names if main_names is None else main_names
        self._first = {owner: name for name, owner in reversed(names.items())}
        self._shortest = shortest
        self._look_alikes = [(key(one), key(other)) for one, other in look_alikes]
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for name in names:
            self._by_length[len(name)].append(name)
        self._pieces: dict[int, dict[tuple[int, str], list[str]]] = {}

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
        for length in range(len(name) - most, len(name) + most + 1):
            pieces = self._pieces_of(length)
            for at, start, stop in self._cuts_of(length) if pieces else ():
                for shift in range(-most, most + 1):
                    if start + shift >= 0 and stop + shift <= len(name):
                        tried.update(pieces.get((at, name[start + shift : stop + shift]), ()))
        for other in tried:
            distance = self._distance(name, other, score_cutoff=most)
            if 0 < distance <= most and _DIGITS.findall(other) == digits:
                yield other, distance

    def _pieces_of(self, length: int) -> dict[tuple[int, str], list[str]]:
        """The names of a length by their pieces, worked out when first needed."""
        found = self._pieces.get(length)
        if found is None:
            found = self._pieces[length] = defaultdict(list)
            for name in self._by_length.get(length, ()):
                for at, start, stop in self._cuts_of(length):
                    found[(at, name[start:stop])].append(name)
        return found

    def _cuts_of(self, length: int) -> tuple[tuple[int, int, int], ...]:
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
def _cuts(length: int, pieces: int) -> tuple[tuple[int, int, int], ...]:
    """Places of the pieces of a name, one letter left out between two, so that swapped letters spoil one piece only."""
    size = (length + 1) / pieces
    return tuple((at, int(at * size), int((at + 1) * size) - 1) for at in range(pieces))
