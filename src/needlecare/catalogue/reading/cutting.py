"""Text cut into chunks of whole rows: fast where all quotes are regular, by the exact grammar where they are not.

Where a chunk ends depends on where it begins and on nothing before, so a stopped run goes on from any chunk's end.
"""

from collections.abc import Callable, Iterator
from typing import IO

from needlecare.catalogue.reading.catalogue import LONGEST_ROW, Catalogue, Chunk, State
from needlecare.catalogue.reading.grammar import Dialect, row_of

SMALLEST, LARGEST = 1 << 18, 1 << 23  # bytes of a chunk
Ends = Callable[[bytes, bool], tuple[int, bool]]
"""Where the last whole row of some bytes ends (0 where none does), and whether they are regular up to there."""


def chunk_bytes(size: int) -> int:
    """How large chunks are for an input of this size: small enough to share out, large enough to be worth it."""
    return min(max(size // 64, SMALLEST), LARGEST)


def text_chunks(catalogue: Catalogue, start: int, number: int) -> Iterator[Chunk]:
    """The chunks of a text from this byte on, the first with this number."""
    dialect, line_end = catalogue.dialect, catalogue.line_end

    def csv_ends(text: bytes, last: bool) -> tuple[int, bool]:
        end = 0 if dialect.blanks else regular_end(text, last, dialect.delimiter, line_end)
        return (end, True) if end else (exact_end(text, last, dialect), False)

    ends = csv_ends if catalogue.format == "csv" else line_ends
    with catalogue.path.open("rb") as file:
        file.seek(start)
        for at, end, state in _cut(file, chunk_bytes(catalogue.size), ends, line_end):
            yield Chunk(number, start + at, start + end, state)
            number += 1


def _cut(file: IO[bytes], size: int, ends: Ends, line_end: bytes) -> Iterator[tuple[int, int, State]]:
    at, text, wanted = 0, b"", size
    while True:
        text += file.read(max(wanted - len(text), 0))
        last = len(text) < wanted
        if not text:
            return
        end, regular = ends(text, last)
        if end:
            yield at, at + end, "regular" if regular else "irregular"
        elif not last and len(text) < LONGEST_ROW:
            wanted = min(2 * wanted, LONGEST_ROW)
            continue
        else:
            end, text = _line(file, text, line_end)
            yield at, at + end, "broken"
            at, wanted = at + end, size
            continue
        at, text, wanted = at + end, text[end:], size


def _line(file: IO[bytes], text: bytes, line_end: bytes) -> tuple[int, bytes]:
    """The length of the first line of `text` and the file behind it, and what was read beyond."""
    gone = 0
    while (found := text.find(line_end)) < 0:
        gone += len(text)
        text = file.read(1 << 20)
        if not text:
            return gone, b""
    end = found + len(line_end)
    return gone + end, text[end:]


def line_ends(text: bytes, last: bool) -> tuple[int, bool]:
    """The end of the last whole line."""
    return len(text) if last else text.rfind(b"\n") + 1, True


def regular_end(text: bytes, last: bool, delimiter: bytes, line_end: bytes) -> int:
    """The end of the last whole row, by counting quotes; 0 where a quote stands elsewhere than around a whole cell."""
    pieces = text.split(b'"')
    outside = pieces[::2]
    whole = len(pieces) % 2 == 1  # the text does not end inside quotes
    edges = {b"", delimiter, b"\r", b"\n"}
    before = outside[:-1] if whole else outside
    if not (
        edges.issuperset({piece[-1:] for piece in before}) and edges.issuperset({piece[:1] for piece in outside[1:]})
    ):
        return 0
    if whole and last:
        return len(text)
    end = len(text) - (0 if whole else len(pieces[-1]) + 1)
    for at in range(len(outside) - 1, -1, -1):
        piece = outside[at]
        end -= len(piece)
        found = piece.rfind(line_end)
        if found >= 0:
            return end + found + len(line_end)
        if at:
            end -= len(pieces[2 * at - 1]) + 2
    return 0


def exact_end(text: bytes, last: bool, dialect: Dialect) -> int:
    """The end of the last whole row, row by row, up to one whose quote is not closed here."""
    pattern, end = row_of(dialect), 0
    while end < len(text):
        match = pattern.match(text, end)
        if match is None or (match.end() == len(text) and not last and not match[0].endswith(b"\n")):
            break
        end = match.end()
    return end
