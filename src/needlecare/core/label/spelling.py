"""Repair of misspelt names: digits equal, a single winner, never a choice between known look-alikes.

A repair may raise a concern as probable; it never settles that a name is harmless where one of a concern class is near.
"""

import re
from collections.abc import Collection, Iterable
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from needlecare.core.label.fragments import Fragments, share
from needlecare.core.label.halves import Halves
from needlecare.knowledge.ingredients.folding import key

SHORTEST_NAMES = (8, 14)  # letters from which on one may be wrong, and two: below, a letter makes another name
SHORTEST_WORDS = (6, 10)  # the same for a word of a name, which must then come out whole
SHORTEST_RAISED = 6  # letters from which on one wrong letter may raise a concern, though not settle a name
_MOST_KEPT = 65_536  # repairs; the same name is misspelt alike in capitals, and the same word in many names
_DIGITS = re.compile(r"\d+")


class Repair(NamedTuple):
    """The owners that a misspelt name may have (one where it is settled), a name of theirs that it may be meant to be,
    and how many letters are wrong. `mixed`: it stands between two names that are known to be mistaken for each other.
    """

    owners: tuple[int, ...]
    name: str
    distance: int
    mixed: bool


class Spelling:
    """Names and their owners, by what is near them. One wrong letter is looked for first, for it is the usual case.

    `main`: names that make a choice between look-alikes a mixed one; `watched`: those that are never passed over in
    silence where they are nearly as close.
    """

    def __init__(
        self,
        names: dict[str, int],
        shortest: tuple[int, int],
        look_alikes: tuple[tuple[str, str], ...] = (),
        main: dict[str, int] | None = None,
        watched: Iterable[str] = (),
    ) -> None:
        from rapidfuzz import process  # loaded when a name is first not known as it stands
        from rapidfuzz.distance import OSA

        self._distance, self._extract = OSA.distance, process.extract
        self._names = names
        self._main = names if main is None else main
        self._shortest = shortest
        self._look_alikes = [(key(one), key(other)) for one, other in look_alikes]
        by_length = _by_length(names)
        self._halves, self._fragments = Halves(by_length), Fragments(by_length)
        self._watched = _by_length(watched)
        self._mistaken: dict[str, tuple[str, ...]] = {}  # by name, as is the next: no longer than the table
        self._around: dict[tuple[str, int], list[str]] = {}
        self.repair = lru_cache(maxsize=_MOST_KEPT)(self._repair)

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

    @cached_property
    def _first(self) -> dict[int, str]:
        return {owner: name for name, owner in reversed(self._names.items())}

    def _repair(self, name: str) -> Repair | None:
        """Whose name a folded name may be meant to be; None where nothing is close enough."""
        most = self._most(name)
        if not most:
            return None
        best, found = 1, self._closest(name, self._halves.of(name), 1)
        if not found and most > 1:
            best, found = 2, self._within(name, 2)
        if not found:
            return None
        mixed = [other for other in found if self._mixes(name, other, best)]
        if mixed:
            found += [other for other in self._within(name, most + 1) if other in self._main]
        owners = [self._names[other] for other in found]
        return Repair(tuple(owners) if len(owners) == 1 else tuple(sorted({*owners})), found[0], best, bool(mixed))

    def near(self, name: str, repair: Repair) -> list[int]:
        """The owners of watched names that are no more than a letter further from a name than a repair may be."""
        most = self._most(name) + 1
        around = self._watched_around(repair.name, repair.distance + most)
        found = self._closest(name, around, most) if around else ()
        return [self._names[other] for other in found if share(name, other, self._pieces_in(len(other)), most)]

    def _watched_around(self, name: str, most: int) -> list[str]:
        """The watched names about a right one, as far off as those near a wrong one may be: two ways of so many letters
        together make one of as many at most, or half as many more where letters that were swapped come apart again."""
        found = self._around.get((name, most))
        if found is None:
            lengths = range(len(name) - most, len(name) + most + 1)
            watched = [*chain.from_iterable([self._watched.get(length, ()) for length in lengths])]
            near = self._extract(name, watched, scorer=self._distance, score_cutoff=most * 3 // 2, limit=None)
            found = self._around[name, most] = [other for other, _, _ in near]
        return found

    def _most(self, name: str) -> int:
        return self.allowed(len(name)) or int(len(name) >= SHORTEST_RAISED)

    def _within(self, name: str, most: int) -> list[str]:
        """The names with a piece in common and no more letters wrong than so many."""
        near: set[str] = set()
        for length in range(len(name) - most, len(name) + most + 1):
            pieces = self._pieces_in(length)
            if pieces > 1:  # where they are too few for so many letters, further ones are looked at
                near |= self._fragments.sharing(name, length, pieces, most + (pieces == most == self._most(name)))
        return self._closest(name, near, most)

    def _closest(self, name: str, near: Collection[str], most: int) -> list[str]:
        found = self._extract(name, near, scorer=self._distance, score_cutoff=most, limit=None) if near else ()
        if not found:
            return []
        digits = _digits(name)
        return [other for other, distance, _ in found if distance and _digits(other) == digits]

    def _pieces_in(self, length: int) -> int:
        return 1 + max(self.allowed(length + 1), int(length >= SHORTEST_RAISED - 1))

    def _mixes(self, name: str, winner: str, most: int) -> bool:
        """Whether the repair would choose between two names that are known to be mistaken for each other."""
        mistaken = self._mistaken.get(winner)
        if mistaken is None:
            pairs = [pair for one, other in self._look_alikes for pair in ((one, other), (other, one))]
            mistaken = tuple(winner.replace(one, other) for one, other in pairs if one in winner)
            self._mistaken[winner] = mistaken
        return bool(mistaken) and any(self._distance(name, other) <= most for other in mistaken)


def _digits(name: str) -> list[str]:
    return [] if name.isalpha() else _DIGITS.findall(name)


def _by_length(names: Iterable[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for name in names:
        found.setdefault(len(name), []).append(name)
    return found
