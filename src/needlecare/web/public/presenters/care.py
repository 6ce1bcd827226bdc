"""The pages of "When can I … again?" and of the other rules of aftercare."""

from typing import NamedTuple

from needlecare.core.saying import plain
from needlecare.export.capital import capital
from needlecare.export.grade_words import GRADES
from needlecare.export.manual_care import days_words
from needlecare.export.manual_citation import cited, reviewed
from needlecare.export.manual_condition import condition_lines
from needlecare.knowledge.condition import Condition
from needlecare.knowledge.model import Care, Knowledge, Quantity
from needlecare.web.public.presenters.basis import Cited, Said, based, citations


class CareLine(NamedTuple):
    """A rule in a list: its topic, and its days."""

    key: str
    topic: str
    days: str


class End(NamedTuple):
    """One end of the range of days that sources give."""

    name: str
    day: str
    how: str
    sources: tuple[str, ...]
    note: str


class CarePage(NamedTuple):
    """All that a page says of a rule of aftercare."""

    key: str
    topic: str
    resumes: bool
    headline: str
    verdict: str
    text: str
    afterwards: str
    why: Said
    ends: tuple[End, ...]
    days: tuple[float, float]
    closed: Said | None
    disagreement: str | None
    for_whom: tuple[tuple[int, str], ...]
    for_causes: tuple[str, ...]
    never: tuple[tuple[int, str], ...]
    held_by: tuple[str, ...]
    sources: tuple[Cited, ...]
    review: str


_VERDICT = {"do": "fine", "avoid": "avoid", "resume": "wait"}


def care_lists(knowledge: Knowledge) -> dict[str, tuple[CareLine, ...]]:
    """The rules by what they ask for: resume, do, avoid."""
    ordered = sorted(knowledge.care.values(), key=lambda care: care.rank)
    return {
        act: tuple(CareLine(care.id, capital(care.topic), _days(care)) for care in ordered if care.act == act)
        for act in ("resume", "do", "avoid")
    }


def care_page(care: Care, knowledge: Knowledge) -> CarePage:
    """The page of one rule."""
    closure = knowledge.phases.closure if care.closed_channels_first else ()
    return CarePage(
        key=care.id,
        topic=capital(care.topic),
        resumes=care.act == "resume",
        headline=capital(_days(care)),
        verdict=_VERDICT[care.act],
        text=care.text,
        afterwards=care.resume_text or "",
        why=based(care.why, care),
        ends=_ends(care),
        days=(care.earliest.value, care.latest.value) if care.earliest and care.latest else (0, 0),
        closed=_closed(knowledge) if closure else None,
        disagreement=care.disagreement,
        for_whom=_lines(care.when, knowledge),
        for_causes=tuple(knowledge.causes[cause].name for cause in care.for_causes),
        never=_lines(care.never_while, knowledge),
        held_by=tuple(knowledge.causes[cause].name for cause in care.held_by_causes),
        sources=citations((care, closure), knowledge),
        review=reviewed(care.review),
    )


def _days(care: Care) -> str:
    if care.earliest is None or care.latest is None:
        return days_words(care)
    first, last = plain(care.earliest.value), plain(care.latest.value)
    if care.between == "ask" and first != last:
        asked = f"until day {last} ask your clinic first"
        return asked if care.earliest.value == 0 else f"not before day {first}; {asked}"
    return f"wait until day {last}"


def _ends(care: Care) -> tuple[End, ...]:
    if care.earliest is None or care.latest is None:
        return ()
    if care.earliest.value == care.latest.value:
        return (_end("The day that sources give", care.latest),)
    return _end("The earliest that a source gives", care.earliest), _end("The latest", care.latest)


def _end(name: str, day: Quantity) -> End:
    return End(name, f"day {plain(day.value)}", GRADES[day.grade], day.sources, day.note or "")


def _closed(knowledge: Knowledge) -> Said:
    """From when the channels count as closed, as a sentence."""
    days = sorted(item.closed_from.value for item in knowledge.phases.closure)
    text = (
        "Not before the tiny channels in the skin count as closed: "
        f"from day {plain(days[0])} to day {plain(days[-1])}, by needle length, and later if the skin was covered."
    )
    return Said(text, GRADES["estimate"], tuple(cited(knowledge.phases.closure)))


def _lines(condition: Condition | None, knowledge: Knowledge) -> tuple[tuple[int, str], ...]:
    found = condition_lines(condition, knowledge) if condition else []
    return tuple((depth, capital(text)) for depth, text in found)
