"""What staff fill in: a treatment, an enrolment, a reply. What a case may hold is judged by the core alone."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, cast

from django import forms

from needlecare.core.case import Case
from needlecare.core.faults import CaseError
from needlecare.export.capital import capital
from needlecare.knowledge.model import Knowledge
from needlecare.web.asking.options import FITZPATRICK

if TYPE_CHECKING:
    from needlecare.web.clinic.models import TreatmentTemplate

AHEAD, BACK = timedelta(days=31), timedelta(days=366)
NO_TEMPLATE = "none"
NOT_SAID = "Not said"


class ProcedureForm(forms.Form):
    """What was done, as far as it is known: the part `procedure` of a case, without its date."""

    device = forms.ChoiceField(required=False, label="Device")
    needle_depth_mm = forms.CharField(required=False, label="Needle depth", max_length=10)
    areas = forms.MultipleChoiceField(required=False, label="Treated areas")

    def __init__(self, *args: Any, knowledge: Knowledge, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        facts = knowledge.facts
        self._offer("device", [("", NOT_SAID), *_choices(facts["device"].values)])
        self._offer("areas", _choices(facts["areas"].values))

    def clean_needle_depth_mm(self) -> float | None:
        """The depth as a number, whichever way it was written."""
        text = self.cleaned_data["needle_depth_mm"].lower().replace(",", ".").removesuffix("mm").strip()
        try:
            return float(text) if text else None
        except ValueError:
            raise forms.ValidationError("Write the depth in millimetres, such as 1.5") from None

    def clean(self) -> dict[str, Any]:
        """All that was filled in, read as a case."""
        found = super().clean() or {}
        if not self.errors:
            self._read({"procedure": self.procedure()})
        return found

    def procedure(self) -> dict[str, Any]:
        """Only what was said."""
        names = ("device", "needle_depth_mm", "areas")
        return {name: value for name in names if (value := self.cleaned_data.get(name)) not in (None, "", [])}

    def _offer(self, name: str, choices: Iterable[tuple[Any, str]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = list(choices)

    def _read(self, case: dict[str, Any]) -> None:
        try:
            Case.read(case)
        except CaseError as error:
            for fault in error.faults:
                name = fault.path.split(".")[-1].split("[")[0]
                self.add_error(name if name in self.fields else None, f"This should be {fault.expected}")


class TemplateForm(ProcedureForm):
    """A treatment that the clinic often does."""

    name = forms.CharField(label="Name", max_length=120, error_messages={"required": "Give it a name"})
    protocol = forms.TypedChoiceField(required=False, label="Aftercare protocol", coerce=int, empty_value=None)
    field_order = ("name", "device", "needle_depth_mm", "areas", "protocol")

    def __init__(self, *args: Any, protocols: Iterable[tuple[int, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("protocol", [("", "The general one"), *protocols])


class EnrolForm(ProcedureForm):
    """A new patient. What is filled in besides a template counts in its place."""

    sent_key = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": "Load this page again"})
    shown_name = forms.CharField(
        label="Name or initials", max_length=80, error_messages={"required": "Write a name or initials"}
    )
    email = forms.EmailField(
        required=False, label="E-mail address", error_messages={"invalid": "Write an address like name@example.org"}
    )
    phone = forms.CharField(required=False, label="Telephone", max_length=40)
    template = forms.ChoiceField(label="Treatment", error_messages={"required": "Choose a treatment"})
    done_on = forms.DateField(
        label="Date of the treatment",
        error_messages={"required": "Give the date", "invalid": "Write the date like 2026-05-31"},
    )
    fitzpatrick = forms.ChoiceField(required=False, label="Fitzpatrick skin type")
    history = forms.MultipleChoiceField(required=False, label="They have, or have had")
    consent = forms.BooleanField(label="They agree", error_messages={"required": "Ask, and tick when they agree"})

    def __init__(
        self, *args: Any, knowledge: Knowledge, templates: "Iterable[TreatmentTemplate]", today: date, **kwargs: Any
    ) -> None:
        self._templates = {str(each.pk): each for each in templates}
        self._today = today
        kwargs["initial"] = {
            "sent_key": uuid.uuid4(),
            "template": _only(self._templates),
            "done_on": today.isoformat(),
            **kwargs.get("initial", {}),
        }
        super().__init__(*args, knowledge=knowledge, **kwargs)
        named = [(key, each.name) for key, each in self._templates.items()]
        self._offer("template", [*named, (NO_TEMPLATE, "Another treatment")])
        self._offer("fitzpatrick", [("", NOT_SAID), *((each.value, each.text) for each in FITZPATRICK)])
        asked = {
            key.partition(".")[2]: fact.name for key, fact in knowledge.facts.items() if key.startswith("history.")
        }
        self._offer("history", _choices(asked))

    def clean_done_on(self) -> date:
        """Not long ago, and not far ahead."""
        day: date = self.cleaned_data["done_on"]
        if not self._today - BACK <= day <= self._today + AHEAD:
            raise forms.ValidationError("Give a date within the last year, or the next month")
        return day

    def clean(self) -> dict[str, Any]:
        """The treatment and the person, read as a case."""
        found = super().clean()
        if not self.errors:
            self._read({"procedure": self.procedure(), "patient": self.background()})
        return found

    def chosen(self) -> "TreatmentTemplate | None":
        """The template, where one was chosen."""
        return self._templates.get(self.cleaned_data.get("template", ""))

    def procedure(self) -> dict[str, Any]:
        """The template's, and what differs this time."""
        chosen = self.chosen()
        return {**(chosen.procedure if chosen else {}), **super().procedure()}

    def background(self) -> dict[str, Any]:
        """The part `patient` of a case. What was not ticked stays unknown."""
        skin, history = self.cleaned_data.get("fitzpatrick"), self.cleaned_data.get("history")
        told: dict[str, Any] = {"fitzpatrick": int(skin)} if skin else {}
        return {**told, "history": dict.fromkeys(history, True)} if history else told


class SearchForm(forms.Form):
    """A name to look for. It is sent by POST: a name has no place in an address."""

    name = forms.CharField(required=False, max_length=80, label="Find by name")


def _only(templates: Mapping[str, Any]) -> str | None:
    """What is chosen to begin with: nothing where there is a choice, so that none is taken by mistake."""
    return next(iter(templates), NO_TEMPLATE) if len(templates) < 2 else None


def _choices(values: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(value, _own(text)) for value, text in values.items()]


def _own(text: str) -> str:
    """A value as an answer of its own: "a pen" is "Pen", "the face" is "Face"."""
    for article in ("a ", "an ", "the "):
        text = text.removeprefix(article)
    return capital(text)
