"""Setting up clinics and their staff. All writes of accounts outside the admin and the login library."""

from collections.abc import Mapping

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from needlecare.web.accounts.models import Clinic, Membership, User
from needlecare.web.links import link_to
from needlecare.web.zones import zone_of


@transaction.atomic
def add_clinic(*, name: str, details: Mapping[str, str] | None = None, is_demo: bool = False) -> Clinic:
    """A clinic; `details` are fields of the model by name. Raises ValidationError with every fault by field."""
    clinic = Clinic(name=name.strip(), is_demo=is_demo, **(details or {}))
    zone_of(clinic.time_zone)
    clinic.full_clean()
    clinic.save()
    return clinic


@transaction.atomic
def add_staff(
    *,
    clinic: Clinic,
    email: str,
    name: str,
    password: str | None = None,
    role: Membership.Role = Membership.Role.STAFF,
) -> User:
    """Somebody who works for a clinic; an account that is there already is used as it is.

    Without a password nobody can sign in before the link of `first_link` was used. Raises ValidationError.
    """
    address = User.objects.normalize_email(email.strip())
    user = User.objects.filter(email__iexact=address).first()
    if user is None:
        user = User(email=address, name=name.strip())
        if password is not None:
            _check(password, user)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save()
    Membership.objects.get_or_create(user=user, clinic=clinic, defaults={"role": role})
    return user


def first_link(user: User) -> str:
    """A link with which somebody sets a password, once, within three days (PASSWORD_RESET_TIMEOUT)."""
    from allauth.account import app_settings
    from allauth.account.utils import user_pk_to_url_str

    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    return link_to("account_reset_password_from_key", uidb36=user_pk_to_url_str(user), key=token)


def _check(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise ValidationError({"password": error.messages}) from None
