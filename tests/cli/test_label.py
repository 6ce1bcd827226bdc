"""`label`: a text, a file or standard input; the answer first, with the words that decide."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import TODAY, Call, in_shell
from tests.cli.label_answers import ACID, MILD, answer, refused

RETINOID = "Aqua, Retinol, Glycerin, Panthenol"
PREGNANT = '{"patient": {"pregnant": "yes"}, "procedure": {"date": "2026-05-20"}}'


pytestmark = pytest.mark.usefixtures("one_table")


def test_the_answer_comes_first(needlecare: Call) -> None:
    """The verdict, what decides, the label with its words marked, and at the end what it is not."""
    out = needlecare("label", ACID, "--day", "1").out
    assert out.startswith("▌ Wait until day ")
    assert "\nAqua, [Glycolic Acid], Glycerin, Panthenol\n4 of 4 names understood. […] decides\n" in out
    assert "not yet reviewed by a clinician" in out
    assert "makes no diagnosis" in out.replace("\n", " ")


@pytest.mark.parametrize("text", [MILD, ACID, "Visit the boutique", f"{ACID}, Xyzabcol"])
def test_every_verdict_is_an_answer(text: str, needlecare: Call) -> None:
    """Wait, and cannot tell, exit with 0 as fine does."""
    assert needlecare("label", text, "--day", "1").code == 0


def test_json_has_the_fields_of_the_interface(needlecare: Call) -> None:
    """What others build on: verdict, ingredients with places, concerns with days and sources, how much was read."""
    found = answer(needlecare("label", ACID, "--day", "1", "--json"))
    assert (found["verdict"], found["day"]) == ("wait", 1)
    assert found["until_day"] > 1
    assert found["read"] == {"tokens": 4, "recognised": 4, "not_understood": []}
    [acid] = [one for one in found["ingredients"] if one["concerns"]]
    assert {"text", "start", "end", "inci", "how", "confidence", "concerns"} <= acid.keys()
    assert ACID[acid["start"] : acid["end"]] == acid["text"] == acid["inci"] == "Glycolic Acid"
    concern = found["concerns"]["exfoliating_acid"]
    assert concern["ingredients"] == ["Glycolic Acid"]
    assert concern["day"] == found["until_day"]
    assert set(concern["sources"]) <= found["sources"].keys()


@pytest.mark.parametrize("way", ["text", "file", "standard input"])
def test_a_text_a_file_and_standard_input_say_the_same(way: str, needlecare: Call, tmp_path: Path) -> None:
    """Where a file has the name it is read, `-` is standard input, anything else is the label itself."""
    path = tmp_path / "label.txt"
    path.write_text(ACID, encoding="utf-8")
    word = {"text": ACID, "file": str(path), "standard input": "-"}[way]
    said = needlecare("label", word, "--day", "1", stdin=ACID)
    assert said.out == needlecare("label", ACID, "--day", "1").out


def test_a_byte_order_mark_is_no_part_of_a_label(needlecare: Call) -> None:
    """Places count from the first letter of the text."""
    found = answer(needlecare("label", "-", "--day", "1", "--json", stdin=b"\xef\xbb\xbf" + ACID.encode()))
    assert found["ingredients"][0]["start"] == 0


def test_a_label_of_many_lines_is_one_label(needlecare: Call) -> None:
    """As it comes out of a web page."""
    found = answer(needlecare("label", "-", "--day", "1", "--json", stdin=ACID.replace(", ", ",\r\n")))
    assert found["verdict"] == "wait"


@pytest.mark.parametrize(
    "word", ["missing.txt", "labels/cream 7.JSONL", "/tmp/no/such", "./cream", "../cream", "~/cream"]
)
def test_what_looks_like_a_file_that_is_not_there_is_a_fault(word: str, needlecare: Call) -> None:
    """It is not judged as a label of one strange name."""
    assert "No such file or directory" in refused(needlecare("label", word, "--day", "1"))


@pytest.mark.parametrize("text", ["Water/Aqua/Eau", "Aqua, Parfum.txt", "Alcohol Denat.", "Aqua"])
def test_what_only_resembles_a_file_is_a_label(text: str, needlecare: Call) -> None:
    """Slashes and full stops belong to labels too."""
    assert needlecare("label", text, "--day", "1").code == 0


@pytest.mark.parametrize("text", ["", "  \n ", "\ufeff"])
def test_nothing_is_called_empty(text: str, needlecare: Call) -> None:
    """With what would be right."""
    assert "expected the list of ingredients" in refused(needlecare("label", "-", "--day", "1", stdin=text))
    assert "nothing (it is empty)" in refused(needlecare("label", text, "--day", "1"))


@pytest.mark.parametrize("data", [b"Aqua, \xff", "Aqua".encode("utf-16"), "Thé".encode("latin-1")])
def test_what_is_not_utf_8_is_refused(data: bytes, needlecare: Call) -> None:
    """With the place of the first wrong byte."""
    assert "bytes that are not UTF-8 (at byte " in refused(needlecare("label", "-", "--day", "1", stdin=data))


def test_bytes_on_the_command_line_that_are_not_utf_8_are_refused() -> None:
    """The shell hands in what it is given."""
    said = in_shell(r"$NEEDLECARE label $'Aqua, \xff' --day 1")
    assert "bytes that are not UTF-8 (at byte 6)" in refused(said)


def test_too_long_a_label_is_refused(needlecare: Call) -> None:
    """More than a megabyte is no label."""
    message = refused(needlecare("label", "-", "--day", "1", stdin="Aqua, " * 200_000))
    assert "more than 1,000,000 bytes" in message
    assert "JSON Lines" in message


def test_a_label_sends_nothing_to_the_terminal_but_text(needlecare: Call) -> None:
    """It cannot colour, clear or ring, nor turn the direction of the words around it."""
    label = "Aqua, Gly\x1b[31mcerin\x07, \u202emuflaP\u202c, \u2066Retinol\u2069\u2028, Panthenol\x9b"
    out = needlecare("label", label, "--day", "1").out
    assert not {char for char in out if ord(char) < 32 or 127 <= ord(char) < 160} - {"\n"}
    assert not set(out) & set("\u202e\u202c\u2066\u2069\u2028")


# -- the use -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "verdict"), [("1", "wait"), ("3650", "fine")])
def test_the_day_decides(day: str, verdict: str, needlecare: Call) -> None:
    """An acid that has to wait on day 1 is free ten years later."""
    assert answer(needlecare("label", ACID, "--day", day, "--json"))["verdict"] == verdict


@pytest.mark.parametrize("day", ["-1", "3651", "1.5", "soon", "", "nan", "inf"])
def test_a_wrong_day_is_a_wrong_word(day: str, needlecare: Call) -> None:
    """With what would be right."""
    said = needlecare("label", ACID, f"--day={day}")
    assert said.code == 2
    assert f"{day!r} is not a whole number of days from 0 (the day itself) to 3650" in said.err


@pytest.mark.parametrize("depth", ["0", "-1", "10.1", "deep", "nan"])
def test_a_wrong_depth_is_a_wrong_word(depth: str, needlecare: Call) -> None:
    """With what would be right."""
    said = needlecare("label", ACID, "--day", "1", f"--depth={depth}")
    assert said.code == 2
    assert f"{depth!r} is not a number of millimetres above 0, at most 10" in said.err


def test_a_comma_in_a_depth_is_a_point(needlecare: Call) -> None:
    """As half of Europe writes it."""
    said = [needlecare("label", ACID, "--day", "1", "--depth", depth).out for depth in ("0.25", "0,25")]
    assert said[0] == said[1]


def test_without_a_day_there_is_no_verdict(needlecare: Call) -> None:
    """It is asked for, never guessed."""
    said = needlecare("label", ACID)
    assert said.code == 2
    assert "--day is needed" in said.err


def test_during_the_session_is_day_0(needlecare: Call) -> None:
    """It may be left out, and no other day goes with it."""
    assert answer(needlecare("label", ACID, "--during", "--json"))["day"] == 0
    assert needlecare("label", ACID, "--during", "--day", "0").code == 0
    assert needlecare("label", ACID, "--during", "--day", "1").code == 2


def test_what_is_rinsed_off_never_waits_longer(needlecare: Call) -> None:
    """Than what stays on."""
    stays, goes = (
        answer(needlecare("label", ACID, "--day", "0", "--json", *words))["until_day"] or 0
        for words in ((), ("--rinse-off",))
    )
    assert goes <= stays


def test_an_allergy_makes_a_product_one_to_avoid(needlecare: Call) -> None:
    """Whatever the day, and under another of its names."""
    words = ("--day", "3650", "--allergy", "vitamin E", "--allergy", "Glycerol", "--json")
    found = answer(needlecare("label", MILD, *words))
    assert (found["verdict"], found["deciding"]) == ("avoid", ["Glycerin"])


def test_a_case_gives_the_day_and_the_person(needlecare: Call, tmp_path: Path) -> None:
    """A retinoid is not for somebody who is pregnant, on no day."""
    case = tmp_path / "case.json"
    case.write_text(PREGNANT, encoding="utf-8")
    found = answer(needlecare("label", RETINOID, "--case", str(case), *TODAY, "--json"))
    assert (found["day"], found["verdict"], found["deciding"]) == (11, "avoid", ["Retinol"])


@pytest.mark.parametrize("text", [MILD, ACID, RETINOID, "Aqua, Parfum, Alcohol Denat.", f"{MILD}, Xyzabcol"])
@pytest.mark.parametrize("signs", [{}, {"redness": "mild"}, {"vesicles": "severe", "pain": "severe", "pus": "severe"}])
def test_the_assessment_of_a_case_says_the_same_of_its_products(text: str, signs: Any, needlecare: Call) -> None:
    """What the state of the skin holds back is held back here too."""
    case = {
        "patient": {"skin_type": "oily", "pregnant": "no", "fitzpatrick": "V"},
        "procedure": {"needle_depth_mm": 1.5},
        "check_ins": [{"day": 8, "signs": signs}],
        "products": [{"name": "a cream", "ingredients": text}],
    }
    [seen] = answer(needlecare("assess", "-", "--json", stdin=json.dumps(case)))["products"]
    found = answer(needlecare("label", text, "--case", "-", "--json", stdin=json.dumps(case)))
    assert [found[key] for key in ("verdict", "until_day", "deciding")] == [
        seen[key] for key in ("verdict", "until_day", "deciding")
    ]


def test_a_day_that_is_said_goes_before_that_of_the_case(needlecare: Call, tmp_path: Path) -> None:
    """May I use this on day 20?"""
    case = tmp_path / "case.json"
    case.write_text(PREGNANT, encoding="utf-8")
    assert answer(needlecare("label", MILD, "--case", str(case), *TODAY, "--day", "20", "--json"))["day"] == 20


def test_a_case_without_a_day_is_a_fault(needlecare: Call) -> None:
    """It says how to give one."""
    assert "--day N" in refused(needlecare("label", MILD, "--case", "-", stdin="{}"))


def test_a_faulty_case_is_a_fault_of_the_case(needlecare: Call) -> None:
    """Not of the label."""
    said = needlecare("label", MILD, "--case", "-", stdin='{"patient": {"agee": 3}}')
    assert said.code == 10
    assert said.err.startswith("needlecare: the case cannot be used: 1 fault\n  • patient.agee: ")


def test_label_and_case_cannot_share_standard_input(needlecare: Call) -> None:
    """A wrong word."""
    assert needlecare("label", "-", "--case", "-", "--day", "1").code == 2


def test_a_protocol_forbids_a_product_by_its_name(needlecare: Call, tmp_path: Path) -> None:
    """And without that name judges it as any other."""
    path = tmp_path / "protocol.toml"
    path.write_text('[clinic]\nname = "Elm"\n[products]\nforbidden = ["Glow Cream"]\n', encoding="utf-8")
    words = ("label", MILD, "--day", "20", "--protocol", str(path), "--json")
    assert answer(needlecare(*words, "--name", "glow cream"))["verdict"] == "avoid"
    assert answer(needlecare(*words))["verdict"] == "fine"


def test_a_faulty_protocol_is_bad_knowledge(needlecare: Call) -> None:
    """Exit code 11, as elsewhere."""
    assert needlecare("label", MILD, "--day", "1", "--protocol", "no-such-file").code == 11
