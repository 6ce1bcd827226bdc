"""Any file at all is either refused with a reason, or answered row by row."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from needlecare.catalogue import CatalogueError, screen
from tests.catalogue.products import LABELS, read

PIECES = st.sampled_from([
    b"ingredients", b"id", b",", b";", b"\n", b"\r\n", b"\r", b'"', b'""', b" ", b"\0", b"\xff", b"\xef\xbb\xbf",
    "ö".encode(), b"{", b"}", b'"ingredients":', b": ", b"[", b"]", b"null", b"\\ud800", b"1e999", b"NaN",
    *(label.encode() for label in LABELS[1:4]),
])  # fmt: skip
JUNK = st.lists(PIECES | st.binary(max_size=6), max_size=40).map(b"".join)


@pytest.mark.parametrize(
    ("suffix", "beginning"),
    [(".csv", b"id,ingredients\n"), (".jsonl", b'{"ingredients": "Aqua"}\n'), (".parquet", b"PAR1"), ("", b"")],
)
@settings(max_examples=settings().max_examples // 3)  # each writes files
@given(junk=JUNK)
def test_any_bytes_are_refused_or_answered(suffix: str, beginning: bytes, junk: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder, f"products{suffix}"), Path(folder, "judged.jsonl")
        path.write_bytes(beginning + junk)
        try:
            summary = screen(path, out, day=3, workers=1)
        except CatalogueError:
            assert [each.name for each in Path(folder).iterdir()] == [path.name]
            return
        rows = read(out)
        assert len(rows) == summary.rows
        assert sum(bool(row["error"]) for row in rows) == summary.errors
        assert [each.name for each in sorted(Path(folder).iterdir())] == [out.name, path.name]
