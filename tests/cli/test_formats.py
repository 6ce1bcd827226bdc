"""One case in TOML, JSON or YAML, from a file or from standard input, gives one answer."""

import json
from pathlib import Path

import pytest

from tests.cli.calling import EXAMPLE, TODAY, Call

TOML = """[patient]
age = 29
[procedure]
date = 2026-05-28
[[check_ins]]
day = 3
signs = { redness = "mild", pimples = "moderate" }
"""
YAML = """patient:
  age: 29
procedure: {date: 2026-05-28}
check_ins:
  - day: 3
    signs: {redness: mild, pimples: moderate}
"""
CASE = {
    "patient": {"age": 29},
    "procedure": {"date": "2026-05-28"},
    "check_ins": [{"day": 3, "signs": {"redness": "mild", "pimples": "moderate"}}],
}
JSON = json.dumps(CASE)
WRITTEN = {
    "toml": TOML,
    "yaml": YAML,
    "yml": YAML,
    "json": JSON,
    "spread.json": json.dumps(CASE, indent=2),
}


@pytest.fixture
def wanted(needlecare: Call) -> str:
    """The assessment of the case, told in JSON."""
    said = needlecare("assess", "-", "--format", "json", "--json", *TODAY, stdin=JSON)
    assert said.code == 0
    return said.out


@pytest.mark.parametrize("name", WRITTEN)
def test_the_name_of_a_file_tells_its_format(name: str, needlecare: Call, wanted: str, tmp_path: Path) -> None:
    """A case reads the same from TOML, JSON and YAML files."""
    path = tmp_path / f"case.{name}"
    path.write_text(WRITTEN[name], encoding="utf-8")
    assert needlecare("assess", str(path), "--json", *TODAY).out == wanted


@pytest.mark.parametrize("name", WRITTEN)
def test_standard_input_tells_its_own_format(name: str, needlecare: Call, wanted: str) -> None:
    """TOML, JSON and YAML are told apart by what they hold."""
    assert needlecare("assess", "-", "--json", *TODAY, stdin=WRITTEN[name]).out == wanted


@pytest.mark.parametrize("name", WRITTEN)
def test_a_byte_order_mark_changes_nothing(name: str, needlecare: Call, wanted: str) -> None:
    """Some editors put a mark before the text; every format reads the same with it."""
    said = needlecare("assess", "-", "--json", *TODAY, stdin=b"\xef\xbb\xbf" + WRITTEN[name].encode())
    assert (said.err, said.out) == ("", wanted)


@pytest.mark.parametrize("name", WRITTEN)
def test_windows_line_ends_change_nothing(name: str, needlecare: Call, wanted: str) -> None:
    """Carriage returns before line feeds read the same in every format."""
    said = needlecare("assess", "-", "--json", *TODAY, stdin=WRITTEN[name].replace("\n", "\r\n"))
    assert (said.err, said.out) == ("", wanted)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# seen at three months, age = 29\n" + YAML, id="YAML with an equals sign in its first comment"),
        pytest.param("---\n" + YAML, id="YAML with a document start"),
        pytest.param("# about\n\n" + TOML, id="TOML after a comment"),
        pytest.param("\n\n" + TOML, id="TOML after blank lines"),
        pytest.param(TOML.replace("[patient]", "[patient]  # who", 1), id="TOML with a comment behind its header"),
        pytest.param(TOML.replace("[patient]\nage", "patient.age", 1), id="TOML with a dotted key"),
        pytest.param("\n  " + JSON, id="JSON after blanks"),
        pytest.param(JSON + "\n\n", id="JSON before blank lines"),
    ],
)
def test_the_way_a_case_begins_does_not_mislead(text: str, needlecare: Call, wanted: str) -> None:
    """Comments, blanks and markers before a case do not hide its format."""
    said = needlecare("assess", "-", "--json", *TODAY, stdin=text)
    assert (said.err, said.out) == ("", wanted)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("[patient]\nage = \n", "TOML", id="TOML"),
        pytest.param("# my case\n[patient]\nage = = 4\n", "TOML", id="TOML after a comment"),
        pytest.param("[patient]\nage = 1\nage = 2\n", "TOML", id="TOML with a key that stands twice"),
        pytest.param("patient: {age: 29\n", "YAML", id="YAML"),
        pytest.param('{"patient": }', "JSON", id="JSON"),
    ],
)
def test_a_slip_is_reported_in_the_format_it_was_made_in(text: str, form: str, needlecare: Call) -> None:
    """A slip in a case on standard input is called one of TOML, JSON or YAML as a reader would."""
    said = needlecare("assess", "-", stdin=text)
    assert said.code == 10
    assert f"not {form} (" in said.err


def test_the_format_can_be_said(needlecare: Call, wanted: str, tmp_path: Path) -> None:
    """`--format` goes before the name of the file."""
    path = tmp_path / "case.txt.json"
    path.write_text(YAML, encoding="utf-8")
    assert needlecare("assess", str(path), "--format", "yaml", "--json", *TODAY).out == wanted


def test_the_example_is_a_case(needlecare: Call) -> None:
    """The example that the messages point at is assessed without a fault."""
    said = needlecare("assess", EXAMPLE, *TODAY)
    assert (said.code, said.err) == (0, "")
    assert said.first == "▌ This looks as expected for day 3."
