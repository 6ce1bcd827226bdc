"""Each sign against the course expected on this day for this needle depth, device and skin.

Where depth or device are unknown, every band that could apply is looked at; if they disagree the answer is cannot_tell.
"""

from functools import lru_cache
from typing import Any

from needlecare.core.assessment import Course, ExpectedRange, SignCourse
from needlecare.core.condition import RANK
from needlecare.core.facts import Situation
from needlecare.knowledge.model import Band, Knowledge, Phases
from needlecare.knowledge.vocabulary import SEVERITIES, SIGNS, Device, SignId

DEEP_SKIN_FROM = 5  # Fitzpatrick V and VI: redness is harder to see (NHS-CEL)
LAST_DRAWN = 28


def bands_for(sign: str, facts: dict[str, Any], knowledge: Knowledge) -> tuple[Band, ...]:
    """The bands that could apply: all that the known device and needle depth do not rule out."""
    return _bands(knowledge, sign, facts.get("device"), facts.get("needle_depth_mm"))


@lru_cache(maxsize=4096)
def _bands(knowledge: Knowledge, sign: str, device: str | None, depth: float | None) -> tuple[Band, ...]:
    return tuple(
        band
        for band in knowledge.course[sign].bands
        if (device is None or not band.devices or device in band.devices)
        and (depth is None or (band.from_mm <= depth and (band.below_mm is None or depth < band.below_mm)))
    )


