"""The pages of "Why do I have pimples?": the list of causes, and each with what speaks for and against it."""

from typing import NamedTuple

from needlecare.export.capital import capital
from needlecare.export.cause_words import STRENGTH as IN_SHORT
from needlecare.export.explain import STRENGTH, fitting
from needlecare.export.manual_citation import reviewed
from needlecare.knowledge.model import Cause, Knowledge
from needlecare.web.public.presenters.basis import Cited, Said, citations, said


class CauseLine(NamedTuple):
    """A cause in the list: what it is called, what people hear, how strong its evidence is."""

    key: str
    name: str
    everyday: str | None
    strength: str


class CausePage(NamedTuple):
    """All that a page says of a cause."""

    key: str
    name: str
    everyday: str | None
    strength: str
    mechanism: Said
    to_do: tuple[Said, ...]
    stop_waiting: Said
    speaks_for: tuple[Said, ...]
    speaks_against: tuple[Said, ...]
    fits: tuple[str, ...]
    more: tuple[str, ...]
    less: tuple[str, ...]
    sources: tuple[Cited, ...]
    review: str


def cause_list(knowledge: Knowledge) -> tuple[CauseLine, ...]:
    """Every cause, those first that are thought to be most common."""
    ordered = sorted(knowledge.causes.values(), key=lambda cause: (-cause.prior.value, cause.id))
    return tuple(
        CauseLine(cause.id, capital(cause.name), cause.everyday, IN_SHORT[cause.strength]) for cause in ordered
    )


def cause_page(cause: Cause, knowledge: Knowledge) -> CausePage:
    """The page of one cause."""
    return CausePage(
        key=cause.id,
        name=capital(cause.name),
        everyday=cause.everyday,
        strength=STRENGTH[cause.strength],
        mechanism=said(cause.mechanism),
        to_do=tuple(map(said, cause.what_to_do)),
        stop_waiting=said(cause.stop_waiting),
        speaks_for=tuple(map(said, cause.evidence_for)),
        speaks_against=tuple(map(said, cause.evidence_against)),
        fits=tuple(map(capital, fitting(cause, knowledge))),
        more=tuple(capital(item.name) for item in cause.modifiers if item.odds.value > 1),
        less=tuple(capital(item.name) for item in cause.modifiers if item.odds.value < 1),
        sources=citations(cause, knowledge),
        review=reviewed(cause.review),
    )
