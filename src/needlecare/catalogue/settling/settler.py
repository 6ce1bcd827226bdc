"""Texts by the column → the verdicts of those that are settled from what is known of their pieces."""

from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from needlecare.catalogue.settling.around import in_place
from needlecare.catalogue.settling.known import Known
from needlecare.catalogue.settling.lists import cut, put_together, simplified
from needlecare.catalogue.settling.sets import Mask, Whole, Words
from needlecare.catalogue.settling.sums import sums_of
from needlecare.catalogue.settling.verdicts import Verdicts, verdicts_of
from needlecare.core.label.reading import LONGEST, LONGEST_ALONE
from needlecare.core.label.screening import LEAST_KNOWN, MOST_KEPT, Row, Screener

_MOST_ROWS, _LONGEST_ROW = 5_000, 2_000  # texts that are kept with their verdicts, and characters of each


class Settled(NamedTuple):
    """Rows of a batch that are settled: which these are, how much was read of each, its verdict. `words` are the names
    by number. `tried` are all rows that were looked into: those that are not settled can only be read in full."""

    rows: Whole
    tokens: Whole
    recognised: Whole
    verdicts: Verdicts
    words: Words
    tried: Mask

    def left(self) -> list[int]:
        """The rows that are not settled."""
        left = np.ones(len(self.tried), np.bool_)
        left[self.rows[self.rows >= 0]] = False
        found: list[int] = np.flatnonzero(left).tolist()
        return found


class Settler:
    """Settles batches for one use; it keeps what it has learned, within bounds."""

    def __init__(self, screener: Screener) -> None:
        self._screener = screener
        self._known = Known(screener)
        self._rows: dict[str, Row] = {}

    def settle(self, texts: pa.Array) -> Settled:
        """The rows that are settled, of a column of text with nulls for what is not to be judged."""
        if len(self._known) >= MOST_KEPT:
            self._known = Known(self._screener)
        known = self._known
        lengths = pc.fill_null(pc.utf8_length(texts), 0).to_numpy()
        tried: Mask = (lengths >= LONGEST_ALONE) & (lengths <= LONGEST)  # a shorter one may be one name
        if not tried.all():
            texts = pc.if_else(pa.array(tried), texts, pa.scalar(None, texts.type))
        lists = in_place(simplified(put_together(cut(texts, known), known), known), known)
        sums = sums_of(lists, known, LEAST_KNOWN)
        verdicts = verdicts_of(sums.owners, sums.sets, len(sums.rows), known.sets, hides=self._screener.hides)
        rows = np.where(sums.settled, sums.rows, -1)
        return Settled(rows, sums.tokens, sums.recognised, verdicts, known.sets.words, tried)

    def row(self, text: str, *, in_full: bool) -> Row:
        """The verdict of a text that is not settled with others; many products have the same."""
        found = self._rows.get(text)
        if found is None:
            found = (self._screener.in_full if in_full else self._screener.row)(text)
            if len(self._rows) >= _MOST_ROWS:
                self._rows.clear()
            if len(text) <= _LONGEST_ROW:
                self._rows[text] = found
        return found
