"""For whom a course holds: the kinds of needling that have the same day, in few words."""

from collections.abc import Iterable
from typing import NamedTuple

from needlecare.export.capital import capital
from needlecare.export.manual_course import depth_words
from needlecare.knowledge.model import Band, Knowledge


class ForWhom(NamedTuple):
    """What holds, and for which needling; `whom` is empty where it holds for all."""

    words: str
    whom: str


def needling(band: Band, knowledge: Knowledge) -> str:
    """A band as a patient can tell it: the needles' length, and the device where it is the special one."""
    length = depth_words(band)
    if band.devices == ("rf",):
        device = knowledge.facts["device"].values.get("rf", "rf")
        return device if band.from_mm == 0 and band.below_mm is None else f"{device}, {length}"
    return length


def grouped(found: Iterable[tuple[str, Band]], knowledge: Knowledge) -> tuple[ForWhom, ...]:
    """Words by band, those that are the same put together."""
    groups: dict[str, list[str]] = {}
    for words, band in found:
        groups.setdefault(words, []).append(needling(band, knowledge))
    if len(groups) == 1:
        return tuple(ForWhom(words, "") for words in groups)
    return tuple(ForWhom(words, capital("; ".join(dict.fromkeys(whom)))) for words, whom in groups.items())
