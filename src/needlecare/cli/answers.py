"""Questions on a terminal and their answers; `?` or an empty line is "don't know", `q` stops."""

import sys
from collections.abc import Callable, Mapping


class Stop(Exception):  # noqa: N818 - not an error: the person has told enough
    """The person wants to see the answer now, or the input has ended."""


def _answer(prompt: str) -> str:
    sys.stderr.write(prompt)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line or line.strip().lower() in ("q", "quit", "stop"):
        raise Stop
    return line.strip()


def _unknown(answer: str) -> bool:
    return answer.lower() in ("", "?", "don't know", "dont know", "unknown")


def ask_yes_no(question: str) -> bool | None:
    """Yes, no, or None for don't know; asks again until it understands."""
    while True:
        answer = _answer(f"{question} [y/n/?] ").lower()
        if _unknown(answer):
            return None
        if answer in ("y", "yes"):
            return True
        if answer in ("n", "no"):
            return False
        _again("y, n or ?")


def ask_number(question: str, *, whole: bool, check: Callable[[float], str | None]) -> float | int | None:
    """A number that `check` has nothing against, or None for don't know."""
    while True:
        answer = _answer(f"{question} [number/?] ")
        if _unknown(answer):
            return None
        try:
            value = int(answer) if whole else float(answer.replace(",", "."))
        except ValueError:
            _again("a whole number" if whole else "a number")
            continue
        problem = check(value)
        if problem is None:
            return value
        _again(problem)


def ask_choice(question: str, values: Mapping[str, str]) -> str | None:
    """One of the values, chosen by its number or name, or None for don't know."""
    names = list(values)
    sys.stderr.write(question + "\n")
    for number, name in enumerate(names, 1):
        sys.stderr.write(f"  {number}  {values[name]}\n")
    while True:
        answer = _answer("  number or ? ")
        if _unknown(answer):
            return None
        if answer.isdecimal() and 1 <= int(answer) <= len(names):
            return names[int(answer) - 1]
        if answer.lower() in names:
            return answer.lower()
        _again(f"a number from 1 to {len(names)}")


def ask_several(question: str, values: Mapping[str, str]) -> set[str] | None:
    """Any number of the values ("1 3"), none of them ("0"), or None for don't know."""
    names = list(values)
    sys.stderr.write(question + "\n")
    for number, name in enumerate(names, 1):
        sys.stderr.write(f"  {number:>2}  {values[name]}\n")
    sys.stderr.write("   0  none of these\n")
    while True:
        answer = _answer("  numbers, 0 or ? ")
        if _unknown(answer):
            return None
        parts = answer.replace(",", " ").split()
        if parts in (["0"], ["none"]):
            return set()
        if parts and all(part.isdecimal() and 1 <= int(part) <= len(names) for part in parts):
            return {names[int(part) - 1] for part in parts}
        _again(f"numbers from 1 to {len(names)} with spaces between, or 0")


def _again(wanted: str) -> None:
    sys.stderr.write(f"  Please give {wanted}.\n")
