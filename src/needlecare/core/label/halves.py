"""Names by their beginnings and their ends: of a name with one wrong letter, one of the two is as it should be."""


class Halves:
    """An index of names, each length halved when it is first needed."""

    def __init__(self, by_length: dict[int, list[str]]) -> None:
        self._by_length = by_length
        self._halved: dict[int, tuple[dict[str, list[str]], dict[str, list[str]]]] = {}

    def of(self, name: str) -> list[str]:
        """Every name that may be one letter away, some of them twice, and others that begin or end alike."""
        found: list[str] = []
        for length in (len(name) - 1, len(name), len(name) + 1):
            if length in self._by_length:
                begins, ends = self._halved.get(length) or self._halve(length)
                half = length // 2
                found += begins.get(name[:half], ())
                found += ends.get(name[half + 1 - length :], ())
        return found

    def _halve(self, length: int) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """One letter in the middle is left out, so that two that are swapped there spoil one half only."""
        begins: dict[str, list[str]] = {}
        ends: dict[str, list[str]] = {}
        half = length // 2
        for name in self._by_length[length]:
            begins.setdefault(name[:half], []).append(name)
            ends.setdefault(name[half + 1 :], []).append(name)
        self._halved[length] = begins, ends
        return begins, ends
