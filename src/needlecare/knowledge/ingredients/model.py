"""What we know of ingredients, as plain values: they load in milliseconds, without the library that checks the rest.

Days are whole days since the procedure; "until day 7" means that the product is left out on days 0 to 6.
"""

from dataclasses import dataclass
from typing import NamedTuple

DEEPEST_MM = 10.0
LABEL_WORDS = "LABEL-WORDS"  # the source of words that labels print in place of a name, such as "essential oil"
NEVER_HIDDEN = ("comedogenic", "injected_risk")  # classes that decide for few: a near name of theirs hides nothing
IMPORTED = "COSING-IMPORT"  # the source of names that a user imported: known by name, not classified


class Mention(NamedTuple):
    """That an ingredient belongs to a concern class, and as which kind of it ("" where there is but one)."""

    concern: str
    kind: str = ""


class Ingredient(NamedTuple):
    """One INCI name: what it does, the concern classes it belongs to, the grade of that claim, source ids."""

    inci: str
    function: str
    concerns: tuple[Mention, ...]
    grade: str
    sources: tuple[str, ...]


class Plant(NamedTuple):
    """A plant by its Latin name, and the parts whose oils and waters are volatile ("all" is every part,
    "plain" an oil or water whose part is not printed)."""

    latin: str
    volatile: tuple[str, ...]


class Days(NamedTuple):
    """Until which day to leave a class out, for from_mm <= depth < below_mm: the ends of the published range."""

    from_mm: float
    below_mm: float
    leave_on: tuple[int, int]
    rinse_off: tuple[int, int]


class Kind(NamedTuple):
    """A kind within a class, and when it counts. `only_high`: ahead of the usual preservatives; `first`: among so many
    first names; `ahead_of_water`: ahead of water, or where there is none; `early_end`: its early day counts; `remark`:
    it is not in the class, and only remarked upon."""

    name: str
    early_end: bool = False
    only_high: bool = False
    first: int | None = None
    ahead_of_water: bool = False
    remark: bool = False


class People(NamedTuple):
    """What a class means for some people: avoid (to the day `until`, or at any time), late_day, or counts."""

    who: str
    effect: str
    text: str
    until: int | None = None
    if_unknown: str | None = None


class Concern(NamedTuple):
    """A concern class: why it matters on healing skin, until when, and what to use instead."""

    id: str
    name: str
    belongs: str
    excludes: str
    why: str
    instead: str
    care: str | None
    trace: str
    days: tuple[Days, ...]
    kinds: dict[str, Kind]
    people: tuple[People, ...]
    includes: tuple[str, ...]
    least_grade: int | None
    disagreement: str | None
    grade: str
    sources: tuple[str, ...]


class Cited(NamedTuple):
    """A source as a label answer cites it: its short citation and where to find it."""

    cite: str
    link: str


class Words(NamedTuple):
    """Words that steer reading, folded as core/label/folding.py does: each a phrase in lower case."""

    headings: tuple[str, ...]
    active: tuple[str, ...]
    inactive: tuple[str, ...]
    may_contain: tuple[str, ...]
    kit_step: tuple[str, ...]
    notice: tuple[str, ...]
    free_from: tuple[str, ...]
    not_a_list: tuple[str, ...]
    organic_words: tuple[str, ...]
    descriptors: tuple[str, ...]
    joins: tuple[str, ...]
    contains: tuple[str, ...]
    blurb: tuple[str, ...]
    number_words: tuple[str, ...]
    one_percent: tuple[str, ...]

    def __hash__(self) -> int:
        """By some of the words: what is kept for them is asked for with every text."""
        return hash(self.kit_step)


class Families(NamedTuple):
    """Systematic names: parts and forms of plants, and word stems that make a family of names."""

    parts: frozenset[str]
    forms: frozenset[str]
    volatile_forms: frozenset[str]
    abrasive_parts: frozenset[str]
    abrasive_forms: frozenset[str]
    numbered: tuple[str, ...]
    acyls: tuple[str, ...]
    peptides: tuple[str, ...]
    peptide_ends: tuple[str, ...]
    metals: frozenset[str]
    translations: tuple[str, ...]
    allergen_groups: tuple[tuple[str, tuple[str, ...]], ...]
    harmless_heads: tuple[str, ...]
    look_alikes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, eq=False, slots=True)
class Ingredients:
    """Everything that a label is read and judged with; compared by identity.

    `exact` and `synonyms` map folded names to places in `rows`, `plants` folded words to a plant;
    `vocabulary` are the words of all names.
    """

    version: str
    hash: str
    review: str
    rows: tuple[Ingredient, ...]
    exact: dict[str, int]
    synonyms: dict[str, int]
    plants: dict[str, Plant]
    concerns: dict[str, Concern]
    words: Words
    families: Families
    sources: dict[str, Cited]
    phrases: dict[str, str]
    vocabulary: tuple[str, ...] = ()
