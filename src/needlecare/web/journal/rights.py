"""What a patient and what somebody who cares for them may do with the record."""

from typing import Literal

What = Literal[
    "read", "check_in", "message", "products", "reminders", "download", "leave", "invite", "end_devices", "looks"
]  # fmt: skip

_OF_CAREGIVERS = frozenset({"read", "check_in", "message", "products"})


def may(who: str, what: What) -> bool:
    """Whether a device of this kind may do this: a patient all, a caregiver what helps with the day, others nothing."""
    return who == "patient" or (who == "caregiver" and what in _OF_CAREGIVERS)
