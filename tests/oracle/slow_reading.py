"""What was read of a label and where each stands in its list; and a reader for plain lists of exact names."""

from dataclasses import dataclass

from needlecare.core.label.reading import Reading
from needlecare.knowledge.ingredients.folding import key
from needlecare.knowledge.ingredients.model import Ingredients, Mention

FIRST_FEW = 6


@dataclass(frozen=True)
class Seen:
    """One ingredient as read: what it is, where it stands, whether it could be something else that matters."""

    inci: str | None
    concerns: tuple[Mention, ...]
    part: int = 0
    section: str = "list"
    strength: float | None = None
    hides: bool = False
    repaired: bool = False


def seen_in(reading: Reading) -> list[Seen]:
    """The ingredients of a reading."""
    return [
        Seen(one.inci, one.concerns, item.part, item.kind, one.strength, one.hides, one.how == "spelling")
        for item in reading.items
        for one in (item.found,)
    ]


def read_plain(text: str, table: Ingredients) -> list[Seen]:
    """The ingredients of a plain list: names exactly as the table has them, with a comma and a space between."""
    return [_named(name, table) for name in text.split(", ")]


def _named(name: str, table: Ingredients) -> Seen:
    for row in table.rows:
        if row.inci == name:
            return Seen(row.inci, row.concerns)
    return Seen(None, (), hides=True)


def place_of(at: int, seen: list[Seen]) -> int:
    """The place of an ingredient in its list, from 1."""
    return len([one for one in seen[: at + 1] if one.part == seen[at].part])


def is_high(at: int, seen: list[Seen], table: Ingredients) -> bool:
    """Whether more than about 1 % of an ingredient may be in the product, as far as its place tells.

    What was read as a usual preservative only by a repair does not tell.
    """
    one = seen[at]
    if is_stated(one):
        return True
    if one.section == "may_contain":
        return False
    ahead = [before for before in seen[: at + 1] if before.part == one.part and not before.repaired]
    return not any(_is_preservative(before, table) for before in ahead)


def is_stated(one: Seen) -> bool:
    """Whether the label itself says that there is much of it."""
    return one.section == "active" or one.strength is not None


def is_certainly_high(at: int, seen: list[Seen], table: Ingredients) -> bool:
    """High, and not only for want of a usual preservative: ahead of one, or among the first few."""
    behind_it = [one for one in seen[at + 1 :] if one.part == seen[at].part]
    ahead_of_one = any(_is_preservative(one, table) for one in behind_it)
    seen_before = any(_is_preservative(one, table) for one in seen[: at + 1] if one.part == seen[at].part)
    among_first = (ahead_of_one and not seen_before) or place_of(at, seen) <= FIRST_FEW
    return is_stated(seen[at]) or (is_high(at, seen, table) and among_first)


def _is_preservative(one: Seen, table: Ingredients) -> bool:
    usual = one.inci is not None and any(key(one.inci) == key(name) for name in table.words.one_percent)
    return usual and one.section == "list"


def is_ahead_of_water(at: int, seen: list[Seen]) -> bool:
    """Whether no water stands at or before this place in the list."""
    return not any(one.inci == "Aqua" for one in seen[: at + 1] if one.part == seen[at].part)


def is_of_its_kind(mention: Mention, at: int, seen: list[Seen], table: Ingredients) -> bool:
    """Whether an ingredient is in the class at this place, as far as its kind asks for a place."""
    kind = table.concerns[mention.concern].kinds.get(mention.kind)
    if kind is None:
        return True
    if kind.remark:
        return False
    if kind.ahead_of_water and not is_ahead_of_water(at, seen):
        return False
    if kind.first is not None:
        return place_of(at, seen) <= kind.first and (is_high(at, seen, table) or not kind.only_high)
    return is_certainly_high(at, seen, table) or not kind.only_high
