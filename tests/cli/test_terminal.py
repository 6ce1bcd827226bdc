"""Where the answer is shown: colours only on a terminal that wants them, plain marks where blocks cannot be printed."""

import errno
import fcntl
import json
import os
import pty
import struct
import subprocess
import termios
from itertools import pairwise

import pytest

from tests.cli.calling import EXAMPLE, PROGRAM, TODAY, Call, environment, started

ESCAPE = "\x1b["
LABEL = ("label", "Aqua, Glycolic Acid, Xyzabcol, 水、グリセリン, Limonene, Parfum", "--day", "1")


def on_a_terminal(*words: str, columns: int = 80, **changed: str) -> str:
    """What the program writes on a pseudo-terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    settings = environment(PYTHONIOENCODING="utf-8", **{"TERM": "xterm-256color", **changed})
    with subprocess.Popen(
        [PROGRAM, *words], stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=settings
    ) as process:
        os.close(theirs)
        shown = b""
        while part := _read(ours):
            shown += part
        process.wait(15)
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError as error:
        if error.errno == errno.EIO:  # the other end is closed
            return b""
        raise


@pytest.mark.parametrize("words", [("assess", EXAMPLE), ("plan", EXAMPLE), ("explain", "papules"), LABEL])
def test_a_pipe_gets_no_escape_codes(words: tuple[str, ...]) -> None:
    """Whatever the terminal is called, a pipe gets text."""
    assert ESCAPE not in started(*words, TERM="xterm-256color", FORCE_COLOR="1").out


def test_a_terminal_gets_colours() -> None:
    """Headings and the level's card stand out."""
    assert ESCAPE in on_a_terminal("assess", EXAMPLE, *TODAY)


@pytest.mark.parametrize("changed", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "TERM=dumb"])
def test_colours_can_be_refused(changed: dict[str, str]) -> None:
    """NO_COLOR and a dumb terminal get the same text as a pipe that is as wide."""
    shown = on_a_terminal("assess", EXAMPLE, *TODAY, columns=200, **changed)
    assert ESCAPE not in shown
    assert shown == started("assess", EXAMPLE, *TODAY).out


@pytest.mark.parametrize("words", [("assess", EXAMPLE, *TODAY), LABEL])
def test_colours_change_no_word(words: tuple[str, ...]) -> None:
    """Without its escape codes, the coloured answer is the plain one."""
    import re

    coloured = on_a_terminal(*words, columns=200)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == started(*words).out


def test_marked_words_of_a_label_are_coloured_too() -> None:
    """Beside their brackets."""
    shown = on_a_terminal(*LABEL)
    assert f"{ESCAPE}1;34m[Glycolic Acid]{ESCAPE}0m" in shown
    assert f"{ESCAPE}1;35m⟨?Xyzabcol⟩{ESCAPE}0m" in shown


@pytest.mark.parametrize("words", [("assess", EXAMPLE, "--full"), ("plan", EXAMPLE), ("explain", "herpes"), LABEL])
@pytest.mark.parametrize("columns", [40, 57, 80])
def test_lines_are_as_wide_as_the_terminal_at_most(columns: int, words: tuple[str, ...]) -> None:
    """From 40 columns on, nothing is cut or wrapped by the terminal, but for links, which may not be broken."""
    shown = on_a_terminal(*words, columns=columns, NO_COLOR="1")
    assert [line for line in shown.splitlines() if len(line) > columns and "://" not in line] == []


@pytest.mark.parametrize("day", [0, 3, 14, 60, 365, 3650])
def test_a_pipe_is_88_characters_wide(day: int, needlecare: Call) -> None:
    """On any day, the pictures of the course too."""
    now = {"day": day, "signs": {"redness": "mild", "papules": "moderate"}}
    case = {"check_ins": [{"day": 0, "signs": {"redness": "severe"}}, now]}
    out = needlecare("assess", "-", "--full", stdin=json.dumps(case)).out
    assert [line for line in out.splitlines() if len(line) > 88 and "://" not in line] == []


def test_a_terminal_of_any_size_is_survived() -> None:
    """Zero columns, as some programs report, is no crash."""
    assert on_a_terminal("assess", EXAMPLE, columns=0).count("\n") > 20


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_an_output_that_knows_no_blocks_gets_plain_marks(encoding: str) -> None:
    """The courses are drawn with . _ = # and the answer stays legible."""
    out = _in_encoding(encoding)
    assert "usual = the most that is usual: . none  _ mild  = moderate  # severe" in out
    assert "    usual    ##==____...." in out


def test_no_mark_is_turned_into_a_question_mark() -> None:
    """In ASCII a bullet, a tick or a cross becomes a plain mark; `?` is left for what to ask the clinic."""
    marks = [line.lstrip()[:2] for line in _in_encoding("ascii").splitlines()]
    asked = [at for at, mark in enumerate(marks) if mark == "? "]
    assert asked
    assert len(asked) < 12
    assert "Looks" not in marks
    assert not any(mark.startswith("??") for mark in marks)
    assert _in_encoding("ascii")[:1] != "?"


def _in_encoding(encoding: str) -> str:
    done = subprocess.run(
        [PROGRAM, "assess", EXAMPLE, *TODAY],
        capture_output=True,
        check=True,
        env=environment(PYTHONIOENCODING=encoding),
    )
    assert done.stderr == b""
    return done.stdout.decode(encoding)


def test_a_posix_locale_is_no_fault() -> None:
    """Old systems without a UTF-8 locale still get an answer, and an error message."""
    assert started("assess", EXAMPLE, encoding="ascii", LC_ALL="POSIX").code == 0
    assert started("assess", "nö", encoding="ascii", LC_ALL="POSIX").code == 10


def test_headings_have_an_empty_line_above(needlecare: Call) -> None:
    """The parts of an answer are told apart without colour."""
    out = needlecare("assess", EXAMPLE, *TODAY).out.splitlines()
    above = {line: before for before, line in pairwise(out)}
    for heading in ("What may be causing it", "Plan for today, day 3", "When to call", "Sources"):
        assert above[heading] == ""
