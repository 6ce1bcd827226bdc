"""What the pieces of each list add up to: how many ingredients, how many of them known, and what weighs."""

from typing import NamedTuple

import numpy as np

from needlecare.catalogue.settling.known import ALONE, MARKS, OF_A_LIST, UNKNOWN, WEIGHS, Known
from needlecare.catalogue.settling.lists import Lists
from needlecare.catalogue.settling.sets import Mask, Small, Whole

_NONE = np.iinfo(np.int32).max
"""Where there is no preservative, or no water: behind everything."""


class Sums(NamedTuple):
    """By row of a batch: which it is, how many ingredients it has, how many are known, whether that settles it. What
    weighs, in order: its row, as a place in `rows`, and the number of its set of shares."""

    rows: Whole
    tokens: Whole
    recognised: Whole
    settled: Mask
    owners: Whole
    sets: Whole


def sums_of(lists: Lists, known: Known, least_known: int) -> Sums:
    """The sums of lists, the same as `Screener.row` comes to; several lists of a row, one behind the other, are the
    parts of a kit."""
    pieces, owners = lists.pieces, lists.owners()
    flags = known.flags(pieces)
    ends = np.concatenate(([0], np.cumsum(known.column("count", pieces), dtype=np.intp)))
    ranks = ends[:-1] - ends[lists.starts[:-1]][owners]  # of the first ingredient of each piece
    begins = np.diff(lists.rows, prepend=-1) != 0
    of_row = (np.cumsum(begins) - 1)[owners]
    rows = lists.rows[begins]
    tokens = np.diff(np.append(ends[lists.starts[:-1]][begins], ends[-1]))
    places = np.flatnonzero(flags & UNKNOWN)
    unknown = np.bincount(of_row[places], known.column("unknown", pieces[places]), len(rows)).astype(np.intp)
    recognised = tokens - unknown
    settled = (recognised >= least_known) & (recognised >= unknown)
    settled[of_row[np.flatnonzero(flags & ALONE == 0)]] = False
    heavy = np.flatnonzero(flags & WEIGHS)
    marked = np.flatnonzero(flags & MARKS)
    marks = {
        name: _first(known.column(name, pieces[marked]), ranks[marked], owners[marked], len(lists.rows))
        for name in ("line", "sure", "water")
    }
    sets = _sets(pieces[heavy], ranks[heavy], owners[heavy], marks, known)
    return Sums(rows, tokens, recognised, settled, of_row[heavy], sets)


def _first(places: Small, ranks: Whole, owners: Whole, lists: int) -> Whole:
    """By list, the rank of the first ingredient of a kind, by where it stands in pieces that may have one."""
    found = np.full(lists, _NONE, np.intp)
    having = np.flatnonzero(places >= 0)[::-1]  # the first is written last
    found[owners[having]] = ranks[having] + places[having]
    return found


def _sets(pieces: Whole, ranks: Whole, owners: Whole, marks: dict[str, Whole], known: Known) -> Whole:
    """For each piece that weighs, its set of shares at its rank."""
    line, sure, water = (marks[name][owners] for name in ("line", "sure", "water"))
    sets = np.where(ranks < sure, known.column("ahead", pieces), known.column("behind", pieces)).astype(np.intp)
    by_place = np.flatnonzero(sets == OF_A_LIST)
    pieces, ranks = pieces[by_place], ranks[by_place]
    count = known.column("count", pieces)
    key = pieces << 8 | np.minimum(ranks, known.screener.alike_from)
    for mark in (np.where(line == _NONE, 0, line), sure, water):
        key = key << 8 | np.clip(mark[by_place] - ranks, 0, count)
    keys, which = np.unique(key, return_inverse=True)
    sets[by_place] = np.array([*map(known.set_at, keys.tolist())], np.intp)[which]
    return sets
