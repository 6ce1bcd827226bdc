"""`explain` and `knowledge`: what is known, with and without a clinic's protocol."""

import re
from pathlib import Path

import pytest

from needlecare.export.explain import known_ids
from needlecare.export.manual import section_ids
from tests.cli.calling import EXAMPLE, TODAY, Call
from tests.support.knowledge import SHIPPED

GOOD = """[clinic]
name = "Skin Clinic Leeds"
phone = "0113 496 0000"

[care.retinoids]
resume_day = 10

[tighten.severe_pain]
level = "emergency"
"""
BAD = """[clinic]
telephone = "0113"

[care.retinoids]
resume_day = -1

[care.makeup]
colour = "red"

[tighten.severe_pain]
level = "self-care"

[tighten.no_such_rule]
level = "emergency"

[praise]
a = 1
"""


@pytest.fixture
def good(tmp_path: Path) -> str:
    """A protocol without faults."""
    path = tmp_path / "leeds.toml"
    path.write_text(GOOD, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("preexisting_acne", "Acne that was already there (a possible cause)"),
        ("erythema", "Redness (a sign)"),
        ("severe_pain", "Severe pain (when to call)"),
        ("retinoids", "Retinol and other retinoids (aftercare)"),
    ],
)
def test_causes_signs_rules_and_care_are_explained(asked: str, title: str, needlecare: Call) -> None:
    """Each in plain words, under its name and kind."""
    said = needlecare("explain", asked)
    assert (said.code, said.first, said.err) == (0, title, "")


@pytest.mark.parametrize("asked", ["ERYTHEMA", "redness", "Preexisting acne", "preexisting-acne"])
def test_an_id_may_be_written_as_people_write(asked: str, needlecare: Call) -> None:
    """Capitals, blanks, hyphens and common names of signs."""
    assert needlecare("explain", asked).code == 0


def test_everything_that_is_suggested_can_be_explained(needlecare: Call) -> None:
    """The known ids have an explanation, and the ids of the manual a section."""
    assert [key for key in known_ids(SHIPPED)[::9] if needlecare("explain", key).code] == []
    assert [key for key in section_ids(SHIPPED)[::19] if needlecare("knowledge", "show", key).code] == []


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("explain", "erithema"), "erythema"),
        (("explain", "Severe Pian"), "severe_pain"),
        (("explain", "bacterial infektion"), "bacterial_infection"),
        (("knowledge", "show", "severe_pian"), "severe_pain"),
        (("knowledge", "show", "CHU12"), "CHU21"),
    ],
)
def test_a_misspelt_id_is_answered_with_the_nearest_ones(words: tuple[str, ...], near: str, needlecare: Call) -> None:
    """On standard error, with the exit code for ids."""
    said = needlecare(*words)
    assert (said.code, said.out) == (12, "")
    assert "Did you mean " in said.err
    assert re.search(rf"\b{near}\b", said.err)


@pytest.mark.parametrize("asked", ["", "?", "x" * 10_000, "../../etc/passwd", "\x1b[31m", "½", "\ud800"])
def test_an_id_like_none_is_answered_with_where_to_look(asked: str, needlecare: Call) -> None:
    """No guess where nothing is near; nothing but text is sent back."""
    said = needlecare("explain", asked)
    assert said.code == 12
    assert "`needlecare knowledge manual` lists everything" in said.err
    assert "\x1b" not in said.err
    assert len(said.err) < 1000


def test_check_counts_what_there_is(needlecare: Call) -> None:
    """One sentence with version, hash, the number of entries and who reviewed them."""
    said = needlecare("knowledge", "check")
    assert said.code == 0
    assert f"Knowledge {SHIPPED.version} ({SHIPPED.hash}) has no faults" in said.out
    assert f"{len(SHIPPED.rules)} rules" in said.out
    assert "not yet reviewed by a clinician" in said.out


def test_sources_lists_every_source_once(needlecare: Call) -> None:
    """With its id at the start of the line."""
    out = needlecare("knowledge", "sources").out
    assert re.findall(r"^\[(\S+)\] ", out, re.MULTILINE) == list(SHIPPED.sources)


