"""The expected courses as plain tables: for every band one row a day, written out once and then only looked up."""

from dataclasses import dataclass
from functools import lru_cache

from needlecare.knowledge.model import Band, Knowledge
from needlecare.knowledge.vocabulary import SEVERITIES

DAYS = range(41)


@dataclass(frozen=True)
class Row:
    """One day of one band: begun, usually over, past every published course, and how strong it may be."""

    begun: bool
    over: bool
    past: bool
    up_to: int


Table = tuple[Row, ...]


@lru_cache(maxsize=10_000)
def tables(sign: str, device: str | None, depth: float | None, knowledge: Knowledge) -> list[Table]:
    """The tables of all bands that what we know of device and depth leaves possible."""
    return [tuple(_row(band, day) for day in DAYS) for band in bands_for(sign, device, depth, knowledge)]


def bands_for(sign: str, device: str | None, depth: float | None, knowledge: Knowledge) -> list[Band]:
    """The bands that neither device nor depth rules out."""
    found = []
    for band in knowledge.course[sign].bands:
        other_device = device is not None and len(band.devices) > 0 and device not in band.devices
        too_short = depth is not None and depth < band.from_mm
        too_long = depth is not None and band.below_mm is not None and depth >= band.below_mm
        if not (other_device or too_short or too_long):
            found.append(band)
    return found


def _row(band: Band, day: int) -> Row:
    rank = 0
    for item in band.expected:
        if day in range(item.from_day, item.before_day):
            rank = SEVERITIES.index(item.up_to)
    return Row(
        begun=day >= band.onset.value,
        over=day >= band.ends_latest.value,
        past=day >= band.published_latest.value,
        up_to=rank,
    )


def compared(of_bands: list[Table], day: int | None, rank: int | None) -> str:
    """What the tables say of a sign of this strength on this day; cannot_tell where they disagree."""
    if day is None or rank is None:
        return "cannot_tell"
    answers = {_word(table[day], rank) for table in of_bands}
    return answers.pop() if len(answers) == 1 else "cannot_tell"


def _word(row: Row, rank: int) -> str:
    if rank == 0:
        return "within"
    if not row.begun:
        return "earlier"
    if row.past:
        return "beyond"
    return "later" if row.over or rank > row.up_to else "within"


def is_beyond(of_bands: list[Table], day: int | None, rank: int | None) -> bool | None:
    """Whether a sign is there on a day past every published course; None where that is unknown."""
    if rank == 0:
        return False
    if day is None:
        return None
    past = [table[day].past for table in of_bands]
    if not any(past):
        return False
    return True if all(past) and rank is not None else None


def most(of_bands: list[Table], day: int) -> int:
    """How strong the sign may be on a day, by the band that allows most."""
    return max(table[day].up_to for table in of_bands)
