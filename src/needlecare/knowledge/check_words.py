"""Whether every phrase is there, and asks only for what the engine fills in."""

from collections.abc import Iterator
from string import Formatter

from needlecare.knowledge.faults import KnowledgeFault
from needlecare.knowledge.files import REGISTERS, WORDS_FILE
from needlecare.knowledge.model import WORDS, Knowledge

_FILLED = {"rising": {"sign"}, "rebound": {"sign"}, "beyond": {"sign"}, "onset": {"sign"}, "exposure": {"substance"}}
_TEXTS = ("name", "question", "yes", "no")


def word_faults(knowledge: Knowledge) -> Iterator[KnowledgeFault]:
    """Missing and unknown phrases, and places in them that nothing fills."""
    for name in sorted(WORDS.keys() - knowledge.words.keys()):
        yield KnowledgeFault(WORDS_FILE, name, "", "the phrase is missing")
    for name in sorted(knowledge.words.keys() - WORDS.keys()):
        yield KnowledgeFault(WORDS_FILE, name, "", "is no phrase that the engine uses")
    for name, allowed in WORDS.items():
        yield from _place_faults(WORDS_FILE, name, "", knowledge.words.get(name), allowed)
    for name, fact in knowledge.facts.items():
        for field in _TEXTS:
            yield from _place_faults(REGISTERS["facts"], name, field, getattr(fact, field), _FILLED.get(name, set()))


def _place_faults(
    file: str, entry: str, field: str, text: str | None, allowed: set[str] | frozenset[str]
) -> Iterator[KnowledgeFault]:
    try:
        places = {place for _, place, _, _ in Formatter().parse(text or "") if place is not None}
    except ValueError as error:
        yield KnowledgeFault(file, entry, field, f"cannot be filled in: {error}")
        return
    for place in sorted(places - allowed):
        yield KnowledgeFault(file, entry, field, f"{{{place}}} is filled in by nothing")
