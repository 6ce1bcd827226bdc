"""The page of a sign: how it looks on every skin, when it is expected, when to call."""

from typing import NamedTuple

from needlecare.core.saying import plain
from needlecare.export.capital import capital
from needlecare.export.explain import calls
from needlecare.export.manual_citation import reviewed
from needlecare.knowledge.model import Band, Knowledge
from needlecare.knowledge.vocabulary import Level
from needlecare.web.public.presenters.bands import needling
from needlecare.web.public.presenters.basis import Cited, Said, based, citations, said


class BandRow(NamedTuple):
    """The days of a course for some needling."""

    whom: str
    begins: str
    gone: str
    beyond: str


class Call(NamedTuple):
    """What asks for a call at a level."""

    level: Level
    title: str
    names: tuple[str, ...]


class SignPage(NamedTuple):
    """All that a page says of a sign."""

    key: str
    name: str
    looks: Said
    deep_skin: str | None
    grades: tuple[tuple[str, str], ...]
    not_ordinary: str
    summary: Said | None
    incidence: Said | None
    bands: tuple[BandRow, ...]
    calls: tuple[Call, ...]
    sources: tuple[Cited, ...]
    review: str


def sign_page(key: str, knowledge: Knowledge) -> SignPage:
    """The page of one sign."""
    sign, course = knowledge.signs[key], knowledge.course.get(key)
    name = capital(sign.name)
    return SignPage(
        key=key,
        name=name,
        looks=based(sign.looks, sign),
        deep_skin=sign.deep_skin,
        grades=(("Mild", sign.mild), ("Moderate", sign.moderate), ("Severe", sign.severe)),
        not_ordinary="" if course else f"{name} {'are' if sign.plural else 'is'} not part of ordinary healing.",
        summary=said(course.summary) if course else None,
        incidence=said(course.incidence) if course else None,
        bands=tuple(_row(band, knowledge) for band in course.bands) if course else (),
        calls=tuple(
            Call(level, knowledge.levels[level].title, tuple(map(capital, names)))
            for level, names in calls(key, knowledge)
        ),
        sources=citations((sign, course) if course else sign, knowledge),
        review=reviewed(sign.review),
    )


def _row(band: Band, knowledge: Knowledge) -> BandRow:
    first, last = plain(band.ends_earliest.value), plain(band.ends_latest.value)
    return BandRow(
        whom=capital(needling(band, knowledge)),
        begins=f"day {plain(band.onset.value)}",
        gone=f"day {last}" if first == last else f"day {first} to day {last}",
        beyond=f"day {plain(band.published_latest.value)}",
    )
