"""Any format in, any format out: the same rows in the same order, with the same verdicts."""

import os
from itertools import product
from pathlib import Path

import pytest

from needlecare.catalogue import CatalogueError, RefusedError, screen
from tests.catalogue.products import expected, given, products, read, verdict, write

FORMATS = (".csv", ".jsonl", ".parquet")


@pytest.mark.parametrize(("into", "out"), list(product(FORMATS, FORMATS)))
def test_every_format_becomes_every_format(into: str, out: str, tmp_path: Path) -> None:
    rows = products(60)
    summary = screen(write(tmp_path / f"products{into}", rows), tmp_path / f"judged{out}", day=3)
    found = read(tmp_path / f"judged{out}")
    as_text = into == ".csv" or (into, out) == (".jsonl", ".parquet")
    prices = [row.pop("price") for row in found]
    assert [float(price) for price in prices] == [row.pop("price") for row in rows]
    assert all(isinstance(price, str) for price in prices) == (as_text or out == ".csv")
    assert [given(row) for row in found] == rows
    assert [verdict(row) for row in found] == [expected(row["ingredients"]) for row in rows]
    assert (summary.rows, summary.errors, summary.column) == (60, 0, "ingredients")


@pytest.mark.parametrize(
    ("into", "out", "beginning"),
    [
        ("a.csv", "out", b"id,name"),
        ("a.jsonl", "out.dat", b'{"id": "'),
        ("a.parquet", "out", b"PAR1"),
        ("a.csv", "out.TSV", b"id\tname"),
        ("a.jsonl", "out.ndjson", b'{"id": "'),
        ("a.csv", "out.pq", b"PAR1"),
    ],
)
def test_the_name_of_out_tells_its_format(into: str, out: str, beginning: bytes, tmp_path: Path) -> None:
    """And where it does not, the format stays."""
    screen(write(tmp_path / into, products(3)), tmp_path / out, day=3)
    assert (tmp_path / out).read_bytes().startswith(beginning)


@pytest.mark.parametrize("into", FORMATS)
def test_a_format_is_told_without_a_name(into: str, tmp_path: Path) -> None:
    path = write(tmp_path / f"products{into}", products(3)).rename(tmp_path / "products")
    screen(path, tmp_path / "judged.jsonl", day=3)
    assert [row["id"] for row in read(tmp_path / "judged.jsonl")] == ["00000", "00001", "00002"]


@pytest.mark.parametrize("into", FORMATS)
def test_a_second_screen_of_an_answer_is_refused(into: str, tmp_path: Path) -> None:
    screen(write(tmp_path / f"products{into}", products(3)), tmp_path / f"judged{into}", day=3)
    with pytest.raises(CatalogueError, match="already has columns named verdict, until_day"):
        screen(tmp_path / f"judged{into}", tmp_path / f"again{into}", day=9)


def test_an_answer_that_is_there_is_only_replaced_by_force(tmp_path: Path) -> None:
    path, out = write(tmp_path / "products.csv", products(3)), tmp_path / "judged.csv"
    out.write_text("precious", encoding="utf-8")
    with pytest.raises(RefusedError, match="exists already"):
        screen(path, out, day=3)
    assert out.read_text(encoding="utf-8") == "precious"
    screen(path, out, day=3, force=True)
    assert len(read(out)) == 3
    assert set(os.listdir(tmp_path)) == {path.name, out.name}


def test_the_catalogue_itself_is_never_written_over(tmp_path: Path) -> None:
    path = write(tmp_path / "products.csv", products(3))
    (tmp_path / "link.csv").hardlink_to(path)
    for out in (path, tmp_path / "link.csv", tmp_path / "." / "products.csv"):
        with pytest.raises(RefusedError, match="is the catalogue itself"):
            screen(path, out, day=3, force=True)


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"day": -1}, "the day is -1"),
        ({"day": 1.5}, "the day is 1.5"),
        ({"day": True}, "the day is True"),
        ({"day": 3, "depth_mm": 0}, "the needle depth is 0"),
        ({"day": 3, "depth_mm": float("nan")}, "the needle depth is nan"),
        ({"day": 3, "kind": "mask"}, "the kind is 'mask'; expected one of leave_on, rinse_off"),
        ({"day": 3, "workers": 0}, "0 workers"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_read(
    options: dict[str, object], error: str, tmp_path: Path
) -> None:
    with pytest.raises(RefusedError, match=error):
        screen(tmp_path / "nowhere.csv", tmp_path / "judged.csv", **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.mkdir(), os.mkfifo])
def test_what_is_no_file_is_refused(make: object, tmp_path: Path) -> None:
    path = tmp_path / "products.csv"
    make(path)  # type: ignore[operator]
    with pytest.raises(CatalogueError, match=r"cannot be read: |is not a file"):
        screen(path, tmp_path / "judged.csv", day=3)


@pytest.mark.parametrize(("out", "what"), [(".", "is a folder"), ("/dev/null", "is no file")])
def test_an_out_that_is_no_file_is_refused(out: str, what: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=f"{what}; OUT must be a file"):
        screen(write(tmp_path / "products.csv", products(3)), tmp_path / out, day=3, force=True)
