"""What a sentence on a page rests on: how well it is known, and its sources in full."""

from collections.abc import Iterable
from typing import NamedTuple

from needlecare.export.grade_words import GRADES
from needlecare.export.manual_citation import cited
from needlecare.knowledge.model import Graded, Knowledge, Statement


class Said(NamedTuple):
    """A sentence, how well it is known, and the ids of its sources."""

    text: str
    how: str
    sources: tuple[str, ...]


class Cited(NamedTuple):
    """A source in full, with where a reader finds it."""

    key: str
    cite: str
    link: str


def based(text: str, item: Graded) -> Said:
    """A sentence that rests on what an entry rests on."""
    return Said(text, GRADES[item.grade], item.sources)


def said(statement: Statement) -> Said:
    """A statement with what it rests on."""
    return based(statement.text, statement)


def citations(value: object, knowledge: Knowledge) -> tuple[Cited, ...]:
    """Every source that an entry (or a tuple of entries) cites."""
    return listed(cited(value), knowledge)


def listed(keys: Iterable[str], knowledge: Knowledge) -> tuple[Cited, ...]:
    """Sources by their ids."""
    return tuple(Cited(key, knowledge.sources[key].cite, knowledge.sources[key].link) for key in keys)
