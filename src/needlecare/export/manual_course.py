"""The manual's chapter on the expected course: a table per sign and band, the phases, and when the channels close."""

from collections.abc import Iterator

from needlecare.core.saying import plain
from needlecare.export.capital import capital
from needlecare.export.manual_citation import basis, card, number, reviewed, sources, statement
from needlecare.export.manual_markdown import blocks, bullets, escaped, table
from needlecare.knowledge.model import Band, Closure, Expected, Knowledge, Quantity

PHASES = ("open_channels", "barrier_repair", "remodelling")
_NUMBERS = {
    "onset": "onset",
    "ends_earliest": "usually gone, earliest",
    "ends_latest": "usually gone, latest",
    "published_latest": "outside every published course",
}


def chapter(knowledge: Knowledge) -> str:
    """The course of every sign, then the phases."""
    said = (
        "A sign is compared with the band of the needle depth and device; where these are unknown, with every band "
        "that could apply. “Usually gone” gives the days between which it usually goes. From the day “outside every "
        "published course” on, no source that we read still expects it. Signs without a course here are not part of "
        "ordinary healing."
    )
    signs = [entry(sign, knowledge) for sign in knowledge.signs if sign in knowledge.course]
    return blocks("## 2 Expected course", said, *signs, phases_entry("phases", knowledge))


def entry(key: str, knowledge: Knowledge) -> str | None:
    """The expected course of one sign."""
    course = knowledge.course.get(key)
    if course is None:
        return None
    head = ["Needling", "Onset", "Usually gone", "Outside every published course", "Expected at most"]
    notes = [note for band in course.bands for note in _notes(band, knowledge)]
    return blocks(
        f"### Course: {escaped(knowledge.signs[key].name)}",
        card(key, reviewed(course.review)),
        statement(course.summary),
        f"**How often:** {statement(course.incidence)}",
        table(head, [_row(band, knowledge) for band in course.bands]),
        blocks("**Notes:**", bullets(notes)) if notes else None,
        sources(course, knowledge),
    )


def phases_entry(key: str, knowledge: Knowledge) -> str | None:
    """The phases of healing and the closing of the channels, under the id `phases` or that of any phase."""
    if key not in ("phases", *PHASES):
        return None
    phases = knowledge.phases
    numbers = {
        "Covered with a film or wrap, the closing takes this many times as long": phases.occluded_factor,
        "Barrier repair ends": phases.barrier_until,
        "The plan ends": phases.course_until,
    }
    closing = [(depth_words(item), item.closed_from) for item in phases.closure]
    return blocks(
        "### Phases of healing and closing of the channels",
        card("phases", reviewed(phases.review)),
        bullets(f"`{name}`: {statement(getattr(phases, name))}" for name in PHASES),
        table(
            ["Needle length", "Channels count as closed from", "Note"],
            [(capital(words), number(day), day.note or "") for words, day in closing],
        ),
        table(
            ["What", "Number", "Note"],
            [(name, number(quantity), quantity.note or "") for name, quantity in numbers.items()],
        ),
        sources(phases, knowledge),
    )


def band_words(band: Band, knowledge: Knowledge) -> str:
    """Which devices and needle lengths a band is for: "a pen or a roller, needles shorter than 0.4 mm"."""
    values = knowledge.facts["device"].values
    *most, last = [values.get(device, device) for device in band.devices] or ["any device"]
    devices = knowledge.words["or"].join([", ".join(most), last] if most else [last])
    return f"{devices}, {depth_words(band)}"


def depth_words(band: Band | Closure) -> str:
    """The needle lengths of a band in words."""
    low, high = band.from_mm, band.below_mm
    if high is None:
        return f"needles of {plain(low)} mm or longer" if low else "any needle length"
    return f"needles of {plain(low)} to under {plain(high)} mm" if low else f"needles under {plain(high)} mm"


def _row(band: Band, knowledge: Knowledge) -> list[str]:
    return [
        capital(band_words(band, knowledge)),
        number(band.onset),
        f"from {number(band.ends_earliest)}, at the latest by {number(band.ends_latest)}",
        f"from {number(band.published_latest)} on",
        "; ".join(f"{_days(item)}: {item.up_to} ({basis(item)})" for item in band.expected),
    ]


def _days(item: Expected) -> str:
    last = item.before_day - 1
    return f"day {item.from_day}" if last == item.from_day else f"days {item.from_day} to {last}"


def _notes(band: Band, knowledge: Knowledge) -> Iterator[str]:
    for field, words in _NUMBERS.items():
        quantity: Quantity = getattr(band, field)
        if quantity.note:
            yield escaped(f"{capital(band_words(band, knowledge))}; {words}: {quantity.note}")
