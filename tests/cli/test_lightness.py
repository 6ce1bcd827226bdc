"""What a command costs: it loads only what it needs, and a batch of any length fits in little memory."""

import json
import re
import subprocess
import sys

import pytest

from needlecare.knowledge.ingredients.load import load_ingredients
from tests.cli.calling import EXAMPLE, PROGRAM, Call, environment, started

HEAVY = {"rich", "yaml", "numpy", "scipy", "django", "hypothesis", "pandas", "pyarrow", "jsonschema", "asyncio", "http"}
LINES = 5_000
LARGEST = 150  # MiB
MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(code)
"""


def loaded(*words: str, stdin: str = "") -> set[str]:
    """The top-level modules that a command has imported."""
    said = started("-X", "importtime", PROGRAM, *words, program=sys.executable, stdin=stdin)
    assert said.code in (0, 12)
    return {name.split(".")[0] for name in re.findall(r"\|\s+([\w.]+)$", said.err, re.MULTILINE)}


@pytest.mark.parametrize(
    "words",
    [
        ("assess", EXAMPLE),
        ("assess", EXAMPLE, "--full"),
        ("assess", EXAMPLE, "--json"),
        ("plan", EXAMPLE),
        ("explain", "erythema"),
    ],
)
def test_a_command_loads_nothing_heavy(words: tuple[str, ...]) -> None:
    """Neither what draws colours nor what reads YAML, where neither is wanted."""
    found = loaded(*words)
    assert "pydantic" in found
    assert not found & HEAVY


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table of ingredients has been checked and kept, whatever Python was told of bytecode."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    load_ingredients()


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("words", [(), ("--json",), ("--depth", "1.5", "--allergy", "limonene")])
def test_a_label_is_judged_without_the_library_that_reads_cases(words: tuple[str, ...]) -> None:
    """Ingredients are plain values once they have been checked and kept."""
    found = loaded("label", "Aqua, Retinol, Xyzabcol, Parfum", "--day", "2", *words)
    assert "rapidfuzz" in found
    assert not found & (HEAVY | {"pydantic"})


@pytest.mark.usefixtures("kept")
def test_rows_of_labels_need_no_such_library_either() -> None:
    """JSON Lines of any length."""
    assert not loaded("label", "-", "--day", "2", stdin='{"text": "Aqua, Retinol"}\n') & (HEAVY | {"pydantic"})


@pytest.mark.parametrize("words", [("--version",), ("--help",)])
def test_help_loads_no_knowledge(words: tuple[str, ...]) -> None:
    """Nor the library that reads cases."""
    assert not loaded(*words) & (HEAVY | {"pydantic"})


def test_a_long_batch_fits_in_little_memory() -> None:
    """5,000 lines, most of them with faults, stay below 150 MiB."""
    good = json.dumps({"check_ins": [{"day": 3, "signs": {"redness": "mild", "papules": "mild"}}]})
    bad = json.dumps({"check_ins": [{"day": 3, "signs": {"rednes": "mild"}, "note": "x" * 2000}]})
    text = "\n".join(good if at % 10 == 0 else bad for at in range(LINES))
    command = [sys.executable, "-c", MEASURED, PROGRAM, "assess", "-", "--format", "jsonl", "--json"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=False, env=environment(), timeout=60)
    assert done.returncode == 10
    assert done.stdout.count(b"\n") == LINES
    assert int(done.stderr) / 1024 < LARGEST


def test_a_batch_is_read_as_it_comes(needlecare: Call) -> None:
    """Two thousand lines of nothing but faults are as many answers."""
    assert needlecare("assess", "-", "--format", "jsonl", stdin="[]\n" * 2000).out.count("\n") == 2000
