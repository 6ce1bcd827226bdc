"""SAFETY.md names files and tests that exist, and every property has a test that is run."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "SAFETY.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\*\*.+?\*\*.*?) \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)


def paths(cell: str) -> list[str]:
    return [said for said in re.findall(r"`([^`]+)`", cell) if "/" in said]


@pytest.mark.parametrize("said", sorted({*paths(PAGE)}))
def test_every_file_that_it_names_is_there(said: str) -> None:
    assert any((place / said).exists() for place in (ROOT, ROOT / "src/needlecare")), said


@pytest.mark.parametrize("row", ROWS, ids=[row[0].strip("*")[:40] for row in ROWS])
def test_every_property_says_where_it_is_made_and_which_tests_hold_it(row: tuple[str, str, str]) -> None:
    _, made, tests = row
    assert paths(made)
    assert paths(tests)
    assert all(path.startswith("tests/") for path in paths(tests))


def test_the_properties_are_found() -> None:
    assert len(ROWS) >= 17
