"""Lists with pieces that depend on what stands around them: what each adds where it stands."""

import numpy as np

from needlecare.catalogue.settling.known import (
    ALONE,
    BEGINS,
    DEPENDS,
    NUMBER,
    NUMBER_BEHIND,
    OPENS,
    ORDINARY,
    RUN,
    Known,
)
from needlecare.catalogue.settling.lists import Lists
from needlecare.catalogue.settling.sets import Mask, Small, Whole
from needlecare.core.label.outlines import LEAST_RUN, Part, Run


def in_place(lists: Lists, known: Known) -> Lists:
    """The lists whose pieces all add something for certain, with what each adds where it stands."""
    flags = known.flags(lists.pieces)
    possible = np.ones(len(lists.rows), np.bool_)
    possible[_owners(lists, np.flatnonzero(flags & (DEPENDS | OPENS)))] = False
    joined = _in_numbers(lists, flags, known)
    depends = flags[lists.starts[:-1]] & BEGINS == 0
    depends[_owners(lists, np.concatenate((joined, np.flatnonzero(flags & ALONE == 0))))] = True
    ordinary = flags & ORDINARY > 0
    ordinary[np.concatenate((joined, joined - 1))] = False
    wanted = possible & depends
    others, runs = _outlined(lists.only(wanted), ordinary[np.repeat(wanted, lists.lengths())])
    rows: list[int] = []
    settled: list[list[int]] = []
    runs_from = 0
    for row, begins, ends in zip(
        others.rows.tolist(), others.starts.tolist(), others.starts[1:].tolist(), strict=False
    ):
        outline = tuple(others.pieces[begins:ends].tolist())
        count = outline.count(RUN)
        try:
            parts = known.parts_of(outline) or ()
        except Exception:  # its row meets the same, and says so
            parts = ()
        settled += [_filled(part, runs[runs_from : runs_from + count], known) for part in parts]
        rows += [row] * len(parts)
        runs_from += count
    return lists.only(possible & ~depends).and_these(settled, rows)


def _outlined(lists: Lists, ordinary: Mask) -> tuple[Lists, list[list[int]]]:
    """The outlines of some lists, by which of their pieces are ordinary, and all their runs."""
    edges = np.diff(ordinary, prepend=False) != 0
    edges[lists.starts[:-1]] = True
    begins = np.flatnonzero(edges)
    lengths = np.diff(begins, append=len(ordinary))
    is_run = ordinary[begins] & (lengths >= LEAST_RUN)
    begins, lengths = begins[is_run], lengths[is_run]
    pieces, within = lists.pieces.copy(), np.zeros(len(ordinary) + 1, np.int8)
    within[begins] = 1
    within[begins + lengths] -= 1
    pieces[begins] = RUN
    dropped = np.cumsum(within[:-1]) > 0
    dropped[begins] = False
    runs = [
        lists.pieces[at : at + length].tolist() for at, length in zip(begins.tolist(), lengths.tolist(), strict=True)
    ]
    return Lists(pieces, lists.starts, lists.rows).without(dropped), runs


def _filled(part: Part, runs: list[list[int]], known: Known) -> list[int]:
    """The pieces of a list with the runs in their places."""
    found: list[int] = []
    for each in part:
        if isinstance(each, Run):
            run = runs[each.at]
            found += run if each.kind == "list" else [known.in_kind(piece, each.kind) for piece in run]
        else:
            found.append(known.number_of(each))
    return found


def _owners(lists: Lists, places: Whole) -> Whole:
    return np.searchsorted(lists.starts, places, side="right") - 1


def _in_numbers(lists: Lists, flags: Small, known: Known) -> Whole:
    """The places of pieces that begin with the rest of a number, behind a comma that belongs to it."""
    places = np.flatnonzero((flags[1:] & NUMBER > 0) & (flags[:-1] & NUMBER_BEHIND > 0)) + 1
    places = places[~np.isin(places, lists.starts)]
    joins = [known.joins_a_number(*lists.pieces[at - 1 : at + 1].tolist()) for at in places.tolist()]
    return places[np.array(joins, np.bool_)]
