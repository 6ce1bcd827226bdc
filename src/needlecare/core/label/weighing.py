"""Ingredients → verdict: where each stands in its list, what it means for this use, and which of them decide."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from needlecare.core.label.allergies import Allergies, allergies_of
from needlecare.core.label.answer import VERDICTS, Sure, Verdict
from needlecare.core.label.charges import Charge, Charges, Place
from needlecare.core.label.found import Found
from needlecare.core.label.naming import Namer
from needlecare.core.label.reading import Item
from needlecare.core.label.use import Use
from needlecare.knowledge.ingredients.folding import key

SURE_FROM = 0.9  # confidence; what is below was repaired
LEAD = 6  # the first names of a list without a preservative: these stand high for certain
WATER = "Aqua"


class Weighed(NamedTuple):
    """An ingredient with what it means: its charges, whose allergen it is, whether the clinic forbids or allows it."""

    item: Item
    high: bool
    charges: tuple[Charge, ...]
    allergy: str | None = None
    forbidden: bool = False
    allowed: bool = False
    remarks: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """What this ingredient alone would make of a product."""
        if self.allergy is not None or self.forbidden:
            return "avoid"
        if self.charges and not self.allowed:
            deciding = [charge for charge in self.charges if charge.decides]
            if deciding:
                return "avoid" if any(charge.avoid for charge in deciding) else "wait"
        return "unknown" if self.item.found.hides else "fine"


class Outcome(NamedTuple):
    """A verdict with the day, how sure, and the ingredients that decide."""

    verdict: Verdict
    until_day: int | None
    sure: Sure
    deciding: tuple[str, ...]


class Scales:
    """Weighs ingredients for one use; what it needs of the use is worked out once."""

    def __init__(self, namer: Namer, use: Use) -> None:
        self.use = use
        self.table = namer.table
        self.charges = Charges(namer.table, use)
        self.allergies: Allergies = allergies_of(use.person.allergies, namer)
        self.forbidden = _named(use.clinic.forbidden, namer)
        self.allowed = _named(use.clinic.allowed, namer)
        self._personal = bool(any(self.allergies) or self.forbidden or self.allowed)

    def weigh(self, items: Sequence[Item]) -> list[Weighed]:
        """Every ingredient of a label with what it means at its place."""
        one, personal = self.one, self._personal
        return [
            one(item, place(item.found, item.kind, *where))
            if personal or item.found.concerns
            else Weighed(item, is_high(item.found, item.kind, where[0], where[2]), ())
            for item, where in zip(items, places_of(items), strict=True)
        ]

    def weigh_some(self, items: Sequence[Item]) -> list[Weighed]:
        """The same without those that are fine wherever they stand."""
        return [
            self.one(item, place(item.found, item.kind, *where))
            for item, where in zip(items, places_of(items), strict=True)
            if not self.never_weighs(item.found)
        ]

    def one(self, item: Item, place: Place) -> Weighed:
        """One ingredient at a place."""
        found = item.found
        if not found.concerns and not self._personal:
            return Weighed(item, place.high, ())
        charges = self.charges.of(found.concerns, place)
        remarks = tuple(self.charges.remarks(found.concerns)) if found.concerns else ()
        if not self._personal:
            return Weighed(item, place.high, charges, remarks=remarks)
        forbidden, allowed = found.inci in self.forbidden, found.inci in self.allowed
        allergy = self.allergies.word_for(found, self.table)
        return Weighed(item, place.high, charges, allergy, forbidden, allowed, remarks)

    def never_weighs(self, found: Found) -> bool:
        """Whether an ingredient is fine wherever it stands."""
        return not (found.concerns or found.hides or self._personal)


Ranks = tuple[int, int | None, int | None, int | None]
"""Of an ingredient, of the first usual preservative in its list, of the first that was not repaired, and of water."""


def places_of(items: Sequence[Item]) -> list[Ranks]:
    """Where every ingredient stands in its own list; each part of a kit is a list of its own."""
    lines: dict[int, int] = {}
    sure: dict[int, int] = {}
    waters: dict[int, int] = {}
    ranks: dict[int, int] = {}
    at: list[int] = []
    for item in items:
        rank = ranks[item.part] = ranks.get(item.part, -1) + 1
        at.append(rank)
        if item.found.one_percent and item.kind == "list":
            lines.setdefault(item.part, rank)
            if item.found.how != "spelling":
                sure.setdefault(item.part, rank)
        if item.found.inci == WATER:
            waters.setdefault(item.part, rank)
    found = {part: (lines.get(part), sure.get(part), waters.get(part)) for part in ranks}
    return [(rank, *found[item.part]) for item, rank in zip(items, at, strict=True)]


def place(found: Found, kind: str, rank: int, line: int | None, sure: int | None, water: int | None) -> Place:
    """A place by its rank and those of the first preservative, of the first that was not repaired, and of water."""
    stated = found.strength is not None or kind == "active"
    high = is_high(found, kind, rank, sure)
    certain = stated or (high and ((line is not None and rank < line) or rank < LEAD))
    return Place(high, certain, rank, water is None or rank < water)


def is_high(found: Found, kind: str, rank: int, sure: int | None) -> bool:
    """Whether more than about 1 % of an ingredient may be in a product: what stands behind a preservative is let off
    only where that is printed as we know it, for a repair clears nothing."""
    if found.strength is not None or kind == "active":
        return True
    return kind != "may_contain" and (sure is None or rank < sure)


def outcome(weighed: Iterable[Weighed], *, hides: bool = False) -> Outcome:
    """The verdict of one product: the worst that any of its ingredients makes of it. `hides`: something is open."""
    verdict: Verdict = "unknown" if hides else "fine"
    until: int | None = None
    sure, repaired = False, False
    deciding: dict[str, None] = {}
    for one in weighed:
        repaired |= one.item.found.confidence < SURE_FROM and one.item.found.inci is not None
        alone = one.verdict
        if alone == "fine":
            continue
        rank, worst = VERDICTS.index(alone), VERDICTS.index(verdict)
        if rank > worst:
            verdict, sure = alone, False
            deciding.clear()
        if rank >= worst and alone in ("wait", "avoid"):
            deciding[one.item.found.inci or "?"] = None
            sure |= one.item.found.confidence >= SURE_FROM
        for charge in one.charges if not one.allowed else ():
            if charge.decides and not charge.avoid:
                until = max(until or 0, charge.until)
    if verdict in ("wait", "avoid"):
        return Outcome(verdict, until if verdict == "wait" else None, "sure" if sure else "probably", tuple(deciding))
    return Outcome(verdict, None, "probably" if repaired or verdict == "unknown" else "sure", ())


def _named(names: Iterable[str], namer: Namer) -> frozenset[str]:
    """The INCI names that a clinic's words name; what names several is the name of a product ("C & Ferulic")."""
    read = [namer.token(name) for name in names]
    found = (several[0] for several in read if len(several) == 1 and several[0].how != "spelling")
    return frozenset(one.inci for one in found if one.inci is not None)


def names_product(names: Iterable[str], product: str | None) -> bool:
    """Whether a clinic's list names this product: the same name, letters and digits compared."""
    return bool(product) and key(product or "") in {key(name) for name in names}
