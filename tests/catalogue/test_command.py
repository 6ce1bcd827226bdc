"""`needlecare screen`: a summary on standard output, what is wrong on standard error, an exit code for each end."""

import json
import os
import pty
import re
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from needlecare.catalogue.reading import cutting
from needlecare.core.label.use import Use
from tests.catalogue.calling import call
from tests.catalogue.products import LABELS, expected, products, read, verdict, write

Capture = pytest.CaptureFixture[str]
DAY = ("--day", "3")


@pytest.fixture
def catalogue(tmp_path: Path) -> str:
    """A catalogue of 42 products, 6 of them without ingredients."""
    rows = [{"id": str(at), "ingredients": LABELS[at % 7] if at % 7 < 6 else ""} for at in range(42)]
    return str(write(tmp_path / "products.csv", rows))


@pytest.fixture
def out(tmp_path: Path) -> str:
    """Where the answer goes."""
    return str(tmp_path / "judged.csv")


def test_the_summary_says_how_many_and_why(catalogue: str, out: str, capsys: Capture) -> None:
    assert call(catalogue, *DAY, "-o", out) == 0
    said, errors = capsys.readouterr()
    lines = said.splitlines()
    found = read(Path(out))
    counts = [sum(row["verdict"] == verdict for row in found) for verdict in ("fine", "wait", "avoid", "unknown")]
    assert lines[0] == "42 products judged for day 3"
    assert [int(line.split()[-2]) for line in lines[1:5]] == counts
    assert re.fullmatch(r"  with an error +6 +14.3%", lines[5])
    assert "With an error: the ingredients are empty 6" in lines
    assert re.search(r"^Ingredients that decide most: .*Parfum 6", said, re.MULTILINE)
    assert re.search(r"^Classes that decide: .*fragrance 6", said, re.MULTILINE)
    assert re.search(r"^Read: \d+ ingredients in the column 'ingredients', \d\d\.\d% of them understood\.$", said, re.M)
    assert lines[-1] == f"Written: {out}"
    assert errors == ""


def test_the_summary_as_json_is_one_line(catalogue: str, out: str, capsys: Capture) -> None:
    assert call(catalogue, *DAY, "-o", out, "--json") == 0
    said = capsys.readouterr().out
    summary = json.loads(said)
    assert said.count("\n") == 1
    assert summary["rows"] == 42 == sum(summary[name] for name in ("fine", "wait", "avoid", "unknown"))
    assert (summary["errors"], summary["faults"]) == (6, {"the ingredients are empty": 6})
    assert (summary["out"], summary["column"], summary["judged"]) == (out, "ingredients", 42)
    assert summary["concerns"]["fragrance"] == summary["deciding"]["Parfum"] == 6


@pytest.mark.parametrize(
    ("words", "use"),
    [
        ((), Use(3)),
        (("--depth", "0.25"), Use(3, 0.25)),
        (("--depth", "2,5", "--rinse-off"), Use(3, 2.5, "rinse_off")),
        (("--day", "20"), Use(20)),
        (("--column", "OTHER"), Use(3)),
    ],
)
def test_the_words_reach_the_judge(words: tuple[str, ...], use: Use, out: str, tmp_path: Path) -> None:
    rows = [{"ingredients": label, "other": LABELS[0]} for label in LABELS[1:6]]
    assert call(str(write(tmp_path / "products.csv", rows)), *DAY, "-o", out, *words) == 0
    column = "other" if "OTHER" in words else "ingredients"
    assert [verdict(row) for row in read(Path(out))] == [expected(row[column], use) for row in rows]


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (("{catalogue}", "-o", "{out}"), 2, "--day"),
        (("{catalogue}", *DAY), 2, "-o/--out"),
        (("{catalogue}", "--day", "-1", "-o", "{out}"), 2, "--day"),
        (("{catalogue}", *DAY, "-o", "{out}", "--workers", "0"), 2, "0 workers; expected a whole number from 1"),
        (("-", *DAY, "-o", "{out}"), 2, "a catalogue is read more than once, so it must be a file"),
        (("{catalogue}", *DAY, "-o", "{catalogue}", "--force"), 2, "is the catalogue itself"),
        (("nowhere.csv", *DAY, "-o", "{out}"), 10, "nowhere.csv cannot be read: No such file or directory"),
        (("{catalogue}", *DAY, "-o", "{out}", "--column", "inci"), 10, "no column 'inci'"),
        (("{catalogue}", *DAY, "-o", "nowhere/judged.csv"), 74, "cannot be written: No such file or directory"),
    ],
)
def test_each_kind_of_end_has_its_code(
    words: tuple[str, ...], code: int, error: str, catalogue: str, out: str, capsys: Capture
) -> None:
    assert call(*(word.format(catalogue=catalogue, out=out) for word in words)) == code
    said, errors = capsys.readouterr()
    assert said == ""
    assert error in errors
    assert "Traceback" not in errors
    assert not Path(out).exists()


def test_an_answer_that_is_there_is_a_wrong_word(catalogue: str, out: str, capsys: Capture) -> None:
    assert call(catalogue, *DAY, "-o", out) == 0
    assert call(catalogue, *DAY, "-o", out) == 2
    assert "exists already; choose another name, or replace it with --force" in capsys.readouterr().err
    assert call(catalogue, *DAY, "-o", out, "--force") == 0


def test_interrupted_it_says_that_it_can_go_on(
    catalogue: str, out: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("needlecare.cli.screening.screen", interrupt)
    assert call(catalogue, *DAY, "-o", out) == 130
    assert f"stopped; what is done is kept in {out}.parts, the same command goes on" in capsys.readouterr().err


def test_a_catalogue_without_rows_has_an_answer(tmp_path: Path, out: str, capsys: Capture) -> None:
    (tmp_path / "products.csv").write_text("id,ingredients\n", encoding="utf-8")
    assert call(str(tmp_path / "products.csv"), *DAY, "-o", out) == 0
    assert capsys.readouterr().out.startswith("0 products judged for day 3\n")
    assert Path(out).read_text(encoding="utf-8").startswith("id,ingredients,verdict,")


def test_an_empty_file_is_told(tmp_path: Path, out: str, capsys: Capture) -> None:
    (tmp_path / "products.csv").touch()
    assert call(str(tmp_path / "products.csv"), *DAY, "-o", out) == 10
    assert "is empty: there is nothing to screen" in capsys.readouterr().err


def test_a_protocol_changes_the_answer(tmp_path: Path, out: str, catalogue: str) -> None:
    protocol = tmp_path / "clinic.toml"
    protocol.write_text('[clinic]\nname = "Ours"\n\n[products]\nforbidden = ["Glycerin"]\n', encoding="utf-8")
    assert call(catalogue, *DAY, "-o", out, "--protocol", str(protocol)) == 0
    assert {row["verdict"] for row in read(Path(out)) if "Glycerin" in row["ingredients"]} == {"avoid"}


def test_on_a_terminal_a_bar_shows_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what is shown is gone at the end."""
    monkeypatch.setattr(cutting, "SMALLEST", 2048)
    path = write(tmp_path / "products.csv", products(200))
    shown, terminal = pty.openpty()
    with os.fdopen(terminal, "w") as file, monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", file)
        patch.setenv("TERM", "xterm")
        assert call(str(path), *DAY, "-o", str(tmp_path / "judged.csv"), "--workers", "1") == 0
    said = b""
    with suppress(OSError):  # that is how a terminal ends
        while part := os.read(shown, 1 << 12):
            said += part
    os.close(shown)
    assert b"200 products" in said
    assert said.endswith(b"\x1b[2K")
