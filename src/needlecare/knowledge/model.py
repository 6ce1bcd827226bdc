"""The one schema of what we know: every entry of every knowledge file, as frozen values.

Every number is a `Quantity` (value, unit, sources, grade); every entry says who reviewed it. Day ranges are half-open.
"""

import pickle
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from needlecare.knowledge.condition import Condition, Frozen
from needlecare.knowledge.vocabulary import Device, Level, Severity, SignId

if TYPE_CHECKING:
    from needlecare.knowledge.ingredients.model import Ingredients
    from needlecare.knowledge.ingredients.schema import ConcernEntry

NOT_REVIEWED = "not yet reviewed by a clinician"
CLINIC = "CLINIC"  # the source id of what a clinic's own protocol says
Grade = Literal["trial", "series", "report", "opinion", "estimate"]
Unit = Literal["days", "mm", "°C", "probability", "odds ratio", "factor"]
Sources = tuple[str, ...]


# The phrases of words.toml, each with the places that the engine fills in
WORDS: dict[str, frozenset[str]] = {
    name: frozenset(places.split())
    for name, places in {
        "sign_mild": "name short", "sign_moderate": "name short", "sign_severe": "name short",
        "sign_none": "name short", "sign_told": "name severity", "sign_assumed": "name severity",
        "held_by_cause": "name", "held_by_level": "title", "number_from": "name from unit",
        "number_below": "name below unit", "number_range": "name from below unit", "number_told": "name value unit",
        "day_from": "from", "day_below": "below", "day_range": "from last", "day_told": "value", "day_unknown": "",
        "still_on_day": "name day", "and": "", "or": "", "none_of": "condition", "at_least": "count conditions",
        "headline_expected": "day", "headline_slower": "names be day", "headline_unsure": "day",
        "headline_nothing_told": "", "headline_day_unknown": "", "plan_ends": "spots last", "product_without_label": "",
        "product_out": "name day", "product_avoid": "name", "product_again": "name", "product_nameless": "number",
        "too_many_findings": "",
    }.items()
}  # fmt: skip


class Reviewed(Frozen):
    """Who reviewed an entry, as what, and when."""

    by: str
    role: str
    on: date


Review = Reviewed | Literal["not yet reviewed by a clinician"]


class Graded(Frozen):
    """Anything that claims something: anything better than an estimate must cite."""

    sources: Sources = ()
    grade: Grade

    @model_validator(mode="after")
    def _cites(self) -> Self:
        if self.grade != "estimate" and not self.sources:
            raise ValueError(f'grade "{self.grade}" needs at least one source; without one the grade is "estimate"')
        return self


class Quantity(Graded):
    """A number with its unit, its sources and their grade."""

    value: float
    unit: Unit
    note: str | None = None


class Statement(Graded):
    """A sentence with its sources and their grade."""

    text: str


