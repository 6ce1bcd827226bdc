"""What a screen costs: memory that does not grow with the catalogue, and nothing for who does not screen."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.catalogue.products import LABELS

LARGEST = 700  # MiB, of the run and two workers together
AFRESH = "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode)"
MEASURED = """
import resource, sys
from needlecare.catalogue import screen
screen(sys.argv[1], sys.argv[2], day=3, workers=2)
kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
run, worker = (resource.getrusage(kind).ru_maxrss // 1024 for kind in kinds)
print(run + 2 * worker)
"""


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_a_long_catalogue_fits_in_memory(suffix: str, tmp_path: Path) -> None:
    """Here of huge labels; the chunks are larger than the smallest."""
    label = ", ".join([LABELS[0]] * 200)
    line = f'1,"{label}"\n' if suffix == ".csv" else f'{{"id": 1, "ingredients": "{label}"}}\n'
    path = tmp_path / f"products{suffix}"
    with path.open("w", encoding="utf-8") as file:
        file.write("id,ingredients\n" if suffix == ".csv" else "")
        for _ in range(4 * (8 << 20) // len(line)):
            file.write(line)
    # by a small process between: a process counts the peak of the one that started it as its own
    command = [
        sys.executable,
        "-c",
        AFRESH,
        sys.executable,
        "-c",
        MEASURED,
        str(path),
        str(tmp_path / f"judged{suffix}"),
    ]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert int(said.stdout) < LARGEST


@pytest.mark.parametrize(
    "module", ["needlecare", "needlecare.catalogue", "needlecare.cli.main", "needlecare.cli.commands"]
)
def test_who_does_not_screen_loads_no_arrow(module: str) -> None:
    script = f"import sys, {module}; print('pyarrow' in sys.modules, 'rich' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["False", "False"]
