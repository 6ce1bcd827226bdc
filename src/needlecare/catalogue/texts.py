"""The texts of a batch: a sound column stays a column, of others their values are looked at one by one."""

from collections.abc import Container, Iterator, Sequence
from typing import Any, TypeAlias

import pyarrow as pa

Texts: TypeAlias = "pa.Array | Sequence[Any]"
"""A column of text that is UTF-8, or any values."""


def texts_of(column: pa.Array) -> Texts:
    """The values of a column; bytes become text where they are UTF-8, and stay bytes where they are not."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    is_large = pa.types.is_large_string(column.type)
    if is_large or pa.types.is_string(column.type):
        try:
            column.validate(full=True)
            return column
        except pa.ArrowInvalid:  # a writer that did not look
            column = column.cast(pa.large_binary() if is_large else pa.binary())
    return [_text(value) if isinstance(value, bytes) else value for value in column.to_pylist()]


def as_column(texts: Texts, skipped: Container[int]) -> pa.Array:
    """The texts as a column, with null for what is none and in the rows that are skipped."""
    if isinstance(texts, pa.Array):
        return texts
    kept = [text if isinstance(text, str) and at not in skipped else None for at, text in enumerate(texts)]
    try:
        return pa.array(kept, pa.large_string())
    except UnicodeEncodeError:  # half a character
        return pa.array([text if text and _is_whole(text) else None for text in kept], pa.large_string())


def values_at(texts: Texts, rows: Sequence[int]) -> Iterator[tuple[int, Any]]:
    """Single values with their rows."""
    if isinstance(texts, pa.Array):
        return zip(rows, texts.take(pa.array(rows, pa.int64())).to_pylist(), strict=True)
    return ((at, texts[at]) for at in rows)


def _text(value: bytes) -> str | bytes:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
