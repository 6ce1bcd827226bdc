"""docs/guide/command-line.md says what is so: its examples run, its tables are complete."""

import re
import sys
from pathlib import Path

import pytest

from needlecare.cli import exits
from tests.cli.calling import Call, environment, started

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "guide" / "command-line.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```console\n\$ (.+?)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
COMMANDS = ("assess", "plan", "ask", "label", "screen", "explain", "knowledge", "schema")
OF_THE_WEB_APP = ("serve", "clinic", "demo", "manage")  # its options: docs/guide/web.md
PARTS = ("check", "show", "sources", "manual")


@pytest.mark.parametrize(("command", "shown"), EXAMPLES)
def test_an_example_prints_what_the_guide_shows(command: str, shown: str) -> None:
    """Each example, run as it stands; `…` stands for anything."""
    path = f"{Path(sys.executable).parent}:{environment()['PATH']}"
    said = started("-c", f"cd {ROOT}; {command} 2>&1", program="bash", PATH=path)
    wanted = ".*".join(re.escape(part) for part in shown.split("…"))
    assert re.fullmatch(wanted, said.out, re.DOTALL), said.out


def test_the_examples_are_found() -> None:
    """At least five."""
    assert len(EXAMPLES) >= 5


def test_every_exit_code_is_in_the_table() -> None:
    """And no other."""
    table = PAGE.split("## Exit codes")[1].split("##")[0]
    codes = {value for name, value in vars(exits).items() if name.isupper()}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)} == codes


def test_every_command_and_option_is_in_the_guide(needlecare: Call) -> None:
    """What `--help` lists, the guide explains."""
    helps = [needlecare("--help").out]
    helps += [needlecare(command, "--help").out for command in COMMANDS]
    helps += [needlecare("knowledge", part, "--help").out for part in PARTS]
    options = {option for text in helps for option in re.findall(r"--[a-z-]*[a-z]", text)}
    commands = set(re.findall(r"^    ([a-z]+)\b", helps[0], re.MULTILINE))
    assert commands == {*COMMANDS, *OF_THE_WEB_APP}
    assert [word for word in sorted(options | commands) if f"`{word}" not in PAGE] == []
