"""The verdict on a label, sentence by sentence: every ingredient is asked every question anew, and nothing is kept."""

from dataclasses import dataclass, replace

from needlecare.core.label.use import Person, Use
from needlecare.knowledge.ingredients.folding import key, words
from needlecare.knowledge.ingredients.model import Concern, Ingredient, Ingredients, Mention
from tests.oracle.slow_reading import Seen, is_high, is_of_its_kind

RANKS = ("fine", "unknown", "wait", "avoid")
GRADES = [f"{low}-{high}" for high in range(6) for low in range(high + 1)]
ALL_FRAGRANCE = ("fragrance", "fragrance_allergen", "essential_oil")


@dataclass(frozen=True)
class Slow:
    """The verdict, its day, the ingredients that decide, how much was read."""

    verdict: str
    until_day: int | None
    deciding: frozenset[str]
    tokens: int
    recognised: int


@dataclass(frozen=True)
class Charge:
    """What one class says of one ingredient today: fine, wait or avoid, and with wait until which day."""

    concern: str
    says: str
    until: int | None = None


def judge(seen: list[Seen], use: Use, table: Ingredients, *, is_list: bool = True, product: str | None = None) -> Slow:
    """The verdict on a product."""
    said = [_of_ingredient(at, seen, use, table) for at in range(len(seen))]
    verdicts = [charge.says for charges in said for charge in charges]
    if not is_list or any(one.hides for one in seen) or _unknown_allergies(use.person, table):
        verdicts.append("unknown")
    verdict = max(["fine", *verdicts], key=RANKS.index)
    until = [charge.until for charges in said for charge in charges if charge.until is not None]
    deciding = {
        one.inci or "?"
        for one, charges in zip(seen, said, strict=True)
        if verdict in ("wait", "avoid") and verdict in [charge.says for charge in charges]
    }
    found = Slow(
        verdict=verdict,
        until_day=max(until) if verdict == "wait" else None,
        deciding=frozenset(deciding),
        tokens=len(seen),
        recognised=len([one for one in seen if one.inci is not None]),
    )
    return _of_product(found, seen, use, table, product)


def _of_product(found: Slow, seen: list[Seen], use: Use, table: Ingredients, product: str | None) -> Slow:
    """A product that the clinic forbids is avoided; one that it allows need not wait."""
    if product is not None and _same(product, use.clinic.forbidden):
        return replace(found, verdict="avoid", until_day=None, deciding=frozenset())
    if product is not None and _same(product, use.clinic.allowed) and found.verdict == "wait":
        left_open = any(one.hides for one in seen) or _unknown_allergies(use.person, table)
        return replace(found, verdict="unknown" if left_open else "fine", until_day=None, deciding=frozenset())
    return found


def classes_of(seen: list[Seen], use: Use, table: Ingredients) -> dict[str, tuple[frozenset[str], bool]]:
    """Every class that an ingredient is in at its place: which ingredients those are, and whether it decides today."""
    found: dict[str, tuple[frozenset[str], bool]] = {}
    for at, one in enumerate(seen):
        allowed = _is_named(one, use.clinic.allowed, table)
        for mention in counting(at, seen, use, table):
            names, decides = found.get(mention.concern, (frozenset(), False))
            now = _of_mention(mention, is_high(at, seen, table), use, table).says != "fine" and not allowed
            found[mention.concern] = (names | {one.inci or "?"}, decides or now)
    return found


# -- one ingredient ----------------------------------------------------------------------------------------------


def _of_ingredient(at: int, seen: list[Seen], use: Use, table: Ingredients) -> list[Charge]:
    """Everything that counts against one ingredient."""
    one = seen[at]
    if _is_allergen(one, use.person, table):
        return [Charge("allergy", "avoid")]
    if _is_named(one, use.clinic.forbidden, table):
        return [Charge("forbidden", "avoid")]
    if _is_named(one, use.clinic.allowed, table):
        return []
    high = is_high(at, seen, table)
    return [_of_mention(mention, high, use, table) for mention in counting(at, seen, use, table)]


def counting(at: int, seen: list[Seen], use: Use, table: Ingredients) -> list[Mention]:
    """The mentions that count at this place and at this time."""
    found = [mention for mention in seen[at].concerns if is_of_its_kind(mention, at, seen, table)]
    injected = table.concerns["injected_risk"]
    if any(mention.concern in injected.includes for mention in found):
        found.append(Mention("injected_risk"))
    if use.during or use.day == 0:
        return found
    return [mention for mention in found if mention.concern != "injected_risk"]


def _of_mention(mention: Mention, high: bool, use: Use, table: Ingredients) -> Charge:
    concern = table.concerns[mention.concern]
    if concern.id in use.held:
        return Charge(concern.id, "avoid")
    if concern.trace == "drops" and not high:
        return Charge(concern.id, "fine")
    if not _is_for(mention, use.person, table):
        return Charge(concern.id, "fine")
    if concern.id == "injected_risk" and use.during:
        return Charge(concern.id, "avoid")
    if _applies("avoid", concern, use):
        return Charge(concern.id, "avoid")
    until = until_day(mention, high, use, table)
    return Charge(concern.id, "wait", until) if use.day < until else Charge(concern.id, "fine")


