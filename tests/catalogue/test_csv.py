"""CSV as it really is: any delimiter, quotes anywhere, rows that are broken. No row is lost, and none moves."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from needlecare.catalogue import CatalogueError, screen
from needlecare.catalogue.reading import csv_rows, cutting
from needlecare.catalogue.reading.catalogue import Catalogue
from needlecare.catalogue.reading.grammar import Dialect, cells, is_whole, rows
from tests.catalogue.products import LABELS, expected, read

LIST = LABELS[1]
HEAD = "id,name,ingredients\n"


def answer(tmp_path: Path, text: str | bytes, name: str = "products.csv", **options: Any) -> list[dict[str, Any]]:
    """The rows that come of a CSV file."""
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    out = tmp_path / "judged.jsonl"
    screen(path, out, day=3, workers=1, **options)
    return read(out)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_delimiter_line_ends_and_byte_order_mark_are_told(mark: str, line_end: str, bom: str, tmp_path: Path) -> None:
    lines = [
        ["id", "name", "ingredients"],
        ["1", '"two\nlines"', f'"{LIST}"'],
        ["2", '"say ""hi"" | , ; \t"', f'"{LABELS[2]}"'],
    ]
    text = bom + "".join(mark.join(line) + line_end for line in lines)
    found = answer(tmp_path, text)
    assert [row["id"] for row in found] == ["1", "2"]
    assert [row["ingredients"] for row in found] == [LIST, LABELS[2]]
    assert found[0]["name"] == "two\nlines"
    assert [row["error"] for row in found] == [None, None]


def test_a_column_alone_needs_no_quotes(tmp_path: Path) -> None:
    found = answer(tmp_path, f'Ingredients\n{LIST}\n\n"{LABELS[2]}"\n')
    assert [row["Ingredients"] for row in found] == [LIST, "", LABELS[2]]
    assert [row["error"] for row in found] == [None, "the ingredients are empty", None]


@pytest.mark.parametrize(
    ("row", "values", "error"),
    [
        pytest.param(b"1,Cream", ("1", "Cream", ""), "2 cells where the header has 3", id="too few cells"),
        pytest.param(b"1,Cream,Aqua, Parfum", ("1", "Cream", "Aqua"), "4 cells where the header has 3", id="too many"),
        pytest.param(b"1,Cr\xe8me,Aqua", ("1", "Cr\\xe8me", "Aqua"), "bytes that are not UTF-8", id="not UTF-8"),
        pytest.param(b"1,Cream,Aqua\0", ("1", "Cream", "Aqua\0"), "NUL characters", id="NUL"),
        pytest.param(b"1,Cream,", ("1", "Cream", ""), "are empty", id="nothing"),
        pytest.param(b"1,Cream," + b"x" * 200_000, ("1", "Cream", "x" * 200_000), "longer than", id="a huge cell"),
        pytest.param(b'1,"Cream,Aqua', ("", "", ""), "a quote is opened and never closed", id="an open quote"),
    ],
)
def test_a_bad_row_is_kept_in_its_place_with_its_error(
    row: bytes, values: tuple[str, ...], error: str, tmp_path: Path
) -> None:
    good = f'0,Balm,"{LIST}"\n'.encode()
    found = answer(tmp_path, HEAD.encode() + good * 2 + row + b"\n" + good)
    assert [each["id"] for each in found] == ["0", "0", values[0], "0"]
    bad = found[2]
    assert (bad["id"], bad["name"], bad["ingredients"]) == values
    assert error in bad["error"]
    assert (bad["verdict"], bad["tokens"]) == ("unknown", 0)
    assert {each["verdict"] for each in (*found[:2], found[3])} == {"wait"}


def test_a_row_that_does_not_fit_its_columns_is_kept_as_it_stood(tmp_path: Path) -> None:
    found = answer(tmp_path, f'{HEAD}1,Cream,Aqua, Parfum\n2,Balm,"{LIST}"\n')
    assert found[0]["raw"] == "1,Cream,Aqua, Parfum"
    assert "raw" not in found[1]


def test_a_quote_that_is_left_open_spoils_its_line_alone(tmp_path: Path) -> None:
    """Though the quote of the next row closes it."""
    found = answer(tmp_path, f'{HEAD}1,"Cream,Aqua\n2,Balm,"{LIST}"\n3,Oil,"{LIST}"\n')
    assert [(row["id"], row.get("raw")) for row in found] == [("", '1,"Cream,Aqua'), ("2", None), ("3", None)]


@pytest.mark.parametrize("cell", ['5" wide', 'a "b" c', '"b" c', 'x"', '"two\n""lines"""'])
def test_quotes_in_odd_places_are_read_as_other_readers_read_them(cell: str, tmp_path: Path) -> None:
    text = f'{HEAD}1,{cell},"{LIST}"\n2,Balm,"{LIST}"\n'
    wanted = list(csv.DictReader(io.StringIO(text, newline="")))
    found = answer(tmp_path, text)
    assert [row["name"] for row in found] == [row["name"] for row in wanted]
    assert [row["error"] for row in found] == [None, None]


def test_blanks_before_quotes_are_no_part_of_a_cell(tmp_path: Path) -> None:
    found = answer(tmp_path, f'id, name, ingredients\n1, "Balm, rich", "{LIST}"\n2, Cream, "{LIST}"\n')
    assert [(row["name"], row["ingredients"]) for row in found] == [("Balm, rich", LIST), (" Cream", LIST)]


