"""The register of sources."""

from typing import NamedTuple

from needlecare.export.grade_words import GRADES
from needlecare.knowledge.model import Knowledge

_READ = {
    "abstract": "We read its abstract or opening.",
    "excerpt": "We read parts of it.",
    "none": "We did not read it.",
}


class Registered(NamedTuple):
    """A source, the most that it can carry, and how much of it was read."""

    key: str
    cite: str
    link: str
    carries: str
    read: str


def register(knowledge: Knowledge) -> tuple[Registered, ...]:
    """Every source by its id."""
    return tuple(
        Registered(key, source.cite, source.link, GRADES[source.grade], _READ[source.read])
        for key, source in sorted(knowledge.sources.items())
    )
