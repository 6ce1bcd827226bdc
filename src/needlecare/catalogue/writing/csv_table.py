"""A judged batch as CSV, quoted only where it must be; whole columns at a time, by Arrow."""

import pyarrow as pa
import pyarrow.compute as pc

from needlecare.catalogue.writing.values import as_json

LIST_MARK = "; "
"""What stands between the values of a list in one cell."""


def csv_bytes(batch: pa.RecordBatch, delimiter: str) -> memoryview:
    """The rows without a header, each with its line end."""
    pieces: list[pa.Array | str] = []
    for column in batch.columns:
        pieces += [*_quoted(_as_text(column), delimiter), delimiter]
    pieces[-1] = "\n"
    lines = pc.binary_join_element_wise(*pieces, "")
    length: int = pc.sum(pc.binary_length(lines)).as_py() or 0
    return memoryview(lines.buffers()[2] or b"")[:length]


def header_bytes(names: list[str], delimiter: str) -> bytes:
    """The header, without its line end."""
    rows = pa.RecordBatch.from_arrays([pa.array([name]) for name in names], names=[str(at) for at in range(len(names))])
    return bytes(csv_bytes(rows, delimiter)).removesuffix(b"\n")


def _quoted(column: pa.Array, delimiter: str) -> list[pa.Array]:
    """A column of text in pieces that are joined: a mark, the text with its quotes doubled, a mark; or it alone."""
    needs = pc.match_substring_regex(column, f'["\r\n\\x{ord(delimiter):02x}]')
    if not pc.any(needs).as_py():
        return [column]
    if pc.any(pc.match_substring(column, '"')).as_py():
        column = pc.replace_substring(column, '"', '""')
    mark = pc.if_else(needs, '"', "")
    return [mark, column, mark]


def _as_text(column: pa.Array) -> pa.Array:
    """A column as text: nothing for null, lists of text joined, other nested values as JSON."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        column = column.dictionary_decode()
    elif pa.types.is_list(kind) and pa.types.is_string(kind.value_type):
        column = pc.binary_join(column, LIST_MARK)
    elif pa.types.is_nested(kind) or pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        column = pa.array([None if value is None else as_json(value) for value in column.to_pylist()], pa.string())
    return pc.fill_null(column.cast(pa.string()), "")
