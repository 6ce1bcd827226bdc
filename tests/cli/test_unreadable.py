"""Input that cannot be read as a text of a case: one plain sentence, exit code 10, never a traceback."""

import os
import sys
from pathlib import Path

import pytest

from tests.cli.calling import Call, Said, in_shell, started

CASE = '{"patient": {"sex": "female"}, "check_ins": []}'


def refused(said: Said) -> str:
    """The message of a refusal of one fault."""
    assert said.code == 10, said
    assert said.out == ""
    assert said.err.startswith("needlecare: the case cannot be used: 1 fault\n  • the case: found ")
    return said.err


@pytest.mark.parametrize(
    ("name", "reason"),
    [("missing.toml", "No such file"), (".", "directory"), ("x" * 300, "too long"), ("a\0b", "null byte")],
)
def test_a_file_that_cannot_be_opened_is_named_with_the_reason(name: str, reason: str, needlecare: Call) -> None:
    """Missing files, directories and impossible names."""
    assert reason in refused(needlecare("assess", name))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_leave_to_read_is_refused(needlecare: Call, tmp_path: Path) -> None:
    """A file that belongs to others."""
    path = tmp_path / "case.json"
    path.write_text(CASE, encoding="utf-8")
    path.chmod(0)
    assert "denied" in refused(needlecare("assess", str(path)))


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens and cannot be read")
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_file_that_fails_while_it_is_read_is_refused(form: str, needlecare: Call) -> None:
    """A disk that fails half-way is the same sort of fault as a missing file."""
    assert "cannot be read" in refused(needlecare("assess", "/proc/self/mem", "--format", form))


@pytest.mark.parametrize("words", [("assess", "-"), ("ask",)])
def test_a_closed_standard_input_is_no_traceback(words: tuple[str, ...]) -> None:
    """Started without a standard input (`<&-`), a command says so or takes it for the end of input."""
    said = in_shell(f"$NEEDLECARE {' '.join(words)} <&-")
    assert "Traceback" not in said.err
    assert said.code in (0, 10)


@pytest.mark.parametrize("suffix", ["json", "toml", "yaml", None])
@pytest.mark.parametrize("blank", [b"", b"\n", b" \n\t\r\n ", b"\xef\xbb\xbf"], ids=["empty", "line", "blanks", "mark"])
def test_nothing_is_called_empty(blank: bytes, suffix: str | None, needlecare: Call, tmp_path: Path) -> None:
    """An empty or blank input is called empty, with an example to look at."""
    path = tmp_path / f"case.{suffix}"
    path.write_bytes(blank)
    message = refused(needlecare("assess", str(path) if suffix else "-", stdin=blank))
    assert "empty" in message
    assert "examples/pimples-on-day-3.toml" in message


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(CASE.encode("utf-16"), id="UTF-16"),
        pytest.param(CASE.encode("utf-16-be"), id="UTF-16 without a mark"),
        pytest.param('patient: {sex: "é"}'.encode("latin-1"), id="Latin-1"),
        pytest.param(CASE.encode() + b"\0", id="a NUL at the end"),
        pytest.param(b"\0" * 10, id="only NULs"),
        pytest.param(b'{"patient": {"sex": "\0"}}', id="a NUL in a text"),
        pytest.param(bytes(range(128, 256)), id="no text at all"),
        pytest.param(b"\x1f\x8b\x08\x00", id="a packed file"),
    ],
)
@pytest.mark.parametrize("form", [None, "json", "toml", "yaml"])
def test_what_is_not_text_is_refused(data: bytes, form: str | None, needlecare: Call) -> None:
    """Other encodings and binary files, whatever they are taken for."""
    refused(needlecare("assess", "-", *(("--format", form) if form else ()), stdin=data))


@pytest.mark.parametrize("form", [None, "json", "toml", "yaml"])
def test_too_large_a_case_is_refused(form: str | None, needlecare: Call) -> None:
    """More than 5 MB is no case; the message names JSON Lines, which has no limit."""
    large = b'{"patient": {"sex": "' + b"x" * 5_000_001 + b'"}}'
    message = refused(needlecare("assess", "-", *(("--format", form) if form else ()), stdin=large))
    assert "more than 5,000,000 bytes" in message
    assert "JSON Lines" in message


def test_a_file_is_closed_after_it_was_read(tmp_path: Path) -> None:
    """Somebody who calls `main` many times does not run out of open files."""
    path = tmp_path / "case.json"
    path.write_text(CASE, encoding="utf-8")
    code = "import sys; from needlecare.cli.main import main; sys.exit(main(sys.argv[1:]))"
    said = started("-W", "error::ResourceWarning", "-c", code, "assess", str(path), program=sys.executable)
    assert (said.code, said.err) == (0, "")


def test_a_file_is_left_as_it_was(needlecare: Call, tmp_path: Path) -> None:
    """Reading a case changes neither its bytes nor its folder."""
    path = tmp_path / "case.json"
    path.write_text(CASE, encoding="utf-8")
    needlecare("assess", str(path))
    assert path.read_text(encoding="utf-8") == CASE
    assert list(tmp_path.iterdir()) == [path]
