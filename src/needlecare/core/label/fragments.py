"""Names by pieces of them: of k + 1 pieces of a name with k wrong letters, one is as it should be."""

from functools import lru_cache

Cut = tuple[dict[str, list[str]], int, int]  # names by the piece that stands at these places of theirs


class Fragments:
    """An index of names, each length cut up when it is first needed."""

    def __init__(self, by_length: dict[int, list[str]]) -> None:
        self._by_length = by_length
        self._cut: dict[tuple[int, int], list[Cut]] = {}

    def sharing(self, name: str, length: int, pieces: int, most: int) -> set[str]:
        """The names of a length that have one of so many pieces in common with this one, about where it stands."""
        found: set[str] = set()
        if length not in self._by_length:
            return found
        cuts = self._cut.get((length, pieces)) or self._cut_up(length, pieces)
        for others_with, start, stop in cuts:
            for shift in shifts(length - len(name), most):
                if start + shift >= 0 and (piece := name[start + shift : stop + shift]) in others_with:
                    found.update(others_with[piece])
        return found

    def _cut_up(self, length: int, pieces: int) -> list[Cut]:
        cuts = self._cut[length, pieces] = []
        for start, stop in places(length, pieces):
            by_piece: dict[str, list[str]] = {}
            for name in self._by_length[length]:
                by_piece.setdefault(name[start:stop], []).append(name)
            cuts.append((by_piece, start, stop))
        return cuts


def share(name: str, other: str, pieces: int, most: int) -> bool:
    """Whether one of so many pieces of the other name stands in this one too, about where it stands there."""
    return any(
        start + shift >= 0 and name[start + shift : stop + shift] == other[start:stop]
        for start, stop in places(len(other), pieces)
        for shift in shifts(len(other) - len(name), most)
    )


@lru_cache(maxsize=512)
def places(length: int, pieces: int) -> tuple[tuple[int, int], ...]:
    """Places of the pieces of a name, one letter left out between two, so that swapped letters spoil one piece only."""
    size = (length + 1) / pieces
    return tuple((int(at * size), int((at + 1) * size) - 1) for at in range(pieces))


@lru_cache(maxsize=64)
def shifts(longer: int, most: int) -> tuple[int, ...]:
    """How far on a piece may stand in a name with so many wrong letters, when the right name is longer by so many: each
    letter too many or too few ahead of the piece and behind it is one wrong."""
    return tuple(shift for shift in range(-most, most + 1) if abs(shift) + abs(shift + longer) <= most + 1)
