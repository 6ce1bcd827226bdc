"""The lists of a batch as numbers of their pieces: cut at the commas, open pieces put together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from needlecare.catalogue.settling.known import OPENS, Known
from needlecare.catalogue.settling.sets import Mask, Whole
from needlecare.core.label.pieces import ENOUGH
from needlecare.core.label.screening import with_commas


@dataclass(frozen=True)
class Lists:
    """The pieces of some lists, one list behind the other: list `at` is `pieces[starts[at]:starts[at + 1]]`, and
    stands in row `rows[at]` of its batch."""

    pieces: Whole
    starts: Whole
    rows: Whole

    def lengths(self) -> Whole:
        """How many pieces each list has."""
        return np.diff(self.starts)

    def owners(self) -> Whole:
        """For each piece the list that it stands in."""
        return np.repeat(np.arange(len(self.rows)), self.lengths())

    def only(self, kept: Mask) -> "Lists":
        """These lists alone."""
        if kept.all():
            return self
        lengths = self.lengths()
        starts = np.concatenate(([0], np.cumsum(lengths[kept])))
        return Lists(self.pieces[np.repeat(kept, lengths)], starts, self.rows[kept])

    def without(self, dropped: Mask) -> "Lists":
        """All lists without these pieces."""
        before = np.concatenate(([0], np.cumsum(dropped)))
        return Lists(self.pieces[~dropped], self.starts - before[self.starts], self.rows)

    def and_these(self, lists: Sequence[Sequence[int]], rows: Sequence[int]) -> "Lists":
        """These lists, and others behind them."""
        if not rows:
            return self
        ends = self.starts[-1] + np.cumsum([len(each) for each in lists], dtype=np.intp)
        pieces = np.fromiter((piece for each in lists for piece in each), np.intp)
        return Lists(
            np.concatenate((self.pieces, pieces)), np.concatenate((self.starts, ends)),
            np.concatenate((self.rows, np.array(rows, np.intp))),
        )  # fmt: skip


def cut(texts: pa.Array, known: Known) -> Lists:
    """The lists of texts that have commas enough."""
    found = pc.split_pattern(_with_commas(texts), ",")
    starts = found.offsets.to_numpy().astype(np.intp)
    encoded = found.values.dictionary_encode()
    lists = Lists(encoded.indices.to_numpy().astype(np.intp), starts, np.arange(len(texts)))
    lists = lists.only(lists.lengths() > ENOUGH)
    wanted = np.zeros(len(encoded.dictionary), np.bool_)
    wanted[lists.pieces] = True
    numbers = np.zeros(len(wanted), np.intp)
    numbers[wanted] = known.numbers(encoded.dictionary.filter(pa.array(wanted)).to_pylist())
    return Lists(numbers[lists.pieces], lists.starts, lists.rows)


def _with_commas(texts: pa.Array) -> pa.Array:
    """The texts with commas for other signs that always separate."""
    others = pc.match_substring_regex(texts, "[;|]")
    if not pc.any(others).as_py():
        return texts
    instead = pa.array([with_commas(text) for text in texts.filter(others).to_pylist()], texts.type)
    return pc.replace_with_mask(texts, others, instead)


def put_together(lists: Lists, known: Known) -> Lists:
    """The pieces between the commas that separate; what stays open to the end of its list stays as it is."""
    places = np.flatnonzero(known.flags(lists.pieces) & OPENS)
    if not len(places):
        return lists
    owners = np.searchsorted(lists.starts, places, side="right") - 1
    pieces, dropped = lists.pieces.copy(), np.zeros(len(lists.pieces), np.bool_)
    going_on = 0
    for at, end in zip(places.tolist(), lists.starts[owners + 1].tolist(), strict=True):
        if at < going_on:
            continue
        piece, going_on = int(pieces[at]), at + 1
        while going_on < end and known.is_open(piece):
            piece = known.joined(piece, int(pieces[going_on]))
            going_on += 1
        if known.is_open(piece):
            going_on = end
        else:
            pieces[at], dropped[at + 1 : going_on] = piece, True
    found = Lists(pieces, lists.starts, lists.rows).without(dropped)
    return found.only(found.lengths() > ENOUGH)


def simplified(lists: Lists, known: Known) -> Lists:
    """The lists with one piece for all that are ordinary and add the same: what they are called matters no more."""
    return Lists(known.column("alike", lists.pieces).astype(np.intp), lists.starts, lists.rows)
