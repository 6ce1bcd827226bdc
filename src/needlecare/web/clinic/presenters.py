"""What the clinic's pages say; pure, with the moment and the knowledge as arguments."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from needlecare.export.capital import capital
from needlecare.knowledge.model import Knowledge
from needlecare.web.zones import local_day, zone_of

if TYPE_CHECKING:
    from needlecare.web.journal.models import CheckIn, Treatment


@dataclass(frozen=True)
class Row:
    """A patient in the list. `level` is empty where there is no check-in yet."""

    id: UUID
    name: str
    treatment: str
    day: str
    level: str
    level_says: str
    checked_in: str
    unread: int


def row(patient: Any, knowledge: Knowledge, now: datetime) -> Row:
    """The row of a patient as clinic/selectors.py gives it."""
    today = local_day(patient.time_zone, now)
    last = patient.checked_in_at and local_day(patient.time_zone, patient.checked_in_at)
    return Row(
        id=patient.pk,
        name=patient.shown_name,
        treatment=patient.treatment_name or "",
        day=day_says((today - patient.done_on).days) if patient.done_on else "",
        level=patient.level or "",
        level_says=knowledge.levels[patient.level].title if patient.level else "",
        checked_in=f"Last check-in {ago(last, today)}" if last else "No check-in yet",
        unread=patient.unread,
    )


def day_says(day: int) -> str:
    """Where somebody is: "Day 3"; before the treatment, how long until then."""
    if day < 0:
        return "Treatment tomorrow" if day == -1 else f"Treatment in {-day} days"
    return f"Day {day}"


def ago(then: date, today: date) -> str:
    """How long ago a day was."""
    days = (today - then).days
    return "today" if days <= 0 else "yesterday" if days == 1 else f"{days} days ago"


@dataclass(frozen=True)
class Told:
    """A check-in in short, with the answer as it was given then."""

    day: int
    made_at: datetime
    by: str
    level: str
    level_says: str
    headline: str
    note: str


@dataclass(frozen=True)
class Course:
    """A treatment and its check-ins, newest first."""

    name: str
    done_on: date
    procedure: str
    told: tuple[Told, ...]


def course(treatment: "Treatment", knowledge: Knowledge, zone: str) -> Course:
    """A treatment as the page of a patient shows it."""
    told = [_told(check_in, knowledge, zone_of(zone)) for check_in in reversed(treatment.check_ins.all())]
    return Course(treatment.name, treatment.done_on, procedure_says(treatment.procedure, knowledge), tuple(told))


def _told(check_in: "CheckIn", knowledge: Knowledge, zone: ZoneInfo) -> Told:
    given = check_in.assessment
    return Told(
        day=check_in.day,
        made_at=check_in.made_at.astimezone(zone),
        by="somebody who helps them" if check_in.who == "caregiver" else "",
        level=given.level,
        level_says=knowledge.levels[given.level].title,
        headline=given.answer["disposition"]["headline"],
        note=str(check_in.told.get("note") or ""),
    )


def procedure_says(procedure: Mapping[str, Any], knowledge: Knowledge) -> str:
    """What was done in a few words: "pen, 1.5 mm, face"; empty where nothing is known."""
    device, depth, areas = (procedure.get(name) for name in ("device", "needle_depth_mm", "areas"))
    says = [knowledge.facts["device"].values.get(device, device)] if device else []
    says += [f"{depth:g} mm"] if depth else []
    says += [
        knowledge.facts["areas"].values.get(area, area) for area in ([areas] if isinstance(areas, str) else areas or ())
    ]
    return ", ".join(text.removeprefix("a ").removeprefix("the ") for text in says)


def treatment_name(chosen: str, procedure: Mapping[str, Any], knowledge: Knowledge) -> str:
    """The name of a treatment: its template's, or what was done."""
    says = procedure_says(procedure, knowledge)
    return (chosen or capital(says) or "Microneedling")[:120]
