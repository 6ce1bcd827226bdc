"""Exit codes, and endings that are not the command's own: Ctrl-C, a reader that leaves, a disk that is full."""

import select
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.calling import EXAMPLE, PATIENCE, PROGRAM, Call, environment, in_shell

GOOD = b'{"check_ins": [{"day": 3}]}\n'


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (0, ("assess", EXAMPLE)),
        (0, ("--version",)),
        (0, ("--help",)),
        (0, ("assess", "--help")),
        (0, ("label", "Aqua, Retinol", "--day", "1")),
        (2, ()),
        (2, ("frobnicate",)),
        (2, ("assess",)),
        (2, ("assess", EXAMPLE, EXAMPLE)),
        (2, ("assess", EXAMPLE, "--nonsense")),
        (2, ("assess", EXAMPLE, "--format", "xml")),
        (2, ("label", "Aqua")),
        (2, ("schema", "plan")),
        (2, ("knowledge",)),
        (2, ("knowledge", "show")),
        (10, ("assess", "no-such-file")),
        (10, ("plan", "no-such-file")),
        (10, ("label", "no-such-file.txt", "--day", "1")),
        (11, ("assess", EXAMPLE, "--protocol", "no-such-file")),
        (11, ("knowledge", "check", "--protocol", "no-such-file")),
        (12, ("explain", "no-such-id")),
        (12, ("knowledge", "show", "no-such-id")),
    ],
)
def test_each_kind_of_end_has_its_code(code: int, words: tuple[str, ...], needlecare: Call) -> None:
    """0 fine, 2 wrong words, 10 a bad case, 11 bad knowledge, 12 no such id."""
    said = needlecare(*words)
    assert said.code == code
    assert bool(said.out) == (code == 0)
    assert bool(said.err) == (code != 0)


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "31.5.2026", "", "2026-05-31T10:00", "5", "20260531"])
def test_a_wrong_today_is_a_wrong_word(day: str, needlecare: Call) -> None:
    """`--today` takes YYYY-MM-DD, says so, and exits with 2."""
    said = needlecare("assess", EXAMPLE, "--today", day)
    assert said.code == 2
    assert f"{day!r} is not a date like 2026-05-31" in said.err


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days(day: str, needlecare: Call) -> None:
    """The first and the last day there is do not break the arithmetic."""
    assert needlecare("assess", EXAMPLE, "--today", day).code == 0
    assert needlecare("assess", "-", "--today", day, stdin='{"procedure": {"date": "0001-01-01"}}').code == 0


def batch(*words: str) -> "subprocess.Popen[bytes]":
    """A batch that has been started and has standard input still open."""
    pipe = subprocess.PIPE
    command = [PROGRAM, "assess", "-", "--format", "jsonl", *words]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment())


def handed_in(process: "subprocess.Popen[bytes]", lines: int) -> None:
    """Hand in some cases, without an end of input."""
    assert process.stdin is not None
    process.stdin.write(GOOD * lines)
    process.stdin.flush()


def test_ctrl_c_in_a_batch_ends_it_quietly() -> None:
    """Exit code 130, no traceback, and the answers that were there have been given."""
    with batch("--json") as process:
        assert process.stdout is not None
        handed_in(process, 50)
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert first.startswith(b'{"disposition"')
    assert err.strip() == b""


def test_an_answer_comes_as_soon_as_its_line_is_there() -> None:
    """Another program can hand in one case, read the answer, and hand in the next."""
    with batch() as process:
        handed_in(process, 1)
        ready, _, _ = select.select([process.stdout], [], [], 5)
        process.communicate(timeout=PATIENCE)
    assert ready


@pytest.mark.parametrize("command", ["assess $EXAMPLE", "knowledge manual", "knowledge check", "schema"])
def test_a_reader_that_leaves_early_is_no_fault(command: str) -> None:
    """`needlecare … | true` writes nothing on standard error and exits as a closed pipe does (141)."""
    said = in_shell(f"{{ $NEEDLECARE {command}; echo code $? >&2; }} | true")
    assert said.err == "code 141\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("command", ["assess $EXAMPLE", "assess $EXAMPLE --json", "knowledge manual", "schema"])
def test_a_full_disk_is_said_in_words(command: str) -> None:
    """Output that cannot be written is one line and a code that is not 0, never a traceback."""
    said = in_shell(f"$NEEDLECARE {command} > /dev/full")
    assert said.code != 0
    assert "Traceback" not in said.err
    assert "No space left" in said.err


def test_a_closed_standard_output_is_no_traceback() -> None:
    """Started without a standard output (`>&-`), a command ends without a traceback."""
    assert "Traceback" not in in_shell("$NEEDLECARE assess $EXAMPLE >&-").err
