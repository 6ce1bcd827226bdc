"""The form of "Can I use this today?"."""

from datetime import date
from typing import Any

from django import forms

from needlecare.core.label.use import Person
from needlecare.labels import DAYS

LONGEST = 20_000  # characters of a label
DEPTHS = ("0.25", "0.5", "0.75", "1", "1.5", "2", "2.5", "3")
_WHEN = "Enter how many days ago the treatment was, or its date"
_TOO_LONG_AGO = f"The treatment must be {DAYS[-1]} days ago or less"


class LabelForm(forms.Form):
    """A label, the day, and what of the needling and the person changes the answer."""

    text = forms.CharField(
        max_length=LONGEST,
        strip=False,
        error_messages={
            "required": "Paste or type the list of ingredients",
            "max_length": f"The list must be {LONGEST:,} characters or fewer. Paste the ingredients of one product",
        },
    )
    day = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=DAYS[-1],
        error_messages={
            "invalid": "The number of days must be a whole number, such as 3",
            "min_value": "The number of days must be 0 or more",
            "max_value": _TOO_LONG_AGO,
        },
    )
    treated_on = forms.DateField(
        required=False, error_messages={"invalid": "The date of the treatment must be a real date, such as 2026-05-03"}
    )
    kind = forms.ChoiceField(
        choices=(("leave_on", "It stays on the skin"), ("rinse_off", "It is washed off")),
        initial="leave_on",
        required=False,
        error_messages={"invalid_choice": "Choose whether it stays on or is washed off"},
    )
    depth_mm = forms.ChoiceField(
        choices=(("", "I don't know"), *((depth, f"{depth} mm") for depth in DEPTHS)),
        required=False,
        error_messages={"invalid_choice": "Choose one of the needle lengths, or “I don't know”"},
    )
    name = forms.CharField(
        max_length=200,
        required=False,
        error_messages={"max_length": "The name must be 200 characters or fewer"},
    )
    allergies = forms.CharField(
        max_length=500,
        required=False,
        error_messages={"max_length": "The allergies must be 500 characters or fewer"},
    )
    acne_prone = forms.ChoiceField(
        choices=(("yes", "Yes"), ("no", "No"), ("", "I don't know")),
        required=False,
        error_messages={"invalid_choice": "Choose yes, no or “I don't know”"},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today

    def clean_text(self) -> str:
        """The label with plain line ends, so that places in it are those that are shown."""
        text: str = self.cleaned_data["text"].replace("\r\n", "\n").strip()
        if not text:
            raise forms.ValidationError("Paste or type the list of ingredients")
        return text

    def clean_treated_on(self) -> date | None:
        """A date that has come and is not too long ago."""
        treated_on: date | None = self.cleaned_data["treated_on"]
        if treated_on and treated_on > self._today:
            raise forms.ValidationError("The date of the treatment must be today or before")
        if treated_on and (self._today - treated_on).days > DAYS[-1]:
            raise forms.ValidationError(_TOO_LONG_AGO)
        return treated_on

    def clean(self) -> dict[str, Any]:
        """The day, counted from the date where it is not given; both must agree."""
        told = super().clean() or {}
        if "day" in self.errors or "treated_on" in self.errors:
            return told
        day, treated_on = told.get("day"), told.get("treated_on")
        if day is None and treated_on is None:
            self.add_error("day", _WHEN)
        elif treated_on is not None:
            counted = (self._today - treated_on).days
            if day is not None and day != counted:
                self.add_error("day", "The number of days and the date do not agree. Give one of them")
            told["day"] = counted
        return told

    def asked(self) -> dict[str, Any]:
        """What the label check is asked, from a form that is valid."""
        told = self.cleaned_data
        allergies = tuple(word.strip() for word in told["allergies"].split(",") if word.strip())
        return {
            "text": told["text"],
            "day": told["day"],
            "depth_mm": float(told["depth_mm"]) if told["depth_mm"] else None,
            "kind": told["kind"] or "leave_on",
            "name": told["name"] or None,
            "person": Person(acne_prone={"yes": True, "no": False}.get(told["acne_prone"]), allergies=allergies),
        }
