"""A statement with what it rests on, and a memory of the sources that were named, numbered as a page names them."""

from collections.abc import Iterable
from dataclasses import dataclass

from needlecare.export.grade_words import GRADES
from needlecare.web.answers.stored import Plain, text, texts

_NOT_RECORDED = "How well this is known was not recorded."


@dataclass(frozen=True)
class Cited:
    """A source as it is named behind a statement; the number is that of the list of sources."""

    id: str
    number: int


@dataclass(frozen=True)
class Said:
    """A statement, how well it is known (`grade`, and `known` as a sentence), and its sources."""

    text: str
    grade: str
    known: str
    sources: tuple[Cited, ...]

    @property
    def is_estimate(self) -> bool:
        """Whether it is our own judgement; the sources named with it do not prove it."""
        return self.grade == "estimate"


class Citing:
    """Numbers the sources in the order in which they are first named."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, ids: Iterable[str]) -> tuple[Cited, ...]:
        """The sources with their numbers."""
        return tuple(Cited(key, self.numbers.setdefault(key, len(self.numbers) + 1)) for key in ids)

    def said(self, data: Plain, key: str = "text") -> Said:
        """A stored statement, whose words stand under `key`."""
        grade = text(data, "grade")
        return Said(text(data, key), grade, GRADES.get(grade, _NOT_RECORDED), self(texts(data, "sources")))
