"""Where the words "most people" stand: within the soft area, and clear of what was told."""

from collections.abc import Iterator
from dataclasses import dataclass

from needlecare.export.course_chart_days import Days

WIDE = 0.44  # of the plot: the words at their size on the narrowest phone
YOU = 0.2


@dataclass(frozen=True)
class Place:
    """The lane, and the middle of the words in percent of the plot."""

    rank: int
    across: float


def label_place(days: Days) -> Place | None:
    """The best place: in the area, clear of the person's dots and lines, as high as may be; None: nothing is usual."""
    places = list(_places(days))
    if not places:
        return None
    return min(places, key=lambda place: (_crowded(place, days), -place.rank, place.across))


def _places(days: Days) -> Iterator[Place]:
    half = WIDE / 2 * days.count
    for rank in range(4):
        for at in range(days.count * 2 + 1):
            middle = at / 2
            under = range(int(middle - half), int(middle + half - 0.001) + 1)
            if middle - half >= 0 and middle + half <= days.count and all(_holds(day, rank, days) for day in under):
                yield Place(rank, middle / days.count * 100)


def _holds(day: int, rank: int, days: Days) -> bool:
    usual = days.usual[day]
    return usual is not None and usual >= rank


def _crowded(place: Place, days: Days) -> int:
    """How much of what was told, and of the line of today, lies under the words."""
    half, middle = WIDE / 2 * days.count, place.across / 100 * days.count
    low, high = middle - half, middle + half
    seen = sum(low - 0.4 <= day + 0.5 <= high + 0.4 and rank == place.rank for day, rank in days.own) * 4
    if days.own and days.own[-1][1] == place.rank:  # there, the word "you" stands beside the dot
        last = days.own[-1][0] + 0.5
        seen += 4 * (last - YOU * days.count < high and last + YOU * days.count > low)
    for (day, rank), (then, rank_then) in zip(days.own, days.own[1:], strict=False):
        crosses = min(rank, rank_then) <= place.rank <= max(rank, rank_then)
        seen += 2 * (crosses and day + 0.5 < high and then + 0.5 > low)
    return seen + (days.today is not None and low < days.today + 0.5 < high)
