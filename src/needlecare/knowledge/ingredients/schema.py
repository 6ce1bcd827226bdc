"""The schema of the ingredient files as they are written: one concern class a file, rows and plants as CSV."""

from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from needlecare.knowledge.condition import Frozen
from needlecare.knowledge.model import Grade, Graded, Review, Sources

ConcernId = Literal[
    "drying_alcohol", "fragrance", "fragrance_allergen", "essential_oil", "sensory_irritant", "exfoliating_acid",
    "exfoliating_particle", "exfoliating_enzyme", "retinoid", "benzoyl_peroxide", "other_acne_active", "vitamin_c",
    "harsh_surfactant", "sensitising_preservative", "organic_uv_filter", "comedogenic", "heavy_occlusive",
    "self_tanner", "lightening", "injected_risk",
]  # fmt: skip
CONCERNS: tuple[ConcernId, ...] = get_args(ConcernId)
ROW_COLUMNS = ("inci", "synonyms", "function", "concerns", "grade", "sources")
PLANT_COLUMNS = ("latin", "aliases", "common", "volatile", "sources")
LANGUAGE_COLUMNS = ("name", "inci")
# The phrases of phrases.toml, each with the places that the engine fills in
PHRASES: dict[str, frozenset[str]] = {
    name: frozenset(places.split())
    for name, places in {
        "fine": "day", "fine_probably": "day", "wait": "day", "wait_probably": "day", "avoid": "day",
        "avoid_probably": "day", "avoid_allergy": "", "avoid_during": "", "unknown": "day", "not_a_list": "",
        "nothing": "", "because": "names", "not_read": "names", "not_read_too": "names", "probably": "text inci",
        "perhaps_as": "text inci", "left_open": "name", "allergy": "name inci", "allergy_unknown": "name",
        "forbidden": "name", "allowed": "name", "kit": "count", "clinic_day": "day", "held": "", "grades": "low high",
        "remark": "name remark",
    }.items()
}  # fmt: skip
Day = Annotated[int, Field(ge=0, le=365)]


class DayBand(Graded):
    """Until which day to leave a class out, by needle depth (from_mm <= depth < below_mm): earliest and latest."""

    from_mm: float = 0
    below_mm: float | None = None
    leave_on: tuple[Day, Day]
    rinse_off: tuple[Day, Day]
    note: str | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for early, late in (self.leave_on, self.rinse_off):
            if early > late:
                raise ValueError("the earliest day must not lie behind the latest")
        if any(rinsed > left for rinsed, left in zip(self.rinse_off, self.leave_on, strict=True)):
            raise ValueError("`rinse_off` must not end later than `leave_on`")
        return self


class KindEntry(Frozen):
    """A kind within a class."""

    name: str
    early_end: bool = False
    only_high: bool = False
    first: Annotated[int | None, Field(ge=1, le=20)] = None
    ahead_of_water: bool = False
    remark: bool = False


class PeopleEntry(Graded):
    """What a class means for some people."""

    who: Literal["acne_prone", "dark_skin", "cold_sores", "sensitive_skin", "pregnant"]
    effect: Literal["avoid", "late_day", "counts"]
    text: str
    until: Day | None = None
    if_unknown: str | None = None  # with `counts`: what to say to people of whom it is not known


class ConcernEntry(Graded):
    """One concern class."""

    id: ConcernId
    name: str
    belongs: str
    not_: Annotated[str, Field(alias="not")]
    why: str
    instead: str
    care: str | None = None
    trace: Literal["counts", "eases", "drops"]
    days: Annotated[tuple[DayBand, ...], Field(min_length=1)]
    kinds: dict[str, KindEntry] = Field(default_factory=dict)
    people: tuple[PeopleEntry, ...] = ()
    includes: tuple[ConcernId, ...] = ()
    least_grade: Annotated[int | None, Field(ge=0, le=5)] = (
        None  # of published grades: from which lowest one on it decides
    )
    disagreement: str | None = None
    review: Review

    @model_validator(mode="after")
    def _covers_all_depths(self) -> Self:
        ends = [0.0]
        for band in self.days:
            if band.from_mm != ends[-1]:
                raise ValueError("the bands of `days` must cover all depths, each beginning where the one before ends")
            ends.append(band.below_mm if band.below_mm is not None else float("inf"))
        if ends[-1] != float("inf"):
            raise ValueError("the last band of `days` has no `below_mm`: it holds for all deeper needles")
        for shallow, deep in zip(self.days, self.days[1:], strict=False):
            ends_of = (band.leave_on + band.rinse_off for band in (shallow, deep))
            if any(later < earlier for earlier, later in zip(*ends_of, strict=True)):
                raise ValueError("a deeper band must not end earlier than a shallower one")
        return self


class WordLists(Frozen):
    """reading.toml: the words that steer the reading of a label, whole phrases in lower case."""

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


class FamilyLists(Frozen):
    """families.toml: parts and forms of plants, and the words that rule concern classes in or out."""

    parts: tuple[str, ...]
    forms: tuple[str, ...]
    volatile_forms: tuple[str, ...]
    abrasive_parts: tuple[str, ...]
    abrasive_forms: tuple[str, ...]
    numbered: tuple[str, ...]
    acyls: tuple[str, ...]
    peptides: tuple[str, ...]
    peptide_ends: tuple[str, ...]
    metals: tuple[str, ...]
    translations: tuple[str, ...]
    allergen_groups: tuple[tuple[str, tuple[str, ...]], ...]
    harmless_heads: tuple[str, ...]
    look_alikes: tuple[tuple[str, str], ...]


class RowClaim(Frozen):
    """What a row of names/*.csv claims: classes, with the grade of that claim, and sources."""

    grade: Grade | None = None
    sources: Annotated[Sources, Field(min_length=1)]
