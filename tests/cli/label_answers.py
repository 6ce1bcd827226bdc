"""Labels to ask about, and what `label` says of them, taken apart."""

import json
from typing import Any

from tests.cli.calling import Said

MILD = "Aqua, Glycerin, Panthenol, Sodium Hyaluronate"
ACID = "Aqua, Glycolic Acid, Glycerin, Panthenol"


def answer(said: Said) -> Any:
    """The answer of a command with `--json`, as data."""
    assert (said.code, said.err) == (0, "")
    assert said.out.count("\n") == 1
    return json.loads(said.out)


def answers(said: Said) -> list[Any]:
    """The answers to JSON Lines."""
    return [json.loads(line) for line in said.out.splitlines()]


def verdicts(said: Said) -> list[Any]:
    """The verdict of each row, or the line number of its error."""
    return [each["line"] if "error" in each else each["verdict"] for each in answers(said)]


def refused(said: Said) -> str:
    """The message of a label that cannot be read."""
    assert (said.code, said.out) == (10, "")
    assert said.err.startswith("needlecare: the label cannot be used: 1 fault\n  • the ")
    return said.err
