"""What a patient fills in besides the check-in, and what is wrong with it in words."""

import uuid
import zoneinfo
from typing import TYPE_CHECKING, Any, Self

from django import forms

from needlecare.web.journal.reminder_times import is_quiet

if TYPE_CHECKING:
    from needlecare.web.journal.models import Patient

LONGEST_MESSAGE = 5_000  # as in models.py
LONGEST_LABEL = 50_000


class OpenForm(forms.Form):
    """The token from an invitation's link, or the short code typed by hand."""

    token = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    code = forms.CharField(required=False, max_length=40)

    def clean(self) -> dict[str, Any]:
        """One of the two is needed."""
        found = super().clean() or {}
        if not self.errors and not found.get("token") and not found.get("code"):
            self.add_error("code", "Type the code from your invitation")
        return found


class SentOnce(forms.Form):
    """A form that may arrive twice and counts once, by the key it was made with."""

    sent_key = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": "Load this page again"})

    @classmethod
    def fresh(cls, **initial: Any) -> Self:
        """An empty form with a new key."""
        return cls(initial={"sent_key": uuid.uuid4(), **initial})


class MessageForm(SentOnce):
    """A message to the clinic."""

    text = forms.CharField(
        max_length=LONGEST_MESSAGE,
        error_messages={
            "required": "Write your message first",
            "max_length": f"Write at most {LONGEST_MESSAGE} characters",
        },
    )


class ProductForm(SentOnce):
    """A product on the shelf, with the words of its label where they are at hand."""

    name = forms.CharField(
        max_length=120,
        error_messages={"required": "Write what it is called", "max_length": "Write at most 120 characters"},
    )
    ingredients = forms.CharField(
        required=False,
        max_length=LONGEST_LABEL,
        error_messages={"max_length": f"Write at most {LONGEST_LABEL} characters"},
    )
    kind = forms.ChoiceField(
        choices=[("leave_on", "It stays on, like a cream"), ("rinse_off", "It is washed off, like a cleanser")],
        error_messages={"required": "Choose whether it stays on or is washed off"},
    )


class RemindersForm(forms.Form):
    """Whether, when and where a reminder comes."""

    on = forms.BooleanField(required=False)
    at = forms.TimeField(error_messages={"required": "Choose a time", "invalid": "Write a time like 18:00"})
    quiet_from = forms.TimeField(error_messages={"required": "Choose a time", "invalid": "Write a time like 21:00"})
    quiet_to = forms.TimeField(error_messages={"required": "Choose a time", "invalid": "Write a time like 08:00"})
    time_zone = forms.ChoiceField(
        choices=[(zone, zone.replace("_", " ")) for zone in sorted(zoneinfo.available_timezones())],
        error_messages={"required": "Choose where you are", "invalid_choice": "Choose a place from the list"},
    )
    email = forms.EmailField(
        required=False, max_length=254, error_messages={"invalid": "Write an e-mail address like name@example.com"}
    )

    @classmethod
    def of(cls, patient: "Patient") -> Self:
        """As it is now."""
        held = ("quiet_from", "quiet_to", "time_zone", "email")
        now = {"on": patient.reminders, "at": patient.remind_at, **{name: getattr(patient, name) for name in held}}
        return cls(initial=now)

    def clean(self) -> dict[str, Any]:
        """A reminder needs somewhere to go, and a time outside the quiet hours."""
        found = super().clean() or {}
        if found.get("on") and not found.get("email") and "email" not in self.errors:
            self.add_error("email", "Write the e-mail address to remind, or switch reminders off")
        at, quiet_from, quiet_to = (found.get(name) for name in ("at", "quiet_from", "quiet_to"))
        if found.get("on") and at and quiet_from and quiet_to and is_quiet(at, quiet_from, quiet_to):
            self.add_error("at", "Choose a time outside your quiet hours")
        return found


class OneMoreForm(SentOnce):
    """One more fact after an answer: which one, and the key with which it counts once."""

    fact = forms.CharField(max_length=60)


class LeaveForm(forms.Form):
    """Leaving for good is said twice."""

    sure = forms.BooleanField(error_messages={"required": "Tick the box if you want to leave and erase everything"})


class DeviceForm(forms.Form):
    """Which device shall no longer open the record."""

    device = forms.IntegerField(min_value=1)


class HowForm(forms.Form):
    """The one question at the end of the course."""

    how = forms.ChoiceField(
        choices=[
            ("Better than I expected.", "Better than I expected"),
            ("As I expected.", "As I expected"),
            ("Not as well as I had hoped.", "Not as well as I had hoped"),
        ],
        error_messages={"required": "Choose one of the three"},
    )
    words = forms.CharField(required=False, max_length=2000)

    def said(self) -> str:
        """What the clinic reads."""
        return f"How it went: {self.cleaned_data['how']} {self.cleaned_data['words']}".strip()
