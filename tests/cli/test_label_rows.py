"""`label` on JSON Lines: every row has its answer in its place, and a bad one says what is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import Call, Said, started
from tests.cli.label_answers import ACID, MILD, answer, answers, refused, verdicts

pytestmark = pytest.mark.usefixtures("one_table")


def rows(*each: Any) -> str:
    """Rows as JSON Lines; a text stands as it is."""
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in each) + "\n"


MIXED = rows(
    {"id": "a", "text": ACID, "day": 1},
    {"id": "b", "text": ACID, "dya": 1},
    "",
    {"id": 3, "text": MILD},
    "{not json",
    {"text": "", "day": 1},
)


@pytest.mark.parametrize("name", ["labels.jsonl", "labels.ndjson", "labels", "-"])
def test_every_row_has_its_answer_in_its_place(name: str, needlecare: Call, tmp_path: Path) -> None:
    """Bad rows become errors where they stand, the others are judged, and the exit code says so."""
    path = tmp_path / name
    if name != "-":
        path.write_text(MIXED, encoding="utf-8")
    said = needlecare("label", "-" if name == "-" else str(path), "--day", "2", stdin=MIXED)
    assert verdicts(said) == ["wait", 2, "fine", 5, "unknown"]
    assert [each["id"] for each in answers(said)] == ["a", "b", 3, None, None]
    assert all(next(iter(each)) == "id" for each in answers(said))
    assert (said.code, said.err) == (10, "")


def test_rows_without_faults_exit_with_zero(needlecare: Call) -> None:
    """Wait is no fault."""
    assert needlecare("label", "-", stdin=rows({"text": ACID, "day": 1})).code == 0


def test_the_answer_of_a_row_is_that_of_its_label(needlecare: Call) -> None:
    """But for the id in front."""
    [row] = answers(needlecare("label", "-", stdin=rows({"id": "a", "text": ACID, "day": 1})))
    assert row == {"id": "a"} | answer(needlecare("label", ACID, "--day", "1", "--json"))


def test_a_row_goes_before_the_options(needlecare: Call) -> None:
    """Its day, depth and kind; what it does not say the options say."""
    given = rows({"text": ACID, "day": 1, "depth": 0.25, "rinse_off": True}, {"text": ACID})
    found = answers(needlecare("label", "-", "--day", "0", "--depth", "2", stdin=given))
    alone = needlecare("label", ACID, "--day", "1", "--depth", "0.25", "--rinse-off", "--json")
    assert found[0] == {"id": None} | answer(alone)
    assert found[1] == {"id": None} | answer(needlecare("label", ACID, "--day", "0", "--depth", "2", "--json"))


def test_a_row_without_a_day_where_no_option_has_one_is_a_fault(needlecare: Call) -> None:
    """Of that row alone."""
    said = needlecare("label", "-", stdin=rows({"text": MILD}, {"text": MILD, "day": 20}))
    assert verdicts(said) == [1, "fine"]
    assert answers(said)[0]["error"]["faults"][0]["path"] == "day"


@pytest.mark.parametrize(
    ("row", "path"),
    [
        ({"day": 1}, "text"),
        ({"text": None, "day": 1}, "text"),
        ({"text": ["Aqua"], "day": 1}, "text"),
        ({"text": "\ud800", "day": 1}, "text"),
        ({"text": MILD, "day": -1}, "day"),
        ({"text": MILD, "day": 1.5}, "day"),
        ({"text": MILD, "day": True}, "day"),
        ({"text": MILD, "day": "2"}, "day"),
        ({"text": MILD, "day": 10**400}, "day"),
        ({"text": MILD, "day": 1, "depth": 0}, "depth"),
        ({"text": MILD, "day": 1, "kind": "cream"}, "kind"),
        ({"text": MILD, "day": 1, "kind": ["leave_on"]}, "kind"),
        ({"text": MILD, "day": 1, "rinse_off": "yes"}, "rinse_off"),
        ({"text": MILD, "day": 1, "rinse_off": False, "kind": "rinse_off"}, "rinse_off"),
        ({"text": MILD, "day": 1, "id": ["x"]}, "id"),
        ({"text": MILD, "day": 1, "name": 4}, "name"),
        ("[]", "the line"),
        ("{" * 100_000, "the line"),
        ('{"text": "Aqua", "text": "Aqua"}', "the line"),
        ('{"text": "Aqua", "day": NaN}', "the line"),
        ('{"text": "' + "x" * 1_000_001 + '"}', "the line"),
    ],
)
def test_a_bad_row_says_where_and_what_would_be_right(row: Any, path: str, needlecare: Call) -> None:
    """And the row behind it is judged."""
    good = {"text": MILD, "day": 20}
    said = needlecare("label", "-", "--format", "jsonl", stdin=rows(row, good))
    assert verdicts(said) == [1, "fine"]
    [fault] = answers(said)[0]["error"]["faults"]
    assert fault["path"] == path
    assert fault["expected"]


def test_a_slip_of_the_pen_is_answered_with_the_nearest_name(needlecare: Call) -> None:
    """A day that is misspelt does not silently become that of the options."""
    said = needlecare("label", "-", "--day", "20", stdin=rows({"text": ACID, "dya": 1}))
    [fault] = answers(said)[0]["error"]["faults"]
    assert (fault["path"], fault["nearest"]) == ("dya", "day")


def test_null_is_the_same_as_not_there(needlecare: Call) -> None:
    """As databases write it."""
    nothing = dict.fromkeys(("id", "day", "depth", "kind", "rinse_off", "name"))
    assert verdicts(needlecare("label", "-", "--day", "20", stdin=rows({"text": MILD} | nothing))) == ["fine"]


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_a_format_that_is_named_is_believed(form: str, needlecare: Call) -> None:
    """Whatever the input looks like."""
    said = needlecare("label", "-", "--day", "1", "--json", "--format", form, stdin='{"text": "Aqua"}\n')
    assert ("id" in json.loads(said.out)) == (form == "jsonl")


def test_json_lines_come_from_a_file_or_standard_input(needlecare: Call) -> None:
    """Not from the command line."""
    assert "cannot be read" in refused(needlecare("label", rows({"text": MILD}), "--day", "1", "--format", "jsonl"))


def test_an_empty_file_of_rows_has_no_answers(needlecare: Call, tmp_path: Path) -> None:
    """And no faults."""
    path = tmp_path / "labels.jsonl"
    path.write_text("\n", encoding="utf-8")
    assert needlecare("label", str(path)) == Said(0, "", "")


def test_the_same_input_gives_the_same_bytes() -> None:
    """In processes whose hashes differ."""
    words = ("label", f"{ACID}, Retinol, Parfum, Limonene", "--day", "1", "--json")
    assert started(*words, PYTHONHASHSEED="1").out == started(*words, PYTHONHASHSEED="2").out
