"""The pages of "What is normal on day N?": every sign against its course on one day, by needling."""

from typing import Literal, NamedTuple

from needlecare.core.course import TOLD_TO_THE_CLINIC, bands_for, closed_from, expected_on, phase_on, rank_on
from needlecare.core.saying import plain
from needlecare.export.capital import capital
from needlecare.export.manual_citation import reviewed
from needlecare.export.manual_course import PHASES
from needlecare.knowledge.model import Band, Knowledge, Sign
from needlecare.knowledge.vocabulary import SEVERITIES
from needlecare.web.public.presenters.bands import ForWhom, grouped
from needlecare.web.public.presenters.basis import Cited, Said, citations, said

LAST_DAY = 30
DEPTHS = ("0.25", "0.5", "1", "1.5", "2", "2.5")
Standing = Literal["usual", "tell", "gone", "beyond", "later"]


class SignOnDay(NamedTuple):
    """A sign on one day: how it stands, what is expected for whom, and when it goes."""

    key: str
    name: str
    standing: Standing
    expected: tuple[ForWhom, ...]
    goes: str


class Named(NamedTuple):
    """A sign by its id and name."""

    key: str
    name: str


class DayPage(NamedTuple):
    """All that a page says of a day."""

    day: int
    phase: Said
    usual: tuple[SignOnDay, ...]
    tell: tuple[SignOnDay, ...]
    gone: tuple[Named, ...]
    beyond: tuple[Named, ...]
    never: tuple[Named, ...]
    sources: tuple[Cited, ...]
    review: str


class PhaseDays(NamedTuple):
    """A phase of healing with its days, as far as pages go."""

    words: Said
    days: tuple[int, ...]


def phase_days(knowledge: Knowledge) -> tuple[PhaseDays, ...]:
    """The phases with their days, for needles of a length that is not known."""
    closed = closed_from(knowledge.phases, {})
    by_phase: dict[str, list[int]] = {name: [] for name in PHASES}
    for day in range(LAST_DAY + 1):
        by_phase[phase_on(day, knowledge.phases, closed)].append(day)
    return tuple(PhaseDays(said(getattr(knowledge.phases, name)), tuple(days)) for name, days in by_phase.items())


def day_page(day: int, depth_mm: float | None, knowledge: Knowledge) -> DayPage:
    """The page of a day, for one needle length or for all."""
    facts = {} if depth_mm is None else {"needle_depth_mm": depth_mm}
    phase = phase_on(day, knowledge.phases, closed_from(knowledge.phases, facts))
    signs = [_on_day(key, day, bands_for(key, facts, knowledge), knowledge) for key in _coursed(knowledge)]
    by = {standing: tuple(sign for sign in signs if sign.standing == standing) for standing in _STANDINGS}
    never = tuple(
        Named(key, capital(sign.name)) for key, sign in knowledge.signs.items() if key not in knowledge.course
    )
    rests_on = tuple(knowledge.course[sign.key] for sign in signs if sign.standing != "later")
    return DayPage(
        day=day,
        phase=said(getattr(knowledge.phases, phase)),
        usual=by["usual"],
        tell=by["tell"],
        gone=_named(by["gone"]),
        beyond=_named(by["beyond"]),
        never=never,
        sources=citations((getattr(knowledge.phases, phase), *rests_on), knowledge),
        review=reviewed(knowledge.phases.review),
    )


_STANDINGS: tuple[Standing, ...] = ("usual", "tell", "gone", "beyond", "later")


def _named(signs: tuple[SignOnDay, ...]) -> tuple[Named, ...]:
    return tuple(Named(sign.key, sign.name) for sign in signs)


def _coursed(knowledge: Knowledge) -> list[str]:
    return [key for key in knowledge.signs if key in knowledge.course]


def _on_day(key: str, day: int, bands: tuple[Band, ...], knowledge: Knowledge) -> SignOnDay:
    sign = knowledge.signs[key]
    whole = expected_on(bands, day)
    first, last = plain(whole.gone_from), plain(whole.gone_by)
    goes = f"usually gone by day {last}" if first == last else f"usually gone between day {first} and day {last}"
    if day >= whole.gone_by:
        goes = f"mostly gone by now, and usually by day {last}"
    expected = grouped(((_words(band, day, sign), band) for band in bands), knowledge)
    return SignOnDay(key, capital(sign.name), _standing(key, day, bands), expected, capital(goes))


def _standing(key: str, day: int, bands: tuple[Band, ...]) -> Standing:
    if any(rank_on(band, day) and day >= band.onset.value for band in bands):
        return "tell" if key in TOLD_TO_THE_CLINIC else "usual"
    if all(day >= band.published_latest.value for band in bands):
        return "beyond"
    return "later" if all(day < band.onset.value for band in bands) else "gone"


def _words(band: Band, day: int, sign: Sign) -> str:
    """What is expected on a day at most, in words that a patient can hold against the mirror."""
    if day < band.onset.value:
        return f"Not yet: it may begin on day {plain(band.onset.value)}"
    if day >= band.published_latest.value:
        return "No longer: this is longer than in any published course"
    severity = SEVERITIES[rank_on(band, day)]
    if severity == "none":
        return "Usually gone"
    looks = {"mild": sign.mild, "moderate": sign.moderate, "severe": sign.severe}[severity]
    return f"May be severe: {looks}" if severity == "severe" else f"{severity.capitalize()} at most: {looks}"