@lru_cache(maxsize=256)
def decides_beyond(sign: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Which of device and needle depth the last day of a sign's published course depends on."""
    bands = knowledge.course[sign].bands
    by_device: dict[tuple[float, float | None], set[float]] = {}
    by_depth: dict[tuple[Device, ...], set[float]] = {}
    for band in bands:
        by_device.setdefault((band.from_mm, band.below_mm), set()).add(band.published_latest.value)
        by_depth.setdefault(band.devices, set()).add(band.published_latest.value)
    device = ("device",) if any(len(days) > 1 for days in by_device.values()) else ()
    depth = ("needle_depth_mm",) if any(len(days) > 1 for days in by_depth.values()) else ()
    return device + depth


def beyond(knowledge: Knowledge, facts: dict[str, Any]) -> dict[str, bool]:
    """The facts `beyond.<sign>`: there on a day that lies outside every published course. Absent where unknown."""
    day = facts.get("day")
    found: dict[str, bool] = {}
    for sign in knowledge.course:
        rank = facts.get("sign." + sign)
        if rank == 0:
            found["beyond." + sign] = False
        elif day is not None:
            past = {day >= band.published_latest.value for band in bands_for(sign, facts, knowledge)}
            if past == {False} or (past == {True} and rank is not None):
                found["beyond." + sign] = True in past
    return found


def course_of(situation: Situation, knowledge: Knowledge) -> Course:
    """The phase of healing, and every sign that is there or usual today."""
    facts, day = situation.facts, situation.day
    phase = phase_of(day, knowledge.phases, facts)
    signs = []
    for sign in SIGNS:
        rank = facts.get("sign." + sign)
        if rank or (rank == 0 and sign in knowledge.course) or _usual(sign, day, facts, knowledge):
            signs.append(_sign_course(sign, rank, situation, knowledge))
    statement = getattr(knowledge.phases, phase) if phase else None
    return Course(
        day=day,
        phase=phase,
        phase_text=statement.text if statement else knowledge.words["day_unknown"],
        phase_sources=statement.sources if statement else (),
        signs=tuple(signs),
    )


def closed_from(phases: Phases, facts: dict[str, Any]) -> int:
    """The first day on which the channels count as closed; the careful end where the needle depth is unknown."""
    depth = facts.get("needle_depth_mm")
    days = [
        closure.closed_from.value
        for closure in phases.closure
        if depth is None or (closure.from_mm <= depth and (closure.below_mm is None or depth < closure.below_mm))
    ]
    factor = phases.occluded_factor.value if facts.get("under_occlusion") else 1
    return int(max(days) * factor)


def phase_of(day: int | None, phases: Phases, facts: dict[str, Any]) -> str | None:
    """open_channels, barrier_repair or remodelling; None where the day is unknown."""
    if day is None:
        return None
    return phase_on(day, phases, closed_from(phases, facts))


def phase_on(day: int, phases: Phases, closed: int) -> str:
    """The phase of a day where the channels count as closed from day `closed` on."""
    if day < closed:
        return "open_channels"
    return "barrier_repair" if day < max(phases.barrier_until.value, closed) else "remodelling"


def _usual(sign: SignId, day: int | None, facts: dict[str, Any], knowledge: Knowledge) -> bool:
    if sign not in knowledge.course or day is None or sign in TOLD_TO_THE_CLINIC:
        return False
    return any(band.onset.value <= day < band.ends_earliest.value for band in bands_for(sign, facts, knowledge))


TOLD_TO_THE_CLINIC = ("hyperpigmentation", "lymphadenopathy", "milia", "comedones", "numbness")


def _sign_course(sign: SignId, rank: int | None, situation: Situation, knowledge: Knowledge) -> SignCourse:
    facts, day = situation.facts, situation.day
    course, entry = knowledge.course.get(sign), knowledge.signs[sign]
    severity = SEVERITIES[rank] if rank is not None else None
    reported = tuple((then, ranks[sign]) for then, ranks in situation.reported if then is not None and sign in ranks)
    if course is None:
        text = f"{entry.name.capitalize()} {'are' if entry.plural else 'is'} not part of an ordinary course."
        return SignCourse(sign, entry.name, severity, "beyond", None, text, (), reported, entry.sources)
    bands = bands_for(sign, facts, knowledge)
    hidden = sign == "erythema" and facts.get("fitzpatrick", 0) >= DEEP_SKIN_FROM
    compared = "cannot_tell" if rank is None or (hidden and rank < RANK["moderate"]) else _agreed(bands, day, rank)
    if hidden and compared == "cannot_tell" and day is not None and _agreed(bands, day, rank or 1) == "beyond" and rank:
        compared = "beyond"
    path, sources = _drawn(knowledge, sign, facts.get("device"), facts.get("needle_depth_mm"))
    return SignCourse(
        sign=sign,
        name=entry.name,
        severity=severity,
        compared=compared,
        expected=expected_on(bands, day),
        text=_text(entry.name, entry.plural, rank, compared, day, bands, (entry.deep_skin if hidden else None)),
        path=path,
        reported=reported,
        sources=sources,
    )


def _agreed(bands: tuple[Band, ...], day: int | None, rank: int) -> str:
    answers = {_compared(band, day, rank) for band in bands} if day is not None else {"cannot_tell"}
    return answers.pop() if len(answers) == 1 else "cannot_tell"


def _compared(band: Band, day: int, rank: int) -> str:
    """One sign on one day against one band. Stronger than usual for the day reads as later: healing runs behind."""
    if rank == 0:
        return "within"
    if day < band.onset.value:
        return "earlier"
    if day >= band.published_latest.value:
        return "beyond"
    return "later" if day >= band.ends_latest.value or rank > rank_on(band, day) else "within"


def rank_on(band: Band, day: int) -> int:
    """The most that a band expects on a day, as a rank; 0 where nothing."""
    return next((RANK[item.up_to] for item in band.expected if item.from_day <= day < item.before_day), 0)


def expected_on(bands: tuple[Band, ...], day: int | None) -> ExpectedRange:
    """What is expected on a day by the widest of some bands."""
    up_to = None
    if day is not None:
        up_to = SEVERITIES[max(rank_on(band, day) for band in bands)]
    return ExpectedRange(
        up_to=up_to,
        onset=min(band.onset.value for band in bands),
        gone_from=min(band.ends_earliest.value for band in bands),
        gone_by=max(band.ends_latest.value for band in bands),
        beyond_from=max(band.published_latest.value for band in bands),
    )


@lru_cache(maxsize=4096)
def _drawn(
    knowledge: Knowledge, sign: str, device: str | None, depth: float | None
) -> tuple[tuple[int | None, ...], tuple[str, ...]]:
    """The most that may be expected on each day from 0 on, and the sources of the days."""
    bands = _bands(knowledge, sign, device, depth)
    last = int(min(max(band.published_latest.value for band in bands), LAST_DRAWN))
    numbers = [
        number for band in bands for number in (band.onset, band.ends_earliest, band.ends_latest, band.published_latest)
    ]
    sources = dict.fromkeys(source for number in numbers for source in number.sources)
    return tuple(max(rank_on(band, day) for band in bands) for day in range(last + 1)), tuple(sources)


def _text(
    name: str,
    plural: bool,
    rank: int | None,
    compared: str,
    day: int | None,
    bands: tuple[Band, ...],
    deep_skin: str | None,
) -> str:
    sentence = f"{name.capitalize()}: " + _comparison(plural, rank, compared, day, bands)
    return f"{sentence} {deep_skin}" if deep_skin else sentence


def _comparison(plural: bool, rank: int | None, compared: str, day: int | None, bands: tuple[Band, ...]) -> str:
    it, them = ("They are", "They") if plural else ("It is", "It")
    usually = f"usually gone by day {max(band.ends_latest.value for band in bands):g}"
    starts = min(band.onset.value for band in bands)
    if rank == 0:
        return (
            "none, which is fine." if compared != "cannot_tell" else "you see none, but we cannot tell by colour alone."
        )
    if compared == "beyond":
        latest = max(band.published_latest.value for band in bands)
        return f"still there on day {day}. Published courses end before day {latest:g}."
    if compared == "later":
        return f"a little more than is usual for day {day}; {usually}."
    if compared == "earlier":
        return f"earlier than usual. {them} usually {'begin' if plural else 'begins'} on day {starts:g} or later."
    if compared == "within":
        return f"as expected for day {day}; {usually}."
    if day is None:
        return "we cannot tell without the day."
    if rank is None:
        return f"you have not told us. {it} {usually}."
    return f"we cannot tell for sure; {usually}."
