"""The sources that an answer names, resolved: what to read, where it is, and how much it can carry."""

from dataclasses import dataclass
from typing import Any

from needlecare.export.grade_words import GRADES
from needlecare.knowledge.model import Knowledge, Source
from needlecare.web.answers.said import Citing
from needlecare.web.answers.stored import Plain, part, text


@dataclass(frozen=True)
class SourceShown:
    """A source with its number. `link` is a web address, or empty; `place` says where it stands in print."""

    number: int
    id: str
    cite: str
    link: str
    place: str
    grade: str
    known: str


def sources_of(answer: Plain, knowledge: Knowledge, cite: Citing) -> tuple[SourceShown, ...]:
    """The named sources by their numbers, as the answer keeps them, or else as they are known now."""
    kept = part(answer, "sources")
    return tuple(_source(number, key, part(kept, key), knowledge) for key, number in cite.numbers.items())


def _source(number: int, key: str, kept: Plain, knowledge: Knowledge) -> SourceShown:
    now = knowledge.sources.get(key)
    fields: dict[str, Any] = {field: kept.get(field) for field in Source.model_fields}
    found = Source.model_construct(**fields) if kept else now
    link = found.link if found else ""
    cite = (found.cite if found else None) or key
    grade = text(kept, "grade") or (now.grade if now else "")
    web = link.startswith(("https://", "http://"))
    return SourceShown(
        number, key, cite, link if web else "", "" if web or link in cite else link, grade, GRADES.get(grade, "")
    )