def test_a_quote_that_is_never_closed_spoils_its_line_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However much comes below it: a row of more than LONGEST_ROW is not waited for."""
    monkeypatch.setattr(cutting, "LONGEST_ROW", 4096)
    monkeypatch.setattr(cutting, "SMALLEST", 512)
    good = f"1,Balm,{LABELS[6]}\n"
    found = answer(tmp_path, HEAD + good * 30 + '2,"Cream,Aqua\n' + good * 300)
    assert [row["id"] for row in found] == ["1"] * 30 + [""] + ["1"] * 300
    assert found[30]["raw"] == '2,"Cream,Aqua'


def test_a_line_that_is_too_long_is_kept_by_its_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "LONGEST_ROW", 100_000)
    good = f'1,Balm,"{LIST}"\n'
    found = answer(tmp_path, HEAD + good + "2,Cream," + "Aqua; " * 60_000 + "\n" + good)
    assert [row["id"] for row in found] == ["1", "", "1"]
    assert found[1]["error"].startswith("a row that is too long, or whose quote is never closed (360,009 bytes)")
    assert found[1]["raw"].startswith("2,Cream,Aqua; Aqua")


def test_columns_without_a_name_or_with_the_same_get_one(tmp_path: Path) -> None:
    found = answer(tmp_path, f'name,,name,ingredients\na,b,c,"{LIST}"\n')
    assert list(found[0])[:4] == ["name", "column_2", "name_3", "ingredients"]


def test_a_csv_answer_keeps_header_delimiter_and_byte_order_mark(tmp_path: Path) -> None:
    path, out = tmp_path / "products.csv", tmp_path / "judged.csv"
    path.write_bytes(f'\ufeff"Product;Id";Ingredients;\n1;"{LIST}";x\n'.encode())
    screen(path, out, day=3)
    head, row = out.read_text(encoding="utf-8").splitlines()
    added = "verdict;until_day;concerns;deciding;tokens;recognised;error;raw"
    assert head == f'\ufeff"Product;Id";Ingredients;;{added}'
    assert row == f"1;{LIST};x;wait;{expected(LIST).until_day};fragrance;Parfum;5;5;;"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (b"", "is empty: there is nothing to screen"),
        (b"\n\n", "has no header"),
        (b'"id,ingredients\n1,Aqua\n', "a quote that never ends"),
        (b"\xff\xfei\0d\0", "text in UTF-16; save it as UTF-8"),
        (b"id,ingr\xe9dients\n1,Aqua\n", "a header that is not UTF-8"),
        (b"i\0d,ingredients\n", "its header has NUL bytes"),
        (b"\x1f\x8b\x08", "compressed with gzip; unpack it first"),
        (b"PK\x03\x04xl", "a spreadsheet or a zip archive"),
        (b"id,ingredients,verdict\n1,Aqua,ok\n", "already has a column named verdict"),
    ],
)
def test_what_is_no_table_is_refused_with_the_remedy(text: bytes, error: str, tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=error):
        answer(tmp_path, text)


def test_a_header_alone_gives_a_header(tmp_path: Path) -> None:
    (tmp_path / "products.csv").write_text(HEAD, encoding="utf-8")
    for name in ("judged.csv", "judged.jsonl", "judged.parquet"):
        assert screen(tmp_path / "products.csv", tmp_path / name, day=3).rows == 0
        assert read(tmp_path / name) == []


TEXT = st.lists(st.sampled_from(["a", "b ", ",", '"', '""', "\n", "\r\n", "\r", ' "', '",', "é"]), max_size=40).map(
    "".join
)
COMMAS = Dialect(b",")


@given(TEXT)
@example('a,"b""c\n",x\r\n,5" p,\n')
def test_the_grammar_reads_what_the_csv_module_reads(text: str) -> None:
    """As far as every quote that is opened is closed; else the last row is kept as it stands."""
    if '"' in _unclosed(text):
        return
    found = [[cell.decode() for cell in cells(row, COMMAS)] for row in rows(text.encode(), COMMAS)]
    assert found == [row or [""] for row in csv.reader(io.StringIO(text, newline=""))]


@given(TEXT, st.integers(1, 12))
def test_wherever_a_text_is_cut_its_rows_are_the_same(text: str, size: int) -> None:
    whole = text.encode()
    pieces = [(whole[at:end], state) for at, end, state in cut(whole, size)]
    assert b"".join(piece for piece, _ in pieces) == whole
    if '"' not in _unclosed(text):
        assert [row for piece, _ in pieces for row in rows(piece, COMMAS)] == rows(whole, COMMAS)
        assert all(state != "broken" for _, state in pieces)


@given(TEXT)
def test_arrow_and_the_grammar_give_the_same_columns(text: str) -> None:
    """Wherever the cutter says that Arrow may read, and Arrow does not refuse."""
    for at, end, state in cut(text.encode(), 1 << 20):
        piece = text.encode()[at:end]
        for names in (("a",), ("a", "b"), ("a", "b", "c")):
            catalogue = Catalogue(Path(), "csv", 0, 0, names, 0, 0, COMMAS)
            fast = csv_rows.by_arrow(catalogue, piece) if state == "regular" else None
            if fast is not None:
                slow = csv_rows.by_rows(catalogue, piece, "a")
                assert fast.equals(slow.batch)
                assert not slow.faults


def cut(whole: bytes, size: int) -> list[tuple[int, int, str]]:
    """Where a text is cut into chunks of about this size."""

    def ends(text: bytes, last: bool) -> tuple[int, bool]:
        end = cutting.regular_end(text, last, b",", b"\n")
        return (end, True) if end else (cutting.exact_end(text, last, COMMAS), False)

    return list(cutting._cut(io.BytesIO(whole), size, ends, b"\n"))


def _unclosed(text: str) -> str:
    """The last row of a text, where its quote is never closed; else nothing."""
    return next((row.decode() for row in rows(text.encode(), COMMAS) if not is_whole(row, COMMAS)), "")
