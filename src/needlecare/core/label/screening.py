"""Many labels for one use: the same verdicts as check_label, with every piece of text resolved and weighed once.

Most labels are settled by looking up what stands between their commas. Where that depends on what stands around it, it
is settled from what is known of the pieces (in_context.py); where that does not do, the label is read in full.
"""

import re
from typing import Any

from needlecare.core.label.check import reader_for, scales_for
from needlecare.core.label.in_context import Listed, Tail, numbers_are_whole, put_together, settled, without_lead
from needlecare.core.label.outlines import Outlines
from needlecare.core.label.pieces import DEPENDS, ENOUGH, OPEN, Pieces
from needlecare.core.label.reading import LONGEST, LONGEST_ALONE
from needlecare.core.label.shares import Row, Share, row_of, shares_of
from needlecare.core.label.splitting import Stretch
from needlecare.core.label.use import Use
from needlecare.core.label.weighing import LEAD
from needlecare.core.label.weights import Weight
from needlecare.knowledge.ingredients.folding import plain
from needlecare.knowledge.ingredients.model import Ingredients

__all__ = ["Row", "Screener"]

MOST_KEPT = 300_000  # pieces; a catalogue of any length fits in bounded memory
LEAST_KNOWN = 4  # names; a text of fewer is always read in full


class Screener:
    """Verdicts for one use over any number of labels."""

    def __init__(self, table: Ingredients, use: Use) -> None:
        self._reader = reader_for(table)
        self._scales = scales_for(table, use)
        self._pieces = Pieces(self._reader)
        self.outlines = Outlines(self._reader, self._scales, self.in_place)
        self.hides = bool(self._scales.allergies.unknown)
        self._weights: dict[str, Weight] = {}
        self._alike: dict[tuple[Any, ...], Weight] = {}
        self._tails: dict[str, Tail | None] = {}
        self.alike_from = max(LEAD, self._scales.charges.last_first)  # ranks from this one on weigh alike
        self._opens, self.depends = Weight((), self._scales, OPEN), Weight((), self._scales, DEPENDS)
        self._one_name: Weight | None = None  # stands for all pieces that add nothing else

    def row(self, text: str) -> Row:
        """The verdict for one label: the same as that of check_label."""
        parts = (with_commas(text) if "|" in text or ";" in text else text).split(",")
        if len(parts) <= ENOUGH or len(text) > LONGEST or self._is_one_name(text):
            return self.in_full(text)
        weights: list[Any] = [*map(self._weights.get, parts)]
        if None in weights:
            weights = [self.weight(part) for part in parts]
        listed: Listed | None = Listed(parts, weights)
        if self._opens in weights:
            listed = put_together(Listed(parts, weights), self.weight)
        if listed is None or self.depends in listed.weights:
            return self.in_full(text)
        found = self._sum(listed.weights, listed.texts) if listed.weights[0].begins else None
        return found or self._in_context(listed) or self.in_full(text)

    def _is_one_name(self, text: str) -> bool:
        return len(text) < LONGEST_ALONE and self._reader.is_one_name(plain(text), Stretch(0, len(text)))

    def _sum(self, weights: list[Weight], texts: list[str]) -> Row | None:
        """The row of pieces that each add the same wherever they stand; None where one of them does not. The texts are
        for numbers that may go on behind a comma; there are none where that is settled."""
        nothing = self._one_name
        tokens = unknown = 0
        number = False
        line = sure = water = None
        heavy: list[tuple[int, Weight]] = []
        for weight in weights:
            if weight is nothing:
                tokens += 1
                continue
            if weight.weighs:
                heavy.append((tokens, weight))
            if weight.special:
                if not weight.alone:
                    return None
                number |= weight.number
                unknown += weight.unknown
                if line is None and weight.line >= 0:
                    line = tokens + weight.line
                if sure is None and weight.sure >= 0:
                    sure = tokens + weight.sure
                if water is None and weight.water >= 0:
                    water = tokens + weight.water
            tokens += weight.count
        known = tokens - unknown
        if known < LEAST_KNOWN or known < unknown or (number and texts and not numbers_are_whole(texts, weights)):
            return None
        shares: list[Share] = []
        for rank, weight in heavy:
            found = weight.ahead if sure is None or rank < sure else weight.behind
            shares += weight.shares(rank, line, sure, water) if found is None else found
        return row_of(shares, tokens, known, hides=self.hides)

    def _in_context(self, listed: Listed) -> Row | None:
        """The row of pieces that depend on what stands around them; None where that can only be read in full."""
        weights = self.in_place(listed)
        return self._sum(weights, []) if weights else None

    def in_place(self, listed: Listed) -> list[Weight] | None:
        """What each piece adds where it stands; None where that can only be told by reading the whole."""
        lead = without_lead(listed, self.tail) if numbers_are_whole(*listed) else None
        return settled(listed, lead) if lead else None

    def weight(self, text: str) -> Weight:
        """What a piece adds, worked out when it is first met."""
        found = self._weights.get(text)
        if found is None:
            if len(self._weights) >= MOST_KEPT:
                self._weights.clear()
            bare = text.strip(" ")
            found = self._weights[text] = self.worked_out(text) if bare == text else self.weight(bare)
        return found

    def worked_out(self, text: str) -> Weight:
        """The same, for who keeps it; without blanks around it."""
        piece = self._pieces.read(text)
        if piece is OPEN or piece is DEPENDS:
            return self._opens if piece is OPEN else self.depends
        if not piece.plain or len(piece.middle or ()) != 1:
            return Weight(piece.middle or (), self._scales, piece)
        [item] = piece.middle or ()
        alike = (item.found[2:], *piece[2:])
        found = self._alike.get(alike)
        if found is None:
            if len(self._alike) >= MOST_KEPT:
                self._alike.clear()
            found = Weight((item,), self._scales, piece)
            if found.adds_nothing:
                found = self._one_name = self._one_name or found
            self._alike[alike] = found
        return found

    def tail(self, text: str) -> Tail | None:
        """The name at the end of a piece that is marketing otherwise."""
        if text not in self._tails:
            if len(self._tails) >= MOST_KEPT:
                self._tails.clear()
            start, items = self._pieces.tail(text)
            self._tails[text] = Tail(start, Weight(items, self._scales)) if items else None
        return self._tails[text]

    def in_full(self, text: str) -> Row:
        """The verdict for one label, read as a whole."""
        reading = self._reader.read(text)
        shares = shares_of(self._scales.weigh_some(reading.items))
        recognised = sum(item.found.inci is not None for item in reading.items)
        return row_of(shares, len(reading.items), recognised, hides=self.hides or not reading.is_list)


_IN_BRACKETS = re.compile(r"[(\[{][^)\]}]*[;|]|&|\d\s*[;|]\s*\d")


def with_commas(text: str) -> str:
    """The text with commas for the other signs that always separate; as it is where those may mean something else."""
    return text if _IN_BRACKETS.search(text) else text.replace("|", ",").replace(";", ",")
