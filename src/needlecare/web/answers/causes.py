"""What may be causing it: the first causes in full, the others by name."""

from dataclasses import dataclass

from needlecare.export.cause_words import ABOUT_CAUSES, STRENGTH, depends, likely, tenths, too_close
from needlecare.web.answers.said import Citing, Said
from needlecare.web.answers.stored import Plain, number, part, rows, text, texts

IN_FULL = 3
STRONG, SLIGHT = 1.0, 0.3  # natural-log odds: times 2.7, and times 1.35


@dataclass(frozen=True)
class Clue:
    """A finding with how much it says, for or against: strongly, "" or a little."""

    name: str
    much: str


@dataclass(frozen=True)
class CauseShown:
    """A possible cause. `clues_for` were told; `missing` would fit and were told not to be there; `clues_against` were
    told and fit less well."""

    id: str
    name: str
    likely: str
    tenths: int
    notes: tuple[str, ...]
    mechanism: Said
    strength: str
    clues_for: tuple[Clue, ...]
    missing: tuple[Clue, ...]
    clues_against: tuple[Clue, ...]
    what_to_do: tuple[Said, ...]
    stop_waiting: Said | None
    evidence_for: tuple[Said, ...]
    evidence_against: tuple[Said, ...]


@dataclass(frozen=True)
class NamedCause:
    """A less likely cause by its name."""

    id: str
    name: str


@dataclass(frozen=True)
class CausesShown:
    """A word about the order, the first causes, and the rest."""

    about: str
    first: tuple[CauseShown, ...]
    rest: tuple[NamedCause, ...]


def causes_of(answer: Plain, cite: Citing) -> CausesShown | None:
    """The causes as they were ranked; None where none was looked for."""
    found = rows(answer, "causes")
    if not found:
        return None
    names = {text(row, "id"): text(row, "name") for row in found}
    rest = tuple(NamedCause(text(row, "id"), text(row, "name")) for row in found[IN_FULL:])
    return CausesShown(ABOUT_CAUSES, tuple(_cause(row, names, cite) for row in found[:IN_FULL]), rest)


def _cause(row: Plain, names: dict[str, str], cite: Citing) -> CauseShown:
    probability = number(row, "probability")
    close, rests_on = text(row, "close_to"), texts(row, "rests_on")
    notes = (too_close(names.get(close, close)),) if close else ()
    clues = rows(row, "contributions")
    there = [clue for clue in clues if clue.get("present")]
    return CauseShown(
        id=text(row, "id"),
        name=text(row, "name"),
        likely="we cannot tell how likely" if probability is None else likely(probability),
        tenths=tenths(probability or 0),
        notes=(*notes, depends(rests_on)) if rests_on else notes,
        mechanism=cite.said(part(row, "mechanism")),
        strength=STRENGTH.get(text(row, "strength"), ""),
        clues_for=tuple(_clue(clue) for clue in there if _weight(clue) > 0),
        missing=tuple(_clue(clue) for clue in clues if not clue.get("present")),
        clues_against=tuple(_clue(clue) for clue in there if _weight(clue) < 0),
        what_to_do=tuple(cite.said(item) for item in rows(row, "what_to_do")),
        stop_waiting=cite.said(part(row, "stop_waiting")) if part(row, "stop_waiting") else None,
        evidence_for=tuple(cite.said(item) for item in rows(row, "evidence_for")),
        evidence_against=tuple(cite.said(item) for item in rows(row, "evidence_against")),
    )


def _weight(clue: Plain) -> float:
    return number(clue, "weight") or 0


def _clue(clue: Plain) -> Clue:
    size = abs(_weight(clue))
    return Clue(text(clue, "name"), "strongly" if size >= STRONG else "a little" if size < SLIGHT else "")
