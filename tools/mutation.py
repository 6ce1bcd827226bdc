"""Change the rules of urgency a little, many times over, and see whether a test notices: `make mutation`.

mutmut makes the changes ([tool.mutmut] in pyproject.toml says where and which tests) in a copy under mutants/; this
runs it, counts, and names the changes that no test noticed. Options are passed on: `--max-children 2`.
"""

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
COPY = ROOT / "mutants"
MUTMUT = Path(sys.executable).with_name("mutmut")
WANTED = 90  # per cent, of every module
OUTCOMES = {1: "killed", 3: "killed", 0: "survived", 5: "survived", 33: "survived", -24: "timeouts", 24: "timeouts",
            36: "timeouts", 152: "timeouts", 255: "timeouts"}  # fmt: skip
Results = dict[str, dict[str, int | None]]


def run(options: list[str]) -> None:
    """Make the mutants anew and test each. Raises CalledProcessError where the tests fail without any change."""
    shutil.rmtree(COPY, ignore_errors=True)
    subprocess.run([MUTMUT, "run", *options], cwd=ROOT, check=True)


def results(copy: Path = COPY) -> Results:
    """For each module, the exit code that the tests gave for each of its mutants."""
    files = sorted(copy.rglob("*.py.meta"))
    return {
        file.name.removesuffix(".py.meta"): json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
        for file in files
    }


def outcome(code: int | None) -> str:
    """What an exit code means; a mutant that no test runs has survived."""
    return "other" if code is None else OUTCOMES.get(code, "other")


def rate(found: Counter[str]) -> float:
    """The share that was noticed, in per cent; a mutant that never ends has been noticed too."""
    return 100 * (found["killed"] + found["timeouts"]) / found.total()


def table(counted: dict[str, Counter[str]]) -> Iterator[str]:
    """The figures of every module, and of all together."""
    yield f"{'module':<12}{'mutants':>8}{'killed':>8}{'survived':>10}{'timeouts':>10}{'other':>7}{'rate':>9}"
    for name, found in [*counted.items(), ("all", sum(counted.values(), Counter[str]()))]:
        yield (
            f"{name:<12}{found.total():>8}{found['killed']:>8}{found['survived']:>10}{found['timeouts']:>10}"
            f"{found['other']:>7}{rate(found):>7.1f} %"
        )


def survivors(by_module: Results) -> Iterator[str]:
    """The mutants that no test noticed, by the names that `mutmut show` takes."""
    for codes in by_module.values():
        yield from (name for name, code in codes.items() if outcome(code) not in ("killed", "timeouts"))


def main() -> int:
    """Run, print the table and the survivors; 1 where a module falls below what is wanted."""
    try:
        run(sys.argv[1:])
    except subprocess.CalledProcessError as failed:
        return failed.returncode
    by_module = results()
    counted = {name: Counter(map(outcome, codes.values())) for name, codes in by_module.items()}
    print("\n" + "\n".join(table(counted)))
    print("\nNot noticed (see one with .venv/bin/mutmut show NAME):")
    print("\n".join(f"  {name}" for name in survivors(by_module)) or "  none")
    return int(not counted or any(rate(found) < WANTED for found in counted.values()))


if __name__ == "__main__":
    sys.exit(main())
