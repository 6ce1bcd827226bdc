"""JSON Lines: each object as it stood with the verdict at its end; what is no object is kept as it stood too."""

import json
from pathlib import Path
from typing import Any

import pytest

from needlecare.catalogue import CatalogueError, screen
from needlecare.catalogue.reading import cutting
from tests.catalogue.products import ADDED, LABELS, expected, read, verdict

GOOD = json.dumps({"ingredients": LABELS[1]})


def answered(tmp_path: Path, text: str | bytes, out: str = "judged.jsonl", **options: Any) -> Path:
    """The answer to a file of JSON Lines."""
    path = tmp_path / "products.jsonl"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    screen(path, tmp_path / out, day=3, workers=1, **options)
    return tmp_path / out


def test_an_object_stays_as_it_was_written(tmp_path: Path) -> None:
    """Figures, order, nesting, blanks, escapes and keys that stand twice: only the end of the line is new."""
    lines = [
        '{"price": 1.50, "big": 12345678901234567890, "ingredients": "Aqua, Parfum", "tags": ["a", {"b": null}]}',
        '{ "name" : "\\u00d6l", "name": "x", "ingredients" : "Aqua" }',
        '{"ingredients":"Aqua, Glycerin"}',
    ]
    found = answered(tmp_path, "\n".join(lines)).read_text(encoding="utf-8").splitlines()
    for line, answer in zip(lines, found, strict=True):
        assert answer.startswith(line.removesuffix("}").rstrip() + ', "verdict": "')
        assert list(json.loads(answer))[-7:] == list(ADDED)


def test_an_answer_says_what_the_label_gives(tmp_path: Path) -> None:
    text = "".join(json.dumps({"ingredients": label}) + "\r\n\n" for label in LABELS)
    found = read(answered(tmp_path, b"\xef\xbb\xbf" + text.encode()))
    assert [verdict(row) for row in found] == [expected(label) for label in LABELS]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("{not json", "not JSON: Expecting property name"),
        ('{"ingredients": "Aqua"', "not JSON: Expecting ',' delimiter"),
        ('["Aqua"]', "JSON, but not an object"),
        ('"Aqua, Parfum"', "JSON, but not an object"),
        ("null", "JSON, but not an object"),
        ('{"ingredients": "\\ud800"}', "half a character (a lone surrogate)"),
        ('{"a":' + "[" * 100_000, "nested too deeply"),
        ('{"ingredients": ' + "9" * 5000 + "}", "not JSON: Exceeds the limit"),
    ],
)
@pytest.mark.parametrize("out", ["judged.jsonl", "judged.csv", "judged.parquet"])
def test_a_line_that_is_no_object_is_kept_as_it_stood(line: str, error: str, out: str, tmp_path: Path) -> None:
    found = read(answered(tmp_path, f"{GOOD}\n{line}\n{GOOD}\n", out))
    assert len(found) == 3
    assert found[1]["raw"] == line
    assert error in found[1]["error"]
    assert found[1]["verdict"] == "unknown"
    assert [row["error"] for row in (found[0], found[2])] == [None, None]


def test_an_object_with_a_field_like_ours_is_kept_as_it_stood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the first lines have none; else the whole catalogue is refused."""
    taken = '{"ingredients": "Aqua", "verdict": "ok"}'
    with pytest.raises(CatalogueError, match="already has a column named verdict"):
        answered(tmp_path, f"{GOOD}\n{taken}\n")
    monkeypatch.setattr("needlecare.catalogue.reading.opening._HEAD", 50)
    found = read(answered(tmp_path, f"{GOOD}\n{taken}\n"))
    assert (found[1]["verdict"], found[1]["raw"]) == ("unknown", taken)
    assert found[1]["error"] == "the object already has a field 'verdict'"


def test_a_line_that_is_not_utf_8_is_kept_with_its_bytes_to_be_seen(tmp_path: Path) -> None:
    found = read(answered(tmp_path, GOOD.encode() + b'\n{"ingredients": "Cr\xe8me"}\n'))
    assert found[1]["raw"] == '{"ingredients": "Cr\\xe8me"}'
    assert found[1]["error"] == "bytes that are not UTF-8, at byte 19 of the line"


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("7", "the ingredients are a number, not text"),
        ("true", "the ingredients are true or false, not text"),
        ("null", "no ingredients are given"),
        ('["Aqua", "Parfum"]', "the ingredients are a list, not text"),
        ('{"inci": "Aqua"}', "the ingredients are an object, not text"),
        ('""', "the ingredients are empty"),
    ],
)
def test_an_object_without_a_text_is_kept_with_its_error(value: str, error: str, tmp_path: Path) -> None:
    found = read(answered(tmp_path, f'{GOOD}\n{{"id": 1, "ingredients": {value}}}\n'))
    assert (found[1]["id"], found[1]["ingredients"]) == (1, json.loads(value))
    assert (found[1]["verdict"], found[1]["error"]) == ("unknown", error)


def test_an_object_without_the_field_is_kept_with_its_error(tmp_path: Path) -> None:
    found = read(answered(tmp_path, f'{GOOD}\n{{"id": 1}}\n{{}}\n'))
    assert [row.get("error") for row in found] == [
        None,
        "there is no field 'ingredients'",
        "there is no field 'ingredients'",
    ]
    assert [row.get("id") for row in found] == [None, 1, None]


@pytest.mark.parametrize("out", ["judged.csv", "judged.parquet"])
def test_in_columns_nothing_is_lost_either(out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Values that are no text become JSON, and a field that the first lines do not have is kept with its line."""
    monkeypatch.setattr("needlecare.catalogue.reading.opening._HEAD", 200)
    lines = [json.dumps({"ingredients": LABELS[1], "price": 1.5, "tags": ["a"]})] * 9
    late = json.dumps({"ingredients": LABELS[1], "price": None, "late": "Ö"}, ensure_ascii=False)
    found = read(answered(tmp_path, "\n".join([*lines, late])))
    found = read(answered(tmp_path, "\n".join([*lines, late]), out))
    assert [found[0][name] for name in ("price", "tags", "raw")] == ["1.5", '["a"]', None]
    assert found[9]["raw"] == late
    assert verdict(found[9]) == expected(LABELS[1])


def test_a_line_that_is_too_long_is_kept_by_its_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "LONGEST_ROW", 100_000)
    line = json.dumps({"ingredients": "Aqua, " * 60_000})
    found = read(answered(tmp_path, f"{GOOD}\n{line}\n{GOOD}\n"))
    assert [bool(row["error"]) for row in found] == [False, True, False]
    assert found[1]["raw"] == line[: 1 << 16]


@pytest.mark.parametrize("text", ["", "\n \n", "not json\n", "[]\n[]\n"])
def test_a_file_without_an_object_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"is empty|is not JSON Lines, with an object on each line"):
        answered(tmp_path, text)
