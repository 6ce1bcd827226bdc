"""JSON Lines: one answer a line in the order of the questions; a bad line spoils nothing but itself."""

import json
from pathlib import Path
from typing import Any

import pytest

from needlecare.cli import progress
from tests.cli.calling import TODAY, Call

GOOD = '{"check_ins": [{"day": 3, "signs": {"redness": "mild"}}]}'
URGENT = '{"check_ins": [{"day": 3, "signs": {"breathing_difficulty": "severe"}}]}'
BAD = '{"patient": {"agee": 30}, "check_ins": [{"day": -1}]}'
MIXED = "\n".join([GOOD, BAD, URGENT, "{not json", GOOD]) + "\n"


def answers(out: str) -> list[Any]:
    """Each line as data."""
    return [json.loads(line) for line in out.splitlines()]


def kinds(out: str) -> list[Any]:
    """The level of each answer, or the line number of its error."""
    return [each["error"]["line"] if "error" in each else each["disposition"]["level"] for each in answers(out)]


@pytest.mark.parametrize("name", ["cases.jsonl", "cases.ndjson", "CASES.JSONL", "-"])
def test_every_line_has_its_answer_in_its_place(name: str, needlecare: Call, tmp_path: Path) -> None:
    """Bad lines become errors where they stand, the others are assessed, and the exit code says so."""
    path = tmp_path / name
    if name != "-":
        path.write_text(MIXED, encoding="utf-8")
    words = ("-", "--format", "jsonl") if name == "-" else (str(path),)
    said = needlecare("assess", *words, "--json", *TODAY, stdin=MIXED)
    assert kinds(said.out) == ["self-care", 2, "emergency", 4, "self-care"]
    assert (said.code, said.err) == (10, "")


def test_an_error_names_its_line_and_every_fault(needlecare: Call) -> None:
    """`{"error": {"line", "faults"}}`, and each fault with path, found, expected and nearest."""
    said = needlecare("assess", "-", "--format", "jsonl", "--json", stdin=f"{GOOD}\n{BAD}\n")
    error = answers(said.out)[1]["error"]
    assert error["line"] == 2
    assert [(fault["path"], fault["nearest"]) for fault in error["faults"]] == [
        ("patient.agee", "age"),
        ("check_ins[0].day", None),
    ]
    assert all(set(fault) == {"path", "found", "expected", "nearest"} for fault in error["faults"])


def test_without_json_each_line_is_one_sentence(needlecare: Call) -> None:
    """As text a case is its level and headline, an error its line and faults."""
    said = needlecare("assess", "-", "--format", "jsonl", *TODAY, stdin=f"{GOOD}\n{BAD}\n{URGENT}\n")
    good, bad, urgent = said.out.splitlines()
    assert good == "self-care: This looks as expected for day 3"
    assert bad.startswith("error in line 2: patient.agee: ")
    assert urgent == "emergency: Get emergency help now"


def test_a_batch_without_faults_exits_with_zero(needlecare: Call) -> None:
    """Urgent cases are answers, not faults."""
    assert needlecare("assess", "-", "--format", "jsonl", stdin=f"{GOOD}\n{URGENT}\n").code == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(f"{GOOD}\n{GOOD}\n", ["self-care", "self-care"], id="two lines"),
        pytest.param(f"{GOOD}\r\n{BAD}\r\n", ["self-care", 2], id="Windows line ends"),
        pytest.param(f"\n\n{GOOD}\n{BAD}\n", ["self-care", 4], id="blank lines first, which count"),
        pytest.param(f"{GOOD}\n\n{BAD}\n", ["self-care", 3], id="a blank line between"),
        pytest.param(f"{GOOD}\nnot json\n{URGENT}\n", ["self-care", 2, "emergency"], id="a bad second line"),
        pytest.param(f"{BAD}\n{GOOD}", [1, "self-care"], id="no line end at the end"),
    ],
)
def test_standard_input_is_told_to_be_lines(text: str, found: list[Any], needlecare: Call) -> None:
    """Where the first line is a whole JSON object and more follows, each line is a case."""
    said = needlecare("assess", "-", "--json", *TODAY, stdin=text)
    assert (kinds(said.out), said.err) == (found, "")


