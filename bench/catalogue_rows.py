"""Catalogues of any length made from the real labels: the same seed and length always give the same bytes of text.

Each row is a real label, or the first half of one and the second of another, with some of its pieces swapped, dropped,
doubled or misspelt, and now and then all in capitals or all small. How often a name is misspelt is set so that about
0.65 % of the raw tokens of a million rows are distinct.
"""

import random
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq

from bench.real_labels import labels

_SEED = 20261122
_AT_ONCE = 20_000  # rows
_SPLICED, _CAPITALS, _SMALL = 0.3, 0.03, 0.03  # shares of the rows
_SWAPS, _DROPS, _DOUBLES, _MISSPELT = 0.5, 0.4, 0.1, 0.37  # of each in a row, on average
_COMMA = re.compile(r"(?<!\d),|,(?!\d)")  # a comma between two digits is part of a name


class Made(NamedTuple):
    """What was made: rows, and their tokens between commas, blanks off."""

    rows: int
    tokens: int
    distinct: int
    characters: int


def write(rows: int, parquet: Path, csv: Path) -> Made:
    """Write a catalogue of so many rows as Parquet and as CSV."""
    distinct: set[str] = set()
    tokens = characters = 0
    schema = pa.schema([("product", pa.string()), ("ingredients", pa.string())])
    with pq.ParquetWriter(parquet, schema) as as_parquet, pc.CSVWriter(csv, schema) as as_csv:
        for first, texts in _batches(rows):
            names = [f"P{first + at:07d}" for at in range(len(texts))]
            batch = pa.record_batch([pa.array(names), pa.array(texts)], schema=schema)
            as_parquet.write_batch(batch)
            as_csv.write_batch(batch)
            for text in texts:
                said = [token.strip() for token in text.split(",")]
                tokens += len(said)
                distinct.update(said)
                characters += len(text)
    return Made(rows, tokens, len(distinct), characters)


def _batches(rows: int) -> Iterator[tuple[int, list[str]]]:
    chance = random.Random(_SEED)
    real = [_COMMA.split(label.text) for label in labels()]
    for first in range(0, rows, _AT_ONCE):
        yield first, [_text(real, chance) for _ in range(min(_AT_ONCE, rows - first))]


def _text(real: list[list[str]], chance: random.Random) -> str:
    pieces = list(chance.choice(real))
    if chance.random() < _SPLICED:
        other = chance.choice(real)
        pieces = [*pieces[: len(pieces) // 2], *other[len(other) // 2 :]]
    for _ in range(_how_many(_SWAPS, chance)):
        if len(pieces) > 1:
            at = chance.randrange(len(pieces) - 1)
            pieces[at], pieces[at + 1] = pieces[at + 1], pieces[at]
    for _ in range(_how_many(_DROPS, chance)):
        if len(pieces) > 1:
            del pieces[chance.randrange(len(pieces))]
    for _ in range(_how_many(_DOUBLES, chance)):
        pieces.insert(chance.randrange(len(pieces) + 1), chance.choice(pieces))
    for _ in range(_how_many(_MISSPELT, chance)):
        at = chance.randrange(len(pieces))
        pieces[at] = _misspelt(pieces[at], chance)
    text = ",".join(pieces)
    case = chance.random()
    return text.upper() if case < _CAPITALS else text.lower() if case < _CAPITALS + _SMALL else text


def _how_many(mean: float, chance: random.Random) -> int:
    """A whole number with this mean: geometric, so that most rows have none and some have several."""
    found = 0
    while chance.random() < mean / (1 + mean):
        found += 1
    return found


def _misspelt(piece: str, chance: random.Random) -> str:
    """One letter left out, doubled, swapped with the next, or another in its place."""
    letters = [at for at, char in enumerate(piece) if char.isalpha()]
    if not letters:
        return piece
    at = chance.choice(letters)
    before, here, behind = piece[:at], piece[at], piece[at + 1 :]
    match chance.randrange(4):
        case 0:
            return before + behind
        case 1:
            return before + here + here + behind
        case 2:
            return before + behind[:1] + here + behind[1:]
        case _:
            return before + chance.choice(string.ascii_lowercase) + behind
