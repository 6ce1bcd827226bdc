"""Parquet: every column keeps its type, row groups of any size are read and written a little at a time."""

import datetime
import decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from needlecare.catalogue import CatalogueError, screen
from needlecare.catalogue.columns import ADDED
from needlecare.catalogue.reading import parquet
from tests.catalogue.products import LABELS, expected, given, read, verdict

ODD = {
    "day": pa.array([datetime.date(2026, 5, 31), None]),
    "price": pa.array([decimal.Decimal("1.50"), None]),
    "tags": pa.array([["a", None], []]),
    "more": pa.array([{"x": 1}, None]),
    "kind": pa.array(["serum", "cream"]).dictionary_encode(),
    "share": pa.array([float("nan"), 0.5]),
    "photo": pa.array([b"\xff\x00", b""]),
    "ingredients": pa.array([LABELS[1], None]),
}


def test_every_column_keeps_its_type(tmp_path: Path) -> None:
    pq.write_table(pa.table(ODD).replace_schema_metadata({"made": "by hand"}), tmp_path / "products.parquet")
    table = pq.read_table(tmp_path / "products.parquet")
    screen(tmp_path / "products.parquet", tmp_path / "judged.parquet", day=3)
    found = pq.read_table(tmp_path / "judged.parquet")
    assert found.schema.names == [*ODD, *(field.name for field in ADDED)]
    assert str(found.select(list(ODD)).to_pylist()) == str(table.to_pylist())
    assert [found.schema.field(name) for name in ODD] == list(table.schema)
    assert found.schema.metadata[b"made"] == b"by hand"
    assert [found.schema.field(field.name).type for field in ADDED] == [field.type for field in ADDED]


@pytest.mark.parametrize("out", ["judged.csv", "judged.jsonl"])
def test_odd_types_have_words_in_text(out: str, tmp_path: Path) -> None:
    pq.write_table(pa.table(ODD), tmp_path / "products.parquet")
    screen(tmp_path / "products.parquet", tmp_path / out, day=3)
    first, second = read(tmp_path / out)
    assert (str(first["day"]), str(first["price"])) == ("2026-05-31", "1.50")
    assert verdict(first) == expected(LABELS[1])
    assert second["error"] == "no ingredients are given"
    if out.endswith("jsonl"):
        assert (first["tags"], first["more"], first["share"]) == (["a", None], {"x": 1}, None)


@pytest.mark.parametrize("groups", [1, 7, 100])
@pytest.mark.parametrize("rows", [3, 1000])
def test_chunks_of_any_size_give_the_same(
    groups: int, rows: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "MOST_ROWS", rows)
    data = [{"id": at, "ingredients": LABELS[at % len(LABELS)]} for at in range(50)]
    pq.write_table(pa.Table.from_pylist(data), tmp_path / "products.parquet", row_group_size=groups)
    screen(tmp_path / "products.parquet", tmp_path / "judged.parquet", day=3, workers=1)
    found = read(tmp_path / "judged.parquet")
    assert [given(row) for row in found] == data
    assert [verdict(row) for row in found] == [expected(row["ingredients"]) for row in data]


def test_a_column_of_another_type_is_told_row_by_row(tmp_path: Path) -> None:
    pq.write_table(pa.table({"ingredients": [1, 2]}), tmp_path / "products.parquet")
    summary = screen(tmp_path / "products.parquet", tmp_path / "judged.parquet", day=3)
    assert (summary.errors, summary.faults) == (2, {"the ingredients are a number, not text": 2})


def test_a_table_without_rows_keeps_its_columns(tmp_path: Path) -> None:
    pq.write_table(pa.table(ODD).slice(0, 0), tmp_path / "products.parquet")
    assert screen(tmp_path / "products.parquet", tmp_path / "judged.parquet", day=3).rows == 0
    assert pq.read_schema(tmp_path / "judged.parquet").names == [*ODD, *(field.name for field in ADDED)]


@pytest.mark.parametrize("text", [b"PAR1", b"PAR1" + b"x" * 100 + b"PAR1", b"id,ingredients\n1,Aqua\n"])
def test_what_is_not_parquet_is_refused(text: bytes, tmp_path: Path) -> None:
    (tmp_path / "products.parquet").write_bytes(text)
    with pytest.raises(CatalogueError, match=r"cannot be read as Parquet|is not Parquet, as its name says"):
        screen(tmp_path / "products.parquet", tmp_path / "judged.parquet", day=3)


def test_a_file_that_is_torn_inside_is_told(tmp_path: Path) -> None:
    path = tmp_path / "products.parquet"
    pq.write_table(pa.table({"ingredients": list(LABELS) * 50}), path, compression="zstd")
    whole = bytearray(path.read_bytes())
    whole[4:200] = b"\xff" * 196
    path.write_bytes(whole)
    with pytest.raises(CatalogueError, match="cannot be read as Parquet"):
        screen(path, tmp_path / "judged.parquet", day=3, column="ingredients")
