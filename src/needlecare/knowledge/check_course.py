"""Whether the expected courses are whole: needle depths tile without overlap, days run on without a gap."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import get_args

from needlecare.knowledge.faults import KnowledgeFault
from needlecare.knowledge.model import Band, Closure, Knowledge
from needlecare.knowledge.vocabulary import Device


def course_faults(knowledge: Knowledge) -> Iterator[KnowledgeFault]:
    """Faults of every course file and of the closure times."""
    if "papules" not in knowledge.course:
        yield KnowledgeFault(
            "course/papules.toml", "", "", "the file is missing; the plan tells by it when pimples settle"
        )
    for name, course in knowledge.course.items():
        for device in get_args(Device):
            bands = [band for band in course.bands if not band.devices or device in band.devices]
            for message in _tiling(bands):
                yield KnowledgeFault(f"course/{name}.toml", device, "bands", message)
        for band in course.bands:
            for message in _days(band):
                yield KnowledgeFault(f"course/{name}.toml", "", "bands", message)
    for message in _tiling(knowledge.phases.closure):
        yield KnowledgeFault("course/phases.toml", "", "closure", message)


def _tiling(bands: Sequence[Band | Closure]) -> Iterator[str]:
    ordered = sorted(bands, key=lambda band: band.from_mm)
    if not ordered or ordered[0].from_mm != 0 or ordered[-1].below_mm is not None:
        yield "must cover every needle depth: start at 0 mm and end without an upper end"
    for left, right in pairwise(ordered):
        if left.below_mm != right.from_mm:
            yield f"overlap or leave a gap between {left.below_mm} mm and {right.from_mm} mm"


def _days(band: Band) -> Iterator[str]:
    onset, published = band.onset.value, band.published_latest.value
    if not onset < band.ends_earliest.value <= band.ends_latest.value <= published:
        yield "days must run: onset < ends_earliest <= ends_latest <= published_latest"
    expected = band.expected
    if expected[0].from_day != onset or expected[-1].before_day != published:
        yield "`expected` must run from the onset to `published_latest`"
    for left, right in pairwise(expected):
        if left.before_day != right.from_day:
            yield f"`expected` overlaps or leaves a gap at day {left.before_day}"
    if any(item.from_day >= item.before_day for item in expected):
        yield "`expected` has a range that ends before it begins"
