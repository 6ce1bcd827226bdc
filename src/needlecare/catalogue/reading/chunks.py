"""The chunks of a catalogue that are still to do."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from needlecare.catalogue.faults import unreadable
from needlecare.catalogue.reading.catalogue import Catalogue, Chunk
from needlecare.catalogue.reading.cutting import chunk_bytes, text_chunks


class _Done(Protocol):
    @property
    def end(self) -> int: ...


def chunks_of(catalogue: Catalogue, before: Mapping[int, _Done]) -> Iterator[Chunk]:
    """The chunks in order, without those at the beginning that were done before. Raises CatalogueError."""
    number = 0
    while number in before:
        number += 1
    start = before[number - 1].end if number else catalogue.rows_from
    if catalogue.format == "parquet":
        from needlecare.catalogue.reading.parquet import parquet_chunks

        yield from parquet_chunks(catalogue, start, number)
        return
    if not number and start == catalogue.end:
        yield Chunk(0, start, start)  # a header alone: one part without rows
    try:
        yield from text_chunks(catalogue, start, number)
    except OSError as error:
        raise unreadable(catalogue.path, error) from None


def count_of(catalogue: Catalogue) -> int:
    """About how many chunks there are."""
    return max(1, round(catalogue.size / chunk_bytes(catalogue.size)))
