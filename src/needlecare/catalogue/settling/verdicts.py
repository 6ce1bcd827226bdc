"""Verdicts of many lists from the shares of their ingredients: the same as `row_of` gives for one."""

from typing import NamedTuple

import numpy as np

from needlecare.catalogue.settling.sets import ShareSets, Whole
from needlecare.core.label.answer import VERDICTS

_FINE, _UNKNOWN, _WAIT, _AVOID = range(len(VERDICTS))


class Named(NamedTuple):
    """Names in lists: the list of each and its number, list by list, none twice in one, the first met first."""

    owners: Whole
    names: Whole


class Verdicts(NamedTuple):
    """By list: its verdict (a place in VERDICTS), the day it may be used from where it is to wait; what decides."""

    verdict: Whole
    until: Whole
    concerns: Named
    deciding: Named


def verdicts_of(owners: Whole, sets: Whole, lists: int, known: ShareSets, *, hides: bool) -> Verdicts:
    """The verdicts of so many lists, from sets of shares and the lists that they stand in, in order."""
    shares, of = known.shares_of.of(sets)
    owners = owners[of]
    about = known.columns()
    alone = about.alone[shares]
    worst = np.full(lists, _UNKNOWN if hides else _FINE, np.intp)
    if len(owners):
        begins = np.flatnonzero(np.diff(owners, prepend=-1))
        worst[owners[begins]] = np.maximum(worst[owners[begins]], np.maximum.reduceat(alone, begins))
    deciding = (alone == worst[owners]) & (alone >= _WAIT)
    until = np.zeros(lists, np.intp)
    waits = np.flatnonzero(deciding & (alone == _WAIT))
    np.maximum.at(until, owners[waits], about.until[shares[waits]])
    return Verdicts(
        worst, until,
        _concerns(owners, shares, worst, known),
        _once(owners[deciding], about.name[shares[deciding]]),
    )  # fmt: skip


def _concerns(owners: Whole, shares: Whole, worst: Whole, known: ShareSets) -> Named:
    """The classes that decide: of lists to wait with all, of lists to avoid those for which no day is right."""
    found: list[tuple[Whole, Whole]] = []
    for verdict, classes in ((_WAIT, known.concerns_of), (_AVOID, known.avoided_of)):
        here = np.flatnonzero(worst[owners] == verdict)
        names, of = classes.of(shares[here])
        found.append((owners[here][of], names))
    (waiting, their), (avoided, others) = found
    return _once(np.concatenate((waiting, avoided)), np.concatenate((their, others)))


def _once(owners: Whole, names: Whole) -> Named:
    """Each name of a list once, where it stands first."""
    if not len(owners):
        return Named(owners, names)
    span = int(names.max()) + 1
    _, first = np.unique(owners * span + names, return_index=True)
    first = first[np.lexsort((first, owners[first]))]
    return Named(owners[first], names[first])
