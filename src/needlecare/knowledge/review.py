"""How much of the knowledge a clinician has reviewed, in words that an answer carries."""

from collections.abc import Mapping
from typing import Any

from needlecare.knowledge.model import NOT_REVIEWED


def review_of(*kinds: Mapping[str, Any]) -> str:
    """ "not yet reviewed by a clinician" while none of the entries has been; how many are left; or that all have."""
    reviews = [entry.review for entries in kinds for entry in entries.values()]
    waiting = sum(review == NOT_REVIEWED for review in reviews)
    if not waiting:
        return "reviewed by a clinician"
    return NOT_REVIEWED if waiting == len(reviews) else f"{NOT_REVIEWED}: {waiting} of {len(reviews)} entries"