def test_show_is_a_part_of_the_manual(needlecare: Call) -> None:
    """One entry reads as it does in the whole document."""
    manual = needlecare("knowledge", "manual").out
    for key in ("severe_pain", "herpes", "CHU21"):
        assert needlecare("knowledge", "show", key).out.strip() in manual


def test_a_good_protocol_is_counted_and_used(good: str, needlecare: Call) -> None:
    """It changes the hash, the plan's day and what a rule asks for, and the answer names the clinic."""
    assert SHIPPED.hash not in needlecare("knowledge", "check", "--protocol", good).out
    out = needlecare("assess", EXAMPLE, "--protocol", good, *TODAY).out
    assert "With the protocol of Skin Clinic Leeds." in " ".join(out.split())
    assert re.search(
        r"\n  day 10 .*\bretinol", needlecare("plan", EXAMPLE, "--protocol", good).out.replace("\n   ", "")
    )
    assert "Get emergency help now." in needlecare("explain", "severe_pain", "--protocol", good).out
    assert "[CLINIC]" in needlecare("knowledge", "sources", "--protocol", good).out
    assert "emergency" in needlecare("knowledge", "show", "severe_pain", "--protocol", good).out


@pytest.mark.parametrize(
    "words",
    [
        ("assess", EXAMPLE),
        ("plan", EXAMPLE),
        ("ask",),
        ("explain", "erythema"),
        ("knowledge", "check"),
        ("knowledge", "manual"),
        ("knowledge", "sources"),
        ("knowledge", "show", "erythema"),
    ],
)
def test_a_bad_protocol_is_refused_by_every_command(words: tuple[str, ...], needlecare: Call, tmp_path: Path) -> None:
    """Every fault at once, with file, entry and field; no answer under half a protocol."""
    path = tmp_path / "leeds.toml"
    path.write_text(BAD, encoding="utf-8")
    said = needlecare(*words, "--protocol", str(path))
    assert (said.code, said.out) == (11, "")
    assert said.err.startswith("needlecare: the knowledge cannot be used: ")
    for place in (
        "clinic · name", "clinic · telephone", "care.retinoids · resume_day", "care.makeup · colour",
        "tighten.severe_pain · level", "tighten.no_such_rule", "praise",
    ):  # fmt: skip
        assert f"  • leeds.toml · {place}" in said.err


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"a = = 1", id="no TOML"),
        pytest.param(b"a = " + b"1" * 5000, id="5,000 digits"),
        pytest.param(b"a = " + b"[" * 100_000, id="deep"),
        pytest.param('[clinic]\nname = "é"'.encode("utf-16"), id="UTF-16"),
        pytest.param(b'[clinic]\nname = "\xe9"', id="Latin-1"),
        pytest.param(b"\0" * 100, id="NULs"),
        pytest.param(b"tighten = 5\ncare = [1]\nred_flags = 'x'\nclinic = 3\n", id="no tables"),
        pytest.param(b"[clinic]\nname = 'x'\n[care.retinoids]\nresume_day = true\n", id="yes for a day"),
        pytest.param(b"[clinic]\nname = ''\n", id="a clinic without a name"),
    ],
)
def test_a_hostile_protocol_is_refused(data: bytes, needlecare: Call, tmp_path: Path) -> None:
    """Whatever the file holds, faults and exit code 11."""
    path = tmp_path / "leeds.toml"
    path.write_bytes(data)
    said = needlecare("knowledge", "check", "--protocol", str(path))
    assert (said.code, said.out) == (11, "")


@pytest.mark.parametrize("name", ["missing.toml", ".", ""])
def test_a_protocol_that_cannot_be_opened_is_refused(name: str, needlecare: Call) -> None:
    """Missing files, directories, and an empty name, which is not the same as no protocol."""
    said = needlecare("knowledge", "check", "--protocol", name)
    assert (said.code, said.out) == (11, "")
