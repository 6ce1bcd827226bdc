"""The page of a product's label: the verdict, the label with its words marked, why, and what instead."""

from typing import NamedTuple

from needlecare.core.label.answer import ConcernFound, LabelAnswer, Part
from needlecare.export.capital import capital
from needlecare.export.grade_words import GRADES
from needlecare.export.label_marks import ALSO, DECIDES, NOT_READ, Kind, stretches
from needlecare.export.text_label import sentence, until_words
from needlecare.export.verdict_words import verdict_words
from needlecare.knowledge.model import Knowledge
from needlecare.web.public.presenters.basis import Cited, listed


class Piece(NamedTuple):
    """A piece of the label, and why it is marked; "" is not marked."""

    text: str
    kind: Kind | str


class ClassShown(NamedTuple):
    """A class that decides: until when, in what, why, and where sources disagree."""

    name: str
    until: str
    ingredients: str
    why: str
    notes: tuple[str, ...]
    disagreement: str | None
    unsure: bool
    how: str
    sources: tuple[str, ...]


class PartShown(NamedTuple):
    """One product of a set."""

    name: str
    verdict: str
    words: str
    because: str


class LabelShown(NamedTuple):
    """All that a page says of a label."""

    verdict: str
    headline: str
    reasons: tuple[str, ...]
    day: int
    parts: tuple[PartShown, ...]
    pieces: tuple[Piece, ...]
    kinds: frozenset[str]
    counted: str
    deciding: tuple[ClassShown, ...]
    instead: tuple[str, ...]
    not_understood: tuple[str, ...]
    others: tuple[str, ...]
    sources: tuple[Cited, ...]


def label_shown(answer: LabelAnswer, text: str, knowledge: Knowledge) -> LabelShown:
    """The page for an answer; `text` is the label that was judged."""
    pieces = _pieces(answer, text)
    read = answer.read
    concerns = answer.concerns.values()
    return LabelShown(
        verdict=answer.verdict,
        headline=answer.headline,
        reasons=answer.reasons,
        day=answer.day,
        parts=tuple(_part(number, part) for number, part in enumerate(answer.parts, 1)) if answer.parts[1:] else (),
        pieces=pieces,
        kinds=frozenset(piece.kind for piece in pieces if piece.kind),
        counted=f"{read.recognised} of {read.tokens} name{'s' if read.tokens != 1 else ''} understood.",
        deciding=tuple(_class(concern, answer) for concern in concerns if concern.decides),
        instead=answer.instead,
        not_understood=read.not_understood if answer.is_list else (),
        others=tuple(f"{found.name} ({', '.join(found.ingredients)})" for found in concerns if not found.decides),
        sources=listed(answer.sources, knowledge),
    )


def _pieces(answer: LabelAnswer, text: str) -> tuple[Piece, ...]:
    found: list[Piece] = []
    at = 0
    for start, end, kind in stretches(answer, (DECIDES, NOT_READ, ALSO)):
        found += [Piece(text[at:start], ""), Piece(text[start:end], kind)]
        at = end
    found.append(Piece(text[at:], ""))
    return tuple(piece for piece in found if piece.text)


def _class(concern: ConcernFound, answer: LabelAnswer) -> ClassShown:
    return ClassShown(
        name=capital(concern.name),
        until=until_words(concern, answer),
        ingredients=", ".join(concern.ingredients).removesuffix("."),
        why=concern.why,
        notes=tuple(map(sentence, concern.notes)),
        disagreement=concern.disagreement,
        unsure=concern.sure == "probably",
        how=GRADES[concern.grade],
        sources=concern.sources,
    )


def _part(number: int, part: Part) -> PartShown:
    words = verdict_words(part.verdict, part.until_day)
    return PartShown(part.name or f"Product {number}", part.verdict, words, ", ".join(part.deciding))
