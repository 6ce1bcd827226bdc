"""A story told with the app's own actions, each at the moment when it would have happened."""

import uuid
from datetime import date, datetime, time, timedelta
from functools import singledispatchmethod
from typing import Any
from zoneinfo import ZoneInfo

from django.http import QueryDict

from needlecare.knowledge.model import Knowledge
from needlecare.web.accounts.models import Clinic, User
from needlecare.web.asking.case import Answers, case_of
from needlecare.web.asking.forms import form_for
from needlecare.web.asking.pages import Page
from needlecare.web.asking.tiles import TILES
from needlecare.web.clinic.consent import WORDS
from needlecare.web.clinic.models import TreatmentTemplate
from needlecare.web.demo import story as told
from needlecare.web.journal import actions
from needlecare.web.journal.models import Patient, ShelfProduct, Treatment
from needlecare.web.knowledge import shipped

ENROLLED_AT = time(10)
NOWHERE = "192.0.2.1"  # an address for documentation (RFC 5737)


class Telling:
    """One patient of the clinic. What would lie ahead of `now` has happened just now."""

    def __init__(
        self, story: told.Story, clinic: Clinic, staff: dict[str, User], template: TreatmentTemplate, now: datetime
    ) -> None:
        self._story, self._clinic, self._staff, self._template, self._now = story, clinic, staff, template, now
        self._zone = ZoneInfo(clinic.time_zone)
        self._done_on: date = now.astimezone(self._zone).date() - timedelta(days=story.today)
        self._shelf: dict[str, ShelfProduct] = {}
        self._patient: Patient
        self._treatment: Treatment

    def tell(self) -> Patient:
        """From the enrolment to today."""
        begun = self._moment(0, ENROLLED_AT)
        self._patient = actions.enrol(
            clinic=self._clinic,
            by=self._staff[self._story.by],
            shown_name=self._story.name,
            email=self._story.email,
            phone=self._story.phone,
            treatment_name=self._template.name,
            procedure=self._template.procedure,
            done_on=self._done_on,
            protocol=self._template.protocol,
            background=self._story.background,
            consent_words=WORDS,
            now=begun,
        )
        self._treatment = self._patient.treatments.get()
        for _ in range(self._story.devices):
            invited = actions.invite(patient=self._patient, now=begun)
            actions.accept(token=invited.token, address=NOWHERE, now=begun)
        for one in self._story.moments():
            self._do(one, self._moment(one.day, one.at))
        return self._patient

    def _moment(self, day: int, at: time) -> datetime:
        return min(datetime.combine(self._done_on + timedelta(days=day), at, self._zone), self._now)

    @singledispatchmethod
    def _do(self, one: Any, now: datetime) -> None:
        raise TypeError(one)

    @_do.register
    def _(self, one: told.Product, now: datetime) -> None:
        self._shelf[one.name] = actions.add_product(
            patient=self._patient,
            sent_key=uuid.uuid4(),
            name=one.name,
            ingredients=one.ingredients,
            kind=one.kind,
            now=now,
        )

    @_do.register
    def _(self, one: told.CheckIn, now: datetime) -> None:
        actions.record_check_in(
            treatment=self._treatment,
            sent_key=uuid.uuid4(),
            told=case_of(_told(one.answers, shipped()), shipped())["check_ins"][-1],
            used=[self._shelf[name].pk for name in one.used],
            who=one.who,
            screens=5,
            now=now,
        )

    @_do.register
    def _(self, one: told.Message, now: datetime) -> None:
        if one.sender:
            by = self._staff[one.sender]
            actions.mark_read(patient=self._patient, by_clinic=True, now=now)
            actions.reply(patient=self._patient, sent_key=uuid.uuid4(), text=one.text, by=by, now=now)
        else:
            actions.send_message(patient=self._patient, sent_key=uuid.uuid4(), text=one.text, who=one.who, now=now)

    @_do.register
    def _(self, one: told.Look, now: datetime) -> None:
        by = self._staff[one.by]
        actions.note_look(patient=self._patient, by=f"{by} ({self._clinic})", user=by, what="your record", now=now)


def _told(answers: Answers, knowledge: Knowledge) -> Answers:
    """What was answered, with what the tiles say of each fact, as the app's own form makes it."""
    data = QueryDict(mutable=True)
    for key, value in answers.items():
        data.setlist(key, value if isinstance(value, list) else [value])
    tiles = Page("tiles", "Tiles", tuple(key for key in answers if key in TILES))
    return form_for(tiles, knowledge, data).merged(answers)
