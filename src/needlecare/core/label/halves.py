"""Names by their beginnings and their ends: of a name with one wrong letter, one of the two is as it should be."""

from collections.abc import Sequence

_Index = dict[str, list[str]]


class Halves:
    """An index of names, made for each length of a misspelt one when it is first needed."""

    def __init__(self, by_length: dict[int, list[str]]) -> None:
        self._by_length = by_length
        self._near: dict[int, tuple[_Index, _Index]] = {}

    def of(self, name: str) -> Sequence[str]:
        """Every name that may be one letter away, some of them twice, and others that begin or end alike."""
        length = len(name)
        begins, ends = self._near.get(length) or self._halve(length)
        half = length // 2
        return [*begins.get(name[:half], ()), *ends.get(name[half + 1 :], ())]

    def _halve(self, length: int) -> tuple[_Index, _Index]:
        """One letter in the middle is left out, so that two that are swapped there spoil one half only."""
        begins: _Index = {}
        ends: _Index = {}
        half = length // 2
        for other in (length - 1, length, length + 1):
            for name in self._by_length.get(other, ()):
                begins.setdefault(name[:half], []).append(name)
                ends.setdefault(name[half + 1 + other - length :], []).append(name)
        self._near[length] = begins, ends
        return begins, ends
