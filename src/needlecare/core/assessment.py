"""What comes out: how urgent it is and why, the course, the causes, the plan, what to ask and what would change it.

Source: docs/guide/assessment.md. Plain frozen values.
"""

from dataclasses import dataclass
from typing import Literal

from needlecare.knowledge.model import Clinic, Source, Statement
from needlecare.knowledge.vocabulary import Level, Severity, SignId

Texts = tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """A fact that a person told us: its key and how to say it back."""

    fact: str
    text: str


@dataclass(frozen=True)
class Because:
    """A triage rule that fired, with the facts that made it fire and the ids of its sources."""

    rule: str
    level: Level
    name: str
    reason: str
    facts: tuple[Told, ...]
    sources: Texts
    grade: str


@dataclass(frozen=True)
class NotRuledOut:
    """A rule of a higher level that unknown facts leave open, with the keys of those facts."""

    rule: str
    level: Level
    name: str
    missing: Texts


@dataclass(frozen=True)
class Disposition:
    """The level, how soon to act, why, and what could not be ruled out (most urgent first)."""

    level: Level
    headline: str
    act_within: str
    do: Texts
    because: tuple[Because, ...]
    could_not_rule_out: tuple[NotRuledOut, ...]


@dataclass(frozen=True)
class ExpectedRange:
    """What is expected of a sign today, and its days: half-open, so it is usually gone on `gone_from` to `gone_by`
    and outside every published course from `beyond_from` on."""

    up_to: Severity | None
    onset: float
    gone_from: float
    gone_by: float
    beyond_from: float


@dataclass(frozen=True)
class SignCourse:
    """One sign against its expected course: earlier, within, later, beyond, or cannot_tell. `path` is how strong it may
    be on each day from 0 on, as ranks 0 to 3, None where needle depth or device are unknown and make a difference;
    `reported` are the check-ins that spoke of it, as (day, rank)."""

    sign: SignId
    name: str
    severity: Severity | None
    compared: str
    expected: ExpectedRange | None
    text: str
    path: tuple[int | None, ...]
    reported: tuple[tuple[int, int], ...]
    sources: Texts


@dataclass(frozen=True)
class Course:
    """Where healing stands: the day of the signs, the phase, and each sign that is there or expected."""

    day: int | None
    phase: str | None
    phase_text: str
    phase_sources: Texts
    signs: tuple[SignCourse, ...]


@dataclass(frozen=True)
class Contribution:
    """How much a finding speaks for (above 0) or against a cause: natural-log odds."""

    finding: str
    name: str
    present: bool
    weight: float
    sources: Texts
    grade: str


@dataclass(frozen=True)
class CauseView:
    """A possible cause with its probability (0 to 1), what speaks for it, and what to do about it.

    `close_to` names the next cause where the two are too close to call; `rests_on` lists the estimates that, halved or
    doubled in odds one at a time, would put another cause on top.
    """

    id: str
    name: str
    probability: float
    strength: str
    mechanism: Statement
    evidence_for: tuple[Statement, ...]
    evidence_against: tuple[Statement, ...]
    contributions: tuple[Contribution, ...]
    what_to_do: tuple[Statement, ...]
    stop_waiting: Statement
    close_to: str | None = None
    rests_on: Texts = ()


@dataclass(frozen=True)
class PlanItem:
    """One piece of aftercare. For what may be resumed, `earliest` and `latest` are the ends of the published range in
    days and `from_day` the day that counts here; `ask` says that on this day clinics differ. `held_because` says why
    it is held back to the end for this person: what was told, likely causes, how urgent it is."""

    id: str
    topic: str
    text: str
    resume_text: str | None
    why: str
    from_day: int
    until_day: int | None
    earliest: int | None
    latest: int | None
    disagreement: str | None
    from_clinic: bool
    sources: Texts
    earliest_sources: Texts
    latest_sources: Texts
    grade: str
    held_because: Texts = ()


@dataclass(frozen=True)
class PlanDay:
    """The ids of what to do, to avoid and what may be resumed on one day; `ask` are those to ask the clinic about."""

    day: int
    phase: str
    do: Texts
    avoid: Texts
    may_resume: Texts
    ask: Texts


@dataclass(frozen=True)
class PlanToday:
    """The same as PlanDay with the whole items, for the day of the assessment (None where it is unknown)."""

    day: int | None
    do: tuple[PlanItem, ...]
    avoid: tuple[PlanItem, ...]
    may_resume: tuple[PlanItem, ...]
    ask: tuple[PlanItem, ...]


@dataclass(frozen=True)
class Plan:
    """Today, and every day from the procedure to the end of the course; `items` holds each item once, by id."""

    today: PlanToday
    days: tuple[PlanDay, ...]
    items: dict[str, PlanItem]
    ends: str


@dataclass(frozen=True)
class LabelRead:
    """How much of a label was read: words seen and words recognised."""

    tokens: int
    recognised: int


@dataclass(frozen=True)
class ProductView:
    """What can be said of a product: fine, wait (until `until_day`), avoid or unknown; the ingredients (INCI names) and
    the concern classes that decide; sure, or probably where a name was repaired."""

    name: str | None
    verdict: Literal["fine", "wait", "avoid", "unknown"]
    until_day: int | None
    deciding: Texts
    read: LabelRead
    text: str
    sure: Literal["sure", "probably"] = "probably"
    concerns: Texts = ()
    sources: Texts = ()


@dataclass(frozen=True)
class Question:
    """A fact worth asking for: it could raise the level to `could_become` through these rules."""

    fact: str
    text: str
    could_become: Level
    rules: Texts


@dataclass(frozen=True)
class SafetyNetItem:
    """A rule that is not met now, with the smallest changes that would meet it."""

    level: Level
    rule: str
    text: str
    changes: Texts


@dataclass(frozen=True)
class Notice:
    """Something the reader must know of how the case was read: contradiction, carried_over or stale."""

    kind: str
    text: str


@dataclass(frozen=True)
class KnowledgeUsed:
    """Which knowledge made this: its version, the hash of its files, its review, and whose protocol overlays it."""

    version: str
    hash: str
    review: str
    clinic: Clinic | None


@dataclass(frozen=True)
class Assessment:
    """The whole answer for one person and one day."""

    disposition: Disposition
    notices: tuple[Notice, ...]
    course: Course
    causes: tuple[CauseView, ...]
    plan: Plan
    products: tuple[ProductView, ...]
    questions: tuple[Question, ...]
    safety_net: tuple[SafetyNetItem, ...]
    knowledge: KnowledgeUsed
    sources: dict[str, Source]
