"""What a row of CSV is, exactly: one grammar for finding where rows end and for reading the rows that Arrow refuses.

A quote opens a quoted cell only where the cell begins; two quotes in it are one; what follows the closing quote belongs
to the cell. Any other quote is a character like others. Source: RFC 4180, and where that is silent Python's csv module.
"""

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Dialect:
    """How a CSV file is written: the delimiter, and whether blanks may stand before an opening quote."""

    delimiter: bytes
    blanks: bool = False


@lru_cache(maxsize=16)
def row_of(dialect: Dialect) -> re.Pattern[bytes]:
    """One whole row with its line end, or up to the end; no match where a quote opens that is never closed."""
    opening, plain = _parts(dialect)
    cell = rb'(?:%b(?:[^"]++|"")*+"|(?!%b))%b' % (opening, opening, plain)
    return re.compile(rb"(%b(?:%b%b)*+)(?:\r\n|\r|\n|\Z)" % (cell, re.escape(dialect.delimiter), cell))


@lru_cache(maxsize=16)
def _cell_of(dialect: Dialect) -> re.Pattern[bytes]:
    opening, plain = _parts(dialect)
    return re.compile(rb'(?:%b((?:[^"]++|"")*+)")?(%b)' % (opening, plain))


def _parts(dialect: Dialect) -> tuple[bytes, bytes]:
    return (b' *+"' if dialect.blanks else b'"'), rb"[^%b\r\n]*+" % re.escape(dialect.delimiter)


def rows(table: bytes, dialect: Dialect) -> list[bytes]:
    """Every row of a piece of a table that was cut between rows, without its line end; a broken end is a row too."""
    found, at, pattern = [], 0, row_of(dialect)
    while at < len(table):
        match = pattern.match(table, at)
        if match is None:  # only where the piece is not what the cutter made it
            found.append(table[at:])
            break
        found.append(match[1])
        at = match.end()
    return found


def is_whole(row: bytes, dialect: Dialect) -> bool:
    """Whether every quote that opens in a row is closed in it."""
    match = row_of(dialect).match(row)
    return match is not None and match.end() == len(row)


def cells(row: bytes, dialect: Dialect) -> list[bytes]:
    """The cells of one whole row, without its line end."""
    found, at, pattern = [], 0, _cell_of(dialect)
    while True:
        match = pattern.match(row, at)
        assert match is not None  # the pattern matches the empty cell too
        quoted, plain = match.groups()
        found.append(plain if quoted is None else quoted.replace(b'""', b'"') + plain)
        at = match.end() + len(dialect.delimiter)
        if at > len(row):
            return found