class Source(Frozen):
    """A citation, with the most it can carry (`grade`) and what was read of it (`read`)."""

    cite: str
    authors: str | None = None
    year: int | None = None
    title: str | None = None
    doi: str | None = None
    pmid: str | None = None
    pmc: str | None = None
    url: str | None = None
    locator: str | None = None
    kind: Literal[
        "systematic_review", "trial", "cohort", "case_series", "case_report", "laboratory", "consensus", "review",
        "regulator", "guideline", "label", "measure", "clinic_page", "news", "registry", "other",
    ]  # fmt: skip
    grade: Grade
    read: Literal["abstract", "excerpt", "none"]

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if not (self.doi or self.pmid or self.pmc or self.url or self.locator):
            raise ValueError("give a doi, pmid, pmc, url or locator, so that a reader can look it up")
        return self

    @property
    def link(self) -> str:
        """Where a reader finds it: its DOI, PubMed or PMC page, its address, or else where it stands in print."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        if self.pmc:
            return f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmc}/"
        return self.url or self.locator or ""


class Sign(Graded):
    """A sign or symptom: what to call it, how it looks, how a patient grades it, how to ask for it."""

    name: str
    plural: bool = False
    group: Literal[
        "colour_and_heat", "swelling_and_feeling", "surface", "spots", "warning", "later_marks", "general"
    ]  # fmt: skip
    looks: str
    deep_skin: str | None = None
    mild: str
    moderate: str
    severe: str
    question: str
    short: str
    codes: dict[Literal["hpo", "snomed", "loinc"], str] = Field(default_factory=dict)
    review: Review


class Fact(Frozen):
    """A fact that is not a sign: how to ask for it and how to say it."""

    kind: Literal["yes_no", "number", "choice", "set"]
    name: str
    question: str | None = None
    yes: str | None = None
    no: str | None = None
    unit: str | None = None
    values: dict[str, str] = Field(default_factory=dict)
    changes: bool = False


class Expected(Graded):
    """How strong a sign may usually be on the days from_day <= day < before_day."""

    from_day: Annotated[int, Field(ge=0)]
    before_day: Annotated[int, Field(ge=1)]
    up_to: Severity


class Band(Frozen):
    """The expected course of one sign for some devices and needle depths (from_mm <= depth < below_mm)."""

    devices: tuple[Device, ...] = ()
    from_mm: float = 0
    below_mm: float | None = None
    onset: Quantity
    ends_earliest: Quantity
    ends_latest: Quantity
    published_latest: Quantity
    expected: Annotated[tuple[Expected, ...], Field(min_length=1)]


class Course(Frozen):
    """The expected course of a sign, by band of devices and needle depths."""

    id: SignId
    summary: Statement
    incidence: Statement
    bands: Annotated[tuple[Band, ...], Field(min_length=1)]
    review: Review


class Closure(Frozen):
    """Until which day the channels count as open for from_mm <= depth < below_mm."""

    from_mm: float = 0
    below_mm: float | None = None
    closed_from: Quantity


class Phases(Frozen):
    """The phases of healing and the days on which they end."""

    open_channels: Statement
    barrier_repair: Statement
    remodelling: Statement
    closure: tuple[Closure, ...]
    occluded_factor: Quantity
    barrier_until: Quantity
    course_until: Quantity
    review: Review


class LevelCard(Frozen):
    """What a level means and what to do."""

    title: str
    first_line: str
    act_within: str
    do: tuple[str, ...]
    safety_net: str
    review: Review


class Rule(Graded):
    """A triage rule: when its condition holds, the level is at least this."""

    id: str
    level: Level
    name: str
    reason: str
    when: Condition
    review: Review


class Finding(Frozen):
    """Something a patient can report; `leak` is its probability when none of the causes is there.

    Where `applies` does not hold (too early, too late) the finding says nothing: not yet is not no.
    """

    id: str
    name: str
    applies: Condition | None = None
    when: Condition
    leak: Quantity
    review: Review


class Link(Quantity):
    """The probability that a cause alone makes a finding appear."""

    finding: str


class Modifier(Frozen):
    """By how much the odds of a cause change, before any finding, for those for whom the condition holds."""

    name: str
    when: Condition
    odds: Quantity


class Cause(Frozen):
    """A cause: how it works, the evidence for and against, its place in the network, what to do, how long to wait."""

    id: str
    name: str
    everyday: str | None = None
    strength: Literal["proven", "plausible", "weak", "conflicting"]
    mechanism: Statement
    evidence_for: tuple[Statement, ...]
    evidence_against: tuple[Statement, ...]
    prior: Quantity
    modifiers: tuple[Modifier, ...] = ()
    links: Annotated[tuple[Link, ...], Field(min_length=1)]
    what_to_do: Annotated[tuple[Statement, ...], Field(min_length=1)]
    stop_waiting: Statement
    review: Review


class Care(Graded):
    """One aftercare rule. `do` and `avoid` hold on from_day <= day < before_day; `resume` is avoided until its day, and
    for as long as `never_while` holds or one of `held_by_causes` is likely.

    With `when` or `for_causes` it is only for those for whom either is true.
    """

    id: str
    topic: str
    act: Literal["do", "avoid", "resume"]
    text: str
    resume_text: str | None = None
    why: str
    from_day: Annotated[int, Field(ge=0)] = 0
    before_day: int | None = None
    earliest: Quantity | None = None
    latest: Quantity | None = None
    closed_channels_first: bool = False
    between: Literal["wait", "ask"] = "wait"
    when: Condition | None = None
    for_causes: tuple[str, ...] = ()
    never_while: Condition | None = None
    held_by_causes: tuple[str, ...] = ()
    rank: int = 50
    disagreement: str | None = None
    review: Review

    @model_validator(mode="after")
    def _resumes(self) -> Self:
        if (self.act == "resume") != (self.earliest is not None and self.latest is not None):
            raise ValueError("a resume rule, and only that, has both `earliest` and `latest`")
        if self.act == "resume" and not self.resume_text:
            raise ValueError("a resume rule needs `resume_text`, said once the day has come")
        return self


class Substance(Graded):
    """What an applied product or ingredient can be told to be, by whole names only: the fact exposure.<id>."""

    name: str
    words: Annotated[tuple[str, ...], Field(min_length=1)]
    review: Review


class Clinic(Frozen):
    """How to reach the clinic whose protocol overlays the care rules."""

    name: str
    phone: str | None = None
    hours: str | None = None
    out_of_hours: str | None = None
    protocol_version: str | None = None


class ProductRules(Frozen):
    """What a clinic's protocol says of products, by their names or those of ingredients."""

    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        both = {name.casefold() for name in self.allowed} & {name.casefold() for name in self.forbidden}
        if both:
            raise ValueError(f"cannot be both allowed and forbidden: {', '.join(sorted(both))}")
        return self


class Knowledge(Frozen):
    """Everything that is known, checked as a whole by knowledge/check.py. Compared by identity, so that what follows
    from it alone can be worked out once."""

    __hash__ = object.__hash__
    __eq__ = object.__eq__

    def __getstate__(self) -> dict[Any, Any]:
        """Its fields only: what was unpacked while it was checked is not kept beside what it was packed as."""
        state = super().__getstate__()
        fields = type(self).model_fields
        return {**state, "__dict__": {name: value for name, value in self.__dict__.items() if name in fields}}

    version: str
    hash: str
    review: str
    sources: dict[str, Source]
    signs: dict[str, Sign]
    facts: dict[str, Fact]
    course: dict[str, Course]
    phases: Phases
    levels: dict[str, LevelCard]
    rules: dict[str, Rule]
    findings: dict[str, Finding]
    causes: dict[str, Cause]
    care: dict[str, Care]
    substances: dict[str, Substance]
    words: dict[str, str]
    packed_ingredients: bytes = Field(repr=False)
    packed_classes: bytes = Field(repr=False)
    clinic: Clinic | None = None
    products: ProductRules = ProductRules()

    @cached_property
    def ingredients(self) -> "Ingredients":
        """The names and concern classes of ingredients, unpacked when a label is first read."""
        found: Ingredients = pickle.loads(self.packed_ingredients)
        return found

    @cached_property
    def classes(self) -> "dict[str, ConcernEntry]":
        """The concern classes as they are written, with a grade and sources for all that they claim."""
        found: dict[str, ConcernEntry] = pickle.loads(self.packed_classes)
        return found
