"""A patient's record. Written by actions.py alone; read through selectors.py, from the patient or the clinic."""

import uuid
from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models

from needlecare.web.accounts.models import Clinic, Protocol
from needlecare.web.journal.fields import AsGiven

LONGEST_MESSAGE = 5_000  # characters
LONGEST_LABEL = 50_000


class Who(models.TextChoices):
    """Who acts on a record from outside the clinic."""

    PATIENT = "patient", "patient"
    CAREGIVER = "caregiver", "caregiver"


class Patient(models.Model):
    """A person in the care of one clinic. `background` is the patient part of a case (docs/guide/case.md)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    clinic = models.ForeignKey(Clinic, on_delete=models.CASCADE, related_name="patients")
    shown_name = models.CharField(max_length=80)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    background: "models.JSONField[dict[str, Any]]" = models.JSONField(default=dict, blank=True)
    time_zone = models.CharField(max_length=64)
    reminders = models.BooleanField(default=True)
    remind_at = models.TimeField(default=time(18))
    quiet_from = models.TimeField(default=time(21))
    quiet_to = models.TimeField(default=time(8))
    consented_at = models.DateTimeField()
    consent_words = models.TextField()
    enrolled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    enrolled_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["clinic", "enrolled_at"])]

    def __str__(self) -> str:
        return f"patient {self.id}"  # what a log may show


class Treatment(models.Model):
    """One microneedling session. `procedure` is that part of a case, without its date."""

    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="treatments")
    name = models.CharField(max_length=120)
    done_on = models.DateField()
    procedure: "models.JSONField[dict[str, Any]]" = models.JSONField(default=dict, blank=True)
    protocol = models.ForeignKey(Protocol, null=True, on_delete=models.PROTECT, related_name="+")
    check_ins_made = models.PositiveIntegerField(default=0)  # goes up with each, so that two at once are noticed

    class Meta:
        ordering = ["-done_on", "-id"]

    def day(self, on: date) -> int:
        """Days since the session; day 0 is that of the session."""
        return (on - self.done_on).days


class Invitation(models.Model):
    """A link, once, for a time. Only hashes are kept: of the token in the link, and of the short code for typing."""

    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="invitations")
    who = models.CharField(max_length=10, choices=Who.choices, default=Who.PATIENT)
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)


class Attempt(models.Model):
    """A code was typed that opened nothing, by an address of which a keyed hash is kept for as long as it counts."""

    address_hash = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["address_hash", "at"])]


class Device(models.Model):
    """A browser that may open one record, by a secret in its cookie of which only the hash is kept."""

    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="devices")
    who = models.CharField(max_length=10, choices=Who.choices, default=Who.PATIENT)
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    seen_on = models.DateField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    def may_act(self, now: datetime) -> bool:
        """Whether it still opens the record."""
        return self.ended_at is None and now < self.expires_at


class ShelfProduct(models.Model):
    """A product that the patient owns; the text of its label where it is known."""

    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="products")
    name = models.CharField(max_length=120)
    ingredients = models.TextField(blank=True, validators=[MaxLengthValidator(LONGEST_LABEL)])
    kind = models.CharField(max_length=10, choices=[("leave_on", "stays on"), ("rinse_off", "is washed off")])
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    sent_key = models.UUIDField()

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["patient", "sent_key"], name="one_product_a_key")]


class CheckIn(models.Model):
    """One look at the skin. `told` is a check-in of a case, with its date; `sent_key` makes a second copy harmless."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    treatment = models.ForeignKey(Treatment, on_delete=models.CASCADE, related_name="check_ins")
    sent_key = models.UUIDField()
    day = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    who = models.CharField(max_length=10, choices=Who.choices, default=Who.PATIENT)
    told: "models.JSONField[dict[str, Any]]" = models.JSONField()
    used = models.ManyToManyField(ShelfProduct, related_name="check_ins")
    screens = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [models.UniqueConstraint(fields=["treatment", "sent_key"], name="one_check_in_a_key")]


class GivenAssessment(models.Model):
    """The answer as it was given, with the case, the knowledge and the protocol that made it; never changed."""

    check_in = models.OneToOneField(CheckIn, on_delete=models.CASCADE, related_name="assessment")
    made_at = models.DateTimeField()
    level = models.CharField(max_length=20)
    case: "models.Field[dict[str, Any] | str, dict[str, Any]]" = AsGiven()
    answer: "models.Field[dict[str, Any] | str, dict[str, Any]]" = AsGiven()
    knowledge_version = models.CharField(max_length=40)
    knowledge_hash = models.CharField(max_length=64)
    protocol_version = models.CharField(max_length=40, blank=True)


class Message(models.Model):
    """A message between patient and clinic."""

    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="messages")
    from_clinic = models.BooleanField()
    who = models.CharField(max_length=10, choices=Who.choices, blank=True)  # where it is not from the clinic
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(validators=[MaxLengthValidator(LONGEST_MESSAGE)])
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    sent_key = models.UUIDField()

    class Meta:
        ordering = ["sent_at", "id"]
        constraints = [models.UniqueConstraint(fields=["patient", "sent_key"], name="one_message_a_key")]


class Look(models.Model):
    """Somebody looked at a record: who, when, at what. The patient may read it."""

    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="looks")
    by = models.CharField(max_length=160)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    what = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]


class Reminder(models.Model):
    """The one reminder of a person's local day: sent once at most, and tried again where the mail server was away.

    `claimed_at` is set before it is sent and emptied where it is known not to have left.
    """

    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="reminders_made")
    treatment = models.ForeignKey(Treatment, on_delete=models.CASCADE, related_name="reminders")
    day = models.PositiveIntegerField()
    on = models.DateField()
    due_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)  # answered before it was sent, switched off, or the day was over

    class Meta:
        constraints = [models.UniqueConstraint(fields=["patient", "on"], name="one_reminder_a_day")]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(sent_at__isnull=True, dropped_at__isnull=True),
                name="reminders_open",
            )
        ]


class Departure(models.Model):
    """A patient left and was erased: the clinic learns that, and nothing else is kept."""

    clinic = models.ForeignKey(Clinic, on_delete=models.CASCADE, related_name="departures")
    on = models.DateField()
