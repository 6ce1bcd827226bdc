"""Staff, clinics, who works where, and the protocols that clinics lay over the aftercare rules."""

import uuid
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models


class UserManager(BaseUserManager["User"]):
    """Makes staff accounts by e-mail address."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """An account. Raises ValueError without an address."""
        if not email:
            raise ValueError("an account needs an e-mail address")
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """An account that may use the admin for staff accounts."""
        return self.create_user(email, password, **{**fields, "is_staff": True, "is_superuser": True})


class User(AbstractBaseUser, PermissionsMixin):
    """A member of staff. Patients have no accounts."""

    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField("may sign in", default=True)
    is_staff = models.BooleanField("may use the admin for staff accounts", default=False)
    joined_at = models.DateTimeField(auto_now_add=True)

    EMAIL_FIELD = USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = UserManager()

    def __str__(self) -> str:
        return self.name or self.email


class Clinic(models.Model):
    """The tenant: everything that staff see starts here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=40, blank=True)
    hours = models.CharField(max_length=200, blank=True, help_text="as patients read it: Mon to Fri, 8:00 to 18:00")
    out_of_hours = models.TextField(max_length=1000, blank=True, help_text="what to do when the clinic is closed")
    email = models.EmailField(blank=True)
    time_zone = models.CharField(max_length=64, default="Europe/London")
    emergency_number = models.CharField(max_length=20, default="112")
    is_demo = models.BooleanField(default=False, editable=False)
    staff: "models.ManyToManyField[User, Membership]" = models.ManyToManyField(
        User, through="Membership", related_name="clinics"
    )

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """Somebody works for a clinic."""

    class Role(models.TextChoices):
        LEAD = "lead", "leads the clinic"
        STAFF = "staff", "works with patients"

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    clinic = models.ForeignKey(Clinic, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.STAFF)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "clinic"], name="one_membership_a_clinic")]

    def __str__(self) -> str:
        return f"{self.user} at {self.clinic}"


class Protocol(models.Model):
    """One version of a clinic's aftercare protocol, as TOML text; never changed once made."""

    clinic = models.ForeignKey(Clinic, on_delete=models.CASCADE, related_name="protocols")
    version = models.CharField(max_length=40)
    text = models.TextField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["clinic", "version"], name="one_protocol_a_version")]

    def __str__(self) -> str:
        return f"{self.clinic}, version {self.version}"
