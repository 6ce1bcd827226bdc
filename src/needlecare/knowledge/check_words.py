"""Whether every phrase is there, and asks only for what the engine fills in."""

from collections.abc import Iterator, Mapping
from string import Formatter

from needlecare.knowledge.faults import KnowledgeFault
from needlecare.knowledge.files import REGISTERS, WORDS_FILE
from needlecare.knowledge.model import WORDS, Knowledge

_FILLED = {"rising": {"sign"}, "rebound": {"sign"}, "beyond": {"sign"}, "onset": {"sign"}, "exposure": {"substance"}}
_TEXTS = ("name", "question", "yes", "no")


def word_faults(knowledge: Knowledge) -> Iterator[KnowledgeFault]:
    """Missing and unknown phrases, and places in them that nothing fills."""
    yield from phrase_faults(WORDS_FILE, knowledge.words, WORDS)
    for name, fact in knowledge.facts.items():
        for field in _TEXTS:
            yield from _place_faults(REGISTERS["facts"], name, field, getattr(fact, field), _FILLED.get(name, set()))


def phrase_faults(
    file: str, phrases: Mapping[str, str], wanted: Mapping[str, frozenset[str]]
) -> Iterator[KnowledgeFault]:
    """What is wrong with the phrases of a file: missing, not used, or with a place that nothing fills."""
    for name in sorted(wanted.keys() - phrases.keys()):
        yield KnowledgeFault(file, name, "", "the phrase is missing")
    for name in sorted(phrases.keys() - wanted.keys()):
        yield KnowledgeFault(file, name, "", "is no phrase that the engine uses")
    for name, allowed in wanted.items():
        yield from _place_faults(file, name, "", phrases.get(name), allowed)


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
