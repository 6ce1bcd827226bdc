"""Sets of shares by number, in arrays: what one piece at one place makes of a product."""

from array import array
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from needlecare.core.label.shares import Share

Whole = npt.NDArray[np.intp]
Small = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]


class Runs:
    """Lists of whole numbers, one behind the other."""

    def __init__(self) -> None:
        self._ends = array("i", [0])
        self._values = array("i")

    def add(self, values: Iterable[int]) -> None:
        """One more list."""
        self._values.extend(values)
        self._ends.append(len(self._values))

    def of(self, numbers: Whole) -> tuple[Whole, Whole]:
        """All values of the lists with these numbers, in order, and for each the place of its list in `numbers`."""
        ends = np.frombuffer(self._ends, np.int32)
        starts = ends[numbers].astype(np.intp)
        lengths = ends[numbers + 1] - starts
        owners = np.repeat(np.arange(len(numbers)), lengths)
        before = np.cumsum(lengths) - lengths
        at = np.arange(len(owners)) + (starts - before)[owners]
        return np.frombuffer(self._values, np.int32)[at].astype(np.intp), owners


class Words:
    """Names by number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, word: str) -> int:
        """The number of a name."""
        return self._numbers.setdefault(word, len(self._numbers))

    def array(self) -> pa.Array:
        """All of them, by number."""
        return pa.array(list(self._numbers), pa.string())


class Columns(NamedTuple):
    """What each share is: how bad alone (a place in VERDICTS), until which day, of which name."""

    alone: Whole
    until: Whole
    name: Whole


class ShareSets:
    """Sets of shares, each with a number, and their shares, each with one of its own."""

    def __init__(self) -> None:
        self.words = Words()
        self.shares_of = Runs()
        self.concerns_of, self.avoided_of = Runs(), Runs()
        self._sets: dict[tuple[Share, ...], int] = {}
        self._shares: dict[Share, int] = {}
        self._columns = [array("i") for _ in Columns._fields]

    def number(self, shares: tuple[Share, ...]) -> int:
        """The number of a set."""
        found = self._sets.get(shares)
        if found is None:
            found = self._sets[shares] = len(self._sets)
            self.shares_of.add([self._share(share) for share in shares])
        return found

    def columns(self) -> Columns:
        """All shares, by number."""
        return Columns(*(np.array(column, np.intp) for column in self._columns))

    def _share(self, share: Share) -> int:
        found = self._shares.get(share)
        if found is None:
            found = self._shares[share] = len(self._shares)
            values = (share.alone, share.until, self.words.number(share.name))
            for column, value in zip(self._columns, values, strict=True):
                column.append(value)
            self.concerns_of.add(map(self.words.number, share.concerns))
            self.avoided_of.add(map(self.words.number, share.avoided))
        return found
