"""A check-in is stored with the assessment that was given for it.

The assessment is made before the transaction begins, since it takes the most time; inside, the treatment's count of
check-ins says whether another came in between. Then all is read and assessed again.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from needlecare.core.assess import assess
from needlecare.core.assessment import Assessment
from needlecare.core.case import Case
from needlecare.core.faults import CaseError
from needlecare.export.json import to_json
from needlecare.web.journal import selectors
from needlecare.web.journal.actions.checked import check_texts, checked
from needlecare.web.journal.models import CheckIn, GivenAssessment, Treatment
from needlecare.web.zones import local_day

LAST_DAY = 365
TRIES = 20


class NotToday(Exception):  # noqa: N818
    """A check-in before the treatment, or more than a year after it; `day` says which day it would be."""

    def __init__(self, day: int) -> None:
        self.day = day
        super().__init__(f"day {day} is not between 0 and {LAST_DAY}")


@dataclass(frozen=True)
class _Assessed:
    """What is stored of a check-in that was told, and the count of check-ins that it rests on."""

    on: date
    told: dict[str, Any]
    case: dict[str, Any]
    assessment: Assessment
    rests_on: int


def record_check_in(
    *,
    treatment: Treatment,
    sent_key: uuid.UUID,
    told: dict[str, Any],
    used: Sequence[int] = (),
    who: str = "patient",
    screens: int | None = None,
    now: datetime,
) -> CheckIn:
    """The check-in of today (in the patient's time zone), with its `assessment`.

    `told` is a check-in of a case, in which day and date are set here; `used` are ids of the patient's products. The
    same `sent_key` again gives the first one back. Raises CaseError for what cannot be read, NotToday.
    """
    local = local_day(treatment.patient.time_zone, now)
    if not 0 <= treatment.day(local) <= LAST_DAY:
        raise NotToday(treatment.day(local))
    used = tuple(dict.fromkeys(used))
    for _ in range(TRIES):
        read = selectors.read_treatment(treatment)
        if read.has(sent_key):
            return treatment.check_ins.select_related("assessment").get(sent_key=sent_key)
        assessed = _assess(treatment, read, told, used, read.today(local))
        check_in = checked(
            CheckIn(
                treatment=treatment,
                sent_key=sent_key,
                day=treatment.day(assessed.on),
                made_at=now,
                who=who,
                told=assessed.told,
                screens=screens,
            )
        )
        if _store(check_in, assessed, used):
            return check_in
        treatment.refresh_from_db(fields=["check_ins_made"])
    raise RuntimeError(f"{treatment} had {TRIES} other check-ins while one was stored")


def _assess(
    treatment: Treatment, read: selectors.TreatmentRead, told: dict[str, Any], used: tuple[int, ...], on: date
) -> _Assessed:
    check_texts(told)
    unknown = set(used) - read.product_ids
    if unknown:
        raise CaseError.one("products", "a product that is not on the shelf", "products from the shelf")
    told = {**{key: value for key, value in told.items() if key != "day"}, "date": on.isoformat()}
    case = read.case(told, used, treatment.day(on))
    assessment = assess(Case.read(case), selectors.knowledge_of(treatment), on)
    return _Assessed(on, told, case, assessment, treatment.check_ins_made)


def _store(check_in: CheckIn, assessed: _Assessed, used: tuple[int, ...]) -> bool:
    """Stores all or, where another check-in came first, nothing."""
    treatment, assessment = check_in.treatment, assessed.assessment
    given = GivenAssessment(
        check_in=check_in,
        made_at=check_in.made_at,
        level=assessment.disposition.level,
        case=assessed.case,
        answer=to_json(assessment).decode(),
        knowledge_version=assessment.knowledge.version,
        knowledge_hash=assessment.knowledge.hash,
        protocol_version=treatment.protocol.version if treatment.protocol else "",
    )
    with transaction.atomic():
        unchanged = Treatment.objects.filter(pk=treatment.pk, check_ins_made=assessed.rests_on)
        if not unchanged.update(check_ins_made=F("check_ins_made") + 1):
            return False
        check_in.save(force_insert=True)
        if used:
            CheckIn.used.through.objects.bulk_create(
                CheckIn.used.through(checkin_id=check_in.pk, shelfproduct_id=product) for product in used
            )
        given.save(force_insert=True)
        treatment.patient.reminders_made.filter(on=assessed.on, sent_at=None, dropped_at=None).update(
            dropped_at=check_in.made_at
        )
    treatment.check_ins_made = assessed.rests_on + 1
    return True
