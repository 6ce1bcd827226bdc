"""What the pages of a record say that follows from the record alone; pure. The answers are shown by web/answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

import segno

from needlecare.core.placing import put
from needlecare.export.course_chart import Mark
from needlecare.knowledge.model import Knowledge
from needlecare.web.answers.card import ClinicContact
from needlecare.web.answers.left_open import Ask
from needlecare.web.answers.products import ProductShown
from needlecare.web.answers.shown import Shown
from needlecare.web.asking.case import answers_of, case_of

if TYPE_CHECKING:
    from needlecare.web.accounts.models import Clinic
    from needlecare.web.journal.models import CheckIn, Message, ShelfProduct
    from needlecare.web.journal.selectors import TreatmentRead


@dataclass(frozen=True)
class Refused:
    """Why an invitation does not open a record: the status, what happened, what to do."""

    status: int
    title: str
    text: str


_ASK = "ask your clinic for a new link. It takes them a moment."
REFUSED = {
    "used": Refused(
        410,
        "This link was already used",
        f"A link opens the record once. If it was you, go back to the browser that opened it. If not: {_ASK}",
    ),
    "expired": Refused(410, "This link is too old", f"A link works for two days. Please {_ASK}"),
    "withdrawn": Refused(410, "There is a newer link", f"Use the newest link or code that you were given. Or: {_ASK}"),
    "unknown": Refused(404, "We do not know this link or code", f"Check the code and type it again. Or: {_ASK}"),
    "too_many": Refused(429, "Too many tries", f"Wait an hour, then type the code again. Or: {_ASK}"),
}


@dataclass(frozen=True)
class Stage:
    """Where the patient stands in the course: before, tonight, course, last or after; and what the heading says."""

    name: str
    day: int
    title: str


def stage(day: int, knowledge: Knowledge) -> Stage:
    """The stage on a day since the treatment. Small pimples, the longest of the ordinary effects, give the "about"."""
    spots = int(max(band.ends_latest.value for band in knowledge.course["papules"].bands)) - 1
    last = last_day(knowledge)
    if day < 0:
        return Stage("before", day, "Before your treatment")
    if day == 0:
        return Stage("tonight", day, "Tonight")
    if day < last:
        return Stage("course", day, f"Day {day} of about {spots}" if day <= spots else f"Day {day}")
    return Stage(
        "last" if day == last else "after", day, f"Day {day}, the last of your plan" if day == last else f"Day {day}"
    )


def last_day(knowledge: Knowledge) -> int:
    """The last day of the plan."""
    return int(knowledge.phases.course_until.value) - 1


def usual(answer: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What is usual today, by how strong it may be: ("moderate", "redness, swelling"), the strongest first."""
    names: dict[str, list[str]] = {"severe": [], "moderate": [], "mild": []}
    for sign in answer["course"]["signs"]:
        up_to = (sign["expected"] or {}).get("up_to")
        if up_to in names:
            names[up_to].append(sign["name"])
    return [(severity, ", ".join(found)) for severity, found in names.items() if found]


def still_stands(last: "CheckIn | None") -> bool:
    """Whether the last answer asked for a call, so that the next days go on saying it until a new answer comes."""
    return last is not None and last.assessment.level != "self-care"


def new_ones(messages: Iterable["Message"]) -> int:
    """How many messages of the clinic nobody has read yet."""
    return sum(message.from_clinic and message.read_at is None for message in messages)


def key_of(treatment_id: int, purpose: str) -> UUID:
    """A key that stays the same for a treatment: of the calendar's events, of the one message that says how it went."""
    return uuid5(UUID(int=treatment_id), purpose)


@dataclass(frozen=True)
class Handed:
    """An invitation as it is handed over: once, as link, picture and code."""

    link: str
    picture: str
    code: str
    until: datetime


def handed(link: str, code: str, until: datetime) -> Handed:
    """The invitation with its QR code as an address that an image may have."""
    return Handed(
        link, segno.make(link, error="m").svg_data_uri(scale=6, border=3, dark="#1f2a30", light="#fff"), code, until
    )


def next_question(answer: Mapping[str, Any], knowledge: Knowledge) -> Ask | None:
    """The first fact worth asking for that a check-in can hold; what belongs to the person the clinic enters."""
    rows = (row for row in answer.get("questions", ()) if _of_check_in(row["fact"]))
    return next((Ask(row["fact"], row["text"], knowledge.levels[row["could_become"]].title) for row in rows), None)


def asking(found: Shown, ask: Ask | None) -> Shown:
    """What is shown of an answer, with this as the one question."""
    return replace(found, left_open=replace(found.left_open, ask=ask)) if found.left_open else found


def _of_check_in(fact: str) -> bool:
    case: dict[str, Any] = {}
    put(case, fact, None)
    return "check_ins" in case and fact != "day"


def with_one_more(told: Mapping[str, Any], answers: Mapping[str, Any], knowledge: Knowledge) -> dict[str, Any]:
    """What was told before, with one more answer."""
    before = answers_of({"check_ins": [told]})
    look: dict[str, Any] = case_of({**before, **answers}, knowledge)["check_ins"][-1]
    return look


def contact(clinic: "Clinic") -> ClinicContact:
    """How to reach the clinic, as an answer's card has it."""
    return ClinicContact(clinic.name, clinic.phone, clinic.hours, clinic.out_of_hours, clinic.emergency_number)


def marks(case: Mapping[str, Any], treatment: str) -> list[Mark]:
    """What a chart marks below its days: the treatment, and the products on the days they were used."""
    used = [Mark(day, product["name"]) for product in case["products"] for day in product["used_on_days"]]
    return [Mark(0, treatment, "treatment"), *used]


def shelf_rows(read: "TreatmentRead", found: Sequence[ProductShown]) -> list[tuple["ShelfProduct", ProductShown]]:
    """What is on the shelf with its verdict of the assessment: fine first, then waiting, left out, not known.

    It is the assessment's and not the label's alone: what is likely the matter, or urgent, holds more things back.
    """
    order = ("fine", "wait", "avoid", "unknown")
    judged = [product for product in read.products if product.removed_at is None or read.used_on.get(product.pk)]
    rows = [pair for pair in zip(judged, found, strict=True) if pair[0].removed_at is None]
    return sorted(rows, key=lambda pair: order.index(pair[1].verdict))