def _is_for(mention: Mention, person: Person, table: Ingredients) -> bool:
    """Whether a class that matters for some people only matters for this one; where it has grades, from a grade on."""
    concern = table.concerns[mention.concern]
    asked = [getattr(person, people.who) for people in concern.people if people.effect == "counts"]
    if not asked:
        return True
    graded = concern.least_grade is not None and mention.kind in GRADES
    enough = not graded or int(mention.kind.split("-")[0]) >= (concern.least_grade or 0)
    return enough and any(answer is True for answer in asked)


def _applies(effect: str, concern: Concern, use: Use) -> bool:
    """Whether a class means this for the person, who is known to be such; some of it ends on a day of its own."""
    for people in concern.people:
        over = people.until is not None and use.day >= people.until
        if people.effect == effect and getattr(use.person, people.who) is True and not over:
            return True
    return False


# -- days --------------------------------------------------------------------------------------------------------


def until_day(mention: Mention, high: bool, use: Use, table: Ingredients) -> int:
    """The day from which a class no longer matters."""
    concern = table.concerns[mention.concern]
    for name, day in use.clinic.days:
        if name == concern.id:
            return day
    early, late = ends(concern, use)
    if _applies("late_day", concern, use):
        return late
    if mention.kind in concern.kinds and concern.kinds[mention.kind].early_end:
        return early
    if concern.trace == "eases" and not high:
        return early
    return late


def ends(concern: Concern, use: Use) -> tuple[int, int]:
    """The earliest and the latest published day for the depth; of an unknown depth, the latest of all bands."""
    depth = use.depth_mm
    bands = [band for band in concern.days if depth is None or band.from_mm <= depth < band.below_mm]
    pairs = [band.leave_on if use.kind == "leave_on" else band.rinse_off for band in bands]
    return max(early for early, _ in pairs), max(late for _, late in pairs)


# -- people and clinics ------------------------------------------------------------------------------------------


def _row(word: str, table: Ingredients) -> Ingredient | None:
    """The ingredient with this name, its own or another."""
    for folded, at in (*table.exact.items(), *table.synonyms.items()):
        if folded == key(word):
            return table.rows[at]
    return None


def _classes(word: str, table: Ingredients) -> tuple[str, ...]:
    """The concern classes that a person means with a word: by its id, its name, or an ingredient that is perfume."""
    found: list[str] = []
    for concern in table.concerns.values():
        if key(word) in (key(concern.id), key(concern.name)):
            found.append(concern.id)
    row = _row(word, table)
    if row is not None and any(mention.concern == "fragrance" for mention in row.concerns):
        found.append("fragrance")
    return (*found, *ALL_FRAGRANCE) if "fragrance" in found else tuple(found)


def _unknown_allergies(person: Person, table: Ingredients) -> list[str]:
    meanings = (_row, _classes, _plant, _group)
    return [word for word in person.allergies if not any(meaning(word, table) for meaning in meanings)]


def _plant(name: str, table: Ingredients) -> str | None:
    """The first plant that is named in a name, under any of its own names."""
    said = words(name)
    for first in range(len(said)):
        for last in range(len(said), first, -1):
            if " ".join(said[first:last]) in table.plants:
                return table.plants[" ".join(said[first:last])].latin
    return None


def _group(word: str, table: Ingredients) -> list[str]:
    """The INCI names of a group of allergens: those that hold a word of it, or a word with one of its endings."""
    found = []
    for group, parts in table.families.allergen_groups:
        if key(group) == key(word).removesuffix("s"):
            for row in table.rows:
                for part in parts:
                    endings = [said for said in words(row.inci) if part.startswith("*") and said.endswith(part[1:])]
                    if endings or part in words(row.inci) or key(part) == key(row.inci):
                        found.append(row.inci)
    return found


def _is_allergen(one: Seen, person: Person, table: Ingredients) -> bool:
    for word in person.allergies:
        if one.inci in _group(word, table):
            return True
        row = _row(word, table)
        if row is not None and row.inci == one.inci:
            return True
        meant = (word, word.removesuffix("s"), row.inci if row is not None else "")
        plants = {_plant(name, table) for name in meant} - {None}
        if one.inci is not None and _plant(one.inci, table) in plants:
            return True
        if any(mention.concern in _classes(word, table) for mention in one.concerns):
            return True
    return False


def _is_named(one: Seen, names: tuple[str, ...], table: Ingredients) -> bool:
    for name in names:
        row = _row(name, table)
        if one.inci is not None and (key(name) == key(one.inci) or (row is not None and row.inci == one.inci)):
            return True
    return False


def _same(product: str, names: tuple[str, ...]) -> bool:
    return any(key(product) == key(name) for name in names)
