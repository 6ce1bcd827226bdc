"""`ask`: an interview that takes any answer, and gives an assessment however it ends."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from needlecare.knowledge.vocabulary import SIGNS
from tests.cli.calling import TODAY, Call, started
from tests.support.knowledge import SHIPPED

BEGIN = "3\n1\n1.5\n2\n"  # day 3, a pen, 1.5 mm, skin type II
NOTHING = "0\n" * 6  # none of the signs, six times
UNKNOWN = "We cannot tell from this, because we do not know which day it is"


def saved(path: Path) -> Any:
    """The case in a file."""
    return json.loads(path.read_text(encoding="utf-8"))


def test_answers_become_a_case(needlecare: Call, tmp_path: Path) -> None:
    """What was said is saved, "none of these" as asked and not there; "don't know" stays out."""
    path = tmp_path / "case.json"
    said = needlecare("ask", "--save", str(path), stdin="3\n1\n?\n2\n" + "0\n" * 6 + "q\n")
    case = saved(path)
    assert said.code == 0
    assert case["procedure"] == {"device": "pen"}
    assert case["patient"] == {"fitzpatrick": 2}
    assert case["check_ins"][0]["day"] == 3
    assert len(case["check_ins"][0]["signs"]) > 30
    assert set(case["check_ins"][0]["signs"].values()) == {"none"}


def test_a_saved_case_gives_the_same_assessment(needlecare: Call, tmp_path: Path) -> None:
    """`assess` on the file says what `ask` said."""
    path = tmp_path / "case.json"
    asked = needlecare("ask", "--json", "--save", str(path), *TODAY, stdin=BEGIN + NOTHING + "n\n" * 300)
    assert json.loads(asked.out)["disposition"]["level"]
    assert needlecare("assess", str(path), "--json", *TODAY).out == asked.out


def test_it_ends_when_nothing_could_change_the_answer(needlecare: Call) -> None:
    """With an answer to all of it, no question is left, and no input beyond it is read."""
    said = needlecare("ask", "--json", *TODAY, stdin=BEGIN + NOTHING + "n\n" * 300)
    assert said.code == 0
    assert said.err.count("[y/n/?]") < 60


def test_questions_go_to_standard_error(needlecare: Call) -> None:
    """So that the answer can be kept in a file."""
    said = needlecare("ask", "--json", stdin="q\n")
    assert json.loads(said.out)["disposition"]
    assert "How many days ago" in said.err


@pytest.mark.parametrize("stop", ["q", "Q", "quit", " stop "])
@pytest.mark.parametrize("before", [0, 1, 2, 4])
def test_q_stops_at_any_question(stop: str, before: int, needlecare: Call) -> None:
    """And shows the answer so far."""
    answers = "".join(BEGIN.splitlines(keepends=True)[:before])
    said = needlecare("ask", stdin=answers + stop + "\n")
    assert said.code == 0
    assert said.out.startswith("▌ ")


@pytest.mark.parametrize("text", ["", "\n", "3", "3\n1", BEGIN])
def test_the_end_of_input_is_the_end_of_the_interview(text: str, needlecare: Call) -> None:
    """Ctrl-D shows the answer so far."""
    assert needlecare("ask", stdin=text).code == 0


@pytest.mark.parametrize("unknown", ["?", "", "don't know", "unknown"])
def test_dont_know_is_always_an_answer(unknown: str, needlecare: Call, tmp_path: Path) -> None:
    """Somebody who knows nothing reaches the end, and is not told that all is well."""
    path = tmp_path / "case.json"
    said = needlecare("ask", "--save", str(path), stdin=f"{unknown}\n" * 400)
    assert said.out.startswith(f"▌ {UNKNOWN}")
    assert saved(path) == {"patient": {}, "procedure": {}, "check_ins": [{"signs": {}}]}


@pytest.mark.parametrize("wrong", ["three", "-1", "99999", "1.5", "nan", "1e400", "7" * 5000, "²", "\0", "\x1b[31m"])
def test_a_wrong_number_is_asked_for_again(wrong: str, needlecare: Call, tmp_path: Path) -> None:
    """With what would be right; the next answer counts."""
    path = tmp_path / "case.json"
    said = needlecare("ask", "--save", str(path), stdin=f"{wrong}\n3\nq\n")
    assert said.err.count("  Please give ") == 1
    assert "set_int_max_str_digits" not in said.err
    assert saved(path)["check_ins"][0]["day"] == 3


@pytest.mark.parametrize("wrong", ["0", "9", "-1", "1 2", "pencil", "²", "1.0"])
def test_a_wrong_choice_is_asked_for_again(wrong: str, needlecare: Call, tmp_path: Path) -> None:
    """A number of the list or a name in it."""
    path = tmp_path / "case.json"
    said = needlecare("ask", "--save", str(path), stdin=f"3\n{wrong}\n2\nq\n")
    assert said.err.count("  Please give a number from 1 to ") == 1
    assert saved(path)["procedure"]["device"] == "roller"


@pytest.mark.parametrize("wrong", ["99", "0 1", "1 x", "-", "²"])
def test_wrong_signs_are_asked_for_again(wrong: str, needlecare: Call) -> None:
    """Numbers of the list, or 0 alone."""
    said = needlecare("ask", stdin=BEGIN + f"{wrong}\n0\nq\n")
    assert said.err.count("  Please give numbers from 1 to ") == 1


def test_a_decimal_comma_is_read(needlecare: Call, tmp_path: Path) -> None:
    """1,5 mm is 1.5 mm."""
    path = tmp_path / "case.json"
    needlecare("ask", "--save", str(path), stdin="3\n1\n1,5\nq\n")
    assert saved(path)["procedure"]["needle_depth_mm"] == 1.5


def test_an_emergency_ends_the_questions(needlecare: Call) -> None:
    """After the warning signs, somebody who needs help now is not asked on."""
    warning = [sign for sign in SIGNS if SHIPPED.signs[sign].group == "warning"]
    choking = warning.index("breathing_difficulty") + 1
    said = needlecare("ask", stdin=f"{BEGIN}{choking}\n4\n" + "2\n4\n" * 50)
    assert said.first == "▌ Get emergency help now."
    assert said.err.count("Do you have any of these now?") == 1


def test_a_saved_case_is_for_its_owner_only(needlecare: Call, tmp_path: Path) -> None:
    """It is health data: mode 600, and nothing else is left in the folder."""
    path = tmp_path / "case.json"
    needlecare("ask", "--save", str(path), stdin=BEGIN)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_case_is_replaced_whole(needlecare: Call, tmp_path: Path) -> None:
    """Nothing of the old file stays behind."""
    path = tmp_path / "case.json"
    path.write_text("x" * 10_000, encoding="utf-8")
    needlecare("ask", "--save", str(path), stdin=BEGIN)
    assert saved(path)["procedure"] == {"device": "pen", "needle_depth_mm": 1.5}


@pytest.mark.parametrize("place", ["no/such/folder/case.json", "folder", "file/case.json", "a\0b"])
def test_a_place_that_cannot_be_written_costs_no_answer(place: str, needlecare: Call, tmp_path: Path) -> None:
    """The answers took minutes: the assessment is shown, the reason given, and no scrap of health data left."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("", encoding="utf-8")
    said = needlecare("ask", "--save", str(tmp_path / place), stdin=BEGIN)
    assert said.code == 10
    assert "cannot be written" in said.err
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]
    assert said.out.startswith("▌ ")


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_answers_that_are_no_text_are_wrong_answers(encoding: str) -> None:
    """Bytes outside the encoding are asked for again, not a traceback."""
    said = started("ask", stdin=b"\xff\xfe\n3\nq\n", encoding=encoding)
    assert (said.code, "Traceback" in said.err) == (0, False)


def test_a_closed_input_is_the_end_of_input() -> None:
    """Somebody runs it where nobody can answer."""
    assert started("ask", stdin=b"").code == 0