def test_lines_that_hold_no_table_are_faults(needlecare: Call) -> None:
    """Lists, numbers, texts and null are reported; an empty object is a case of which nothing is known."""
    said = needlecare("assess", "-", "--format", "jsonl", "--json", stdin='[]\n5\n"x"\nnull\ntrue\n{}\n')
    assert kinds(said.out)[:5] == [1, 2, 3, 4, 5]
    assert "disposition" in answers(said.out)[5]


@pytest.mark.parametrize("at", [0, 1], ids=["first", "second"])
def test_an_over_long_line_is_refused_and_the_next_one_read(at: int, needlecare: Call) -> None:
    """More than a million bytes on a line is one fault of that line."""
    lines = [GOOD, GOOD, URGENT]
    lines[at] = json.dumps({"check_ins": [{"day": 3, "note": "x" * 2_500_000}]})
    said = needlecare("assess", "-", "--format", "jsonl", "--json", *TODAY, stdin="\n".join(lines))
    wanted = ["self-care", "self-care", "emergency"]
    wanted[at] = at + 1
    assert kinds(said.out) == wanted


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"\xff\xfe\x00", id="bytes that are no text"),
        pytest.param(b"\0", id="a NUL"),
        pytest.param(b"[" * 100_000, id="deep brackets"),
        pytest.param(b'{"a":' * 100_000 + b"1" + b"}" * 100_000, id="deep tables"),
        pytest.param(b'{"patient": {"age": NaN}}', id="NaN"),
        pytest.param(b'{"patient": {"age": 1, "age": 2}}', id="a key that stands twice"),
        pytest.param(b'{"patient": {"age": ' + b"9" * 5000 + b"}}", id="a number of 5,000 digits"),
        pytest.param(b'{"\\ud800": "\\udfff"}', id="half a character"),
        pytest.param(b'{"procedure": {"date": "2999-01-01"}}', id="a procedure to come"),
    ],
)
@pytest.mark.parametrize("sniffed", [False, True])
def test_a_hostile_line_is_a_fault_of_its_own(line: bytes, sniffed: bool, needlecare: Call) -> None:
    """Whatever a line holds, the lines round it are assessed."""
    first, words = (GOOD.encode(), ()) if sniffed else (line, ("--format", "jsonl"))
    said = needlecare("assess", "-", *words, "--json", *TODAY, stdin=b"\n".join([first, line, URGENT.encode()]) + b"\n")
    assert kinds(said.out) == ["self-care" if sniffed else 1, 2, "emergency"]


def test_a_plan_for_every_line(needlecare: Call) -> None:
    """`plan` answers JSON Lines too."""
    said = needlecare("plan", "-", "--format", "jsonl", "--json", *TODAY, stdin=f"{GOOD}\n{BAD}\n")
    plan, error = answers(said.out)
    assert plan["today"]["day"] == 3
    assert error["error"]["line"] == 2


def test_an_empty_batch_says_so_or_nothing(needlecare: Call, tmp_path: Path) -> None:
    """A file of no lines has no answers and no faults."""
    path = tmp_path / "cases.jsonl"
    path.write_text("\n\n", encoding="utf-8")
    said = needlecare("assess", str(path), "--json")
    assert (said.code, said.out, said.err) == (0, "", "")


def test_the_progress_bar_changes_no_answer(needlecare: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a bar on standard error every line still has its answer, in order."""
    plain = needlecare("assess", "-", "--format", "jsonl", "--json", *TODAY, stdin=MIXED)
    monkeypatch.setattr(progress, "SHORT", -1.0)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert needlecare("assess", "-", "--format", "jsonl", "--json", *TODAY, stdin=MIXED).out == plain.out
