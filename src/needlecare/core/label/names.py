"""Whole names: the rows of the table under all their names, and names that follow a system."""

from functools import lru_cache
from typing import Any

from needlecare.core.label.answer import How
from needlecare.core.label.families import Systems
from needlecare.core.label.found import SURE, Found
from needlecare.knowledge.ingredients.folding import key, words
from needlecare.knowledge.ingredients.model import IMPORTED, Ingredients

_MOST_KEPT = 16_384  # rows as they were found
_SYSTEMATIC = 0.95  # how sure a name without a row is
_SHORTEST_SYSTEMATIC = 5  # letters


class Names:
    """Looks whole names up in one table."""

    def __init__(self, table: Ingredients) -> None:
        self.table = table
        self.systems = Systems(table)
        self._one_percent = {key(name) for name in table.words.one_percent}
        self._as_found = lru_cache(maxsize=_MOST_KEPT)(self._what)

    def owner(self, folded: str) -> int | None:
        """The row that a folded name belongs to."""
        row = self.table.exact.get(folded)
        return self.table.synonyms.get(folded) if row is None else row

    def row(self, row: int, start: int, end: int, how: How) -> Found:
        """A row of the table as it was found at a place."""
        return Found(start, end, *self._as_found(row, how))

    def _what(self, row: int, how: How) -> tuple[Any, ...]:
        """The same without the place."""
        entry = self.table.rows[row]
        marks = key(entry.inci) in self._one_percent
        imported = entry.sources == (IMPORTED,)  # known by name, but nobody has said what it is
        return Found(
            0, 0, entry.inci, entry.function, how, SURE[how], entry.concerns, hides=imported, one_percent=marks
        )[2:]

    def whole(self, text: str, start: int, end: int, *, unlisted: bool = False) -> Found | None:
        """The one name that text[start:end] is; with `unlisted` also by shapes that any word fits (X ferment)."""
        said = text[start:end]
        folded = key(said)
        row = self.table.exact.get(folded)
        if row is not None:
            return self.row(row, start, end, "exact")
        row = self.table.synonyms.get(folded)
        if row is not None:
            return self.row(row, start, end, "synonym")
        if len(folded) < _SHORTEST_SYSTEMATIC or "(" in said or "[" in said:
            return None
        family = self.systems.find(said)
        if family is None or (family.unlisted and not unlisted):
            return None
        how: How = "exact" if family.as_printed else "synonym"
        if family.row is not None:
            return self.row(family.row, start, end, how)
        return Found(start, end, family.inci, None, how, _SYSTEMATIC, family.concerns, hides=family.hides)

    def is_bare_plant(self, found: Found) -> bool:
        """Whether this is a plant's name without part or form, which a bracket or another tongue may complete."""
        return found.inci is not None and found.function is None and " ".join(words(found.inci)) in self.table.plants
