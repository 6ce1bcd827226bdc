"""Who works where."""

from needlecare.web.accounts.models import Clinic, User


def clinics_of(user: User) -> list[Clinic]:
    """The clinics of a member of staff, by name."""
    return list(user.clinics.order_by("name", "id"))
