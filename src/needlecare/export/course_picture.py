"""The course of one sign as two rows of marks: how strong it usually is on each day, and what was reported."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from needlecare.core.assessment import SignCourse

BLOCKS = ("·", "▂", "▅", "█")
PLAIN = (".", "_", "=", "#")
SHOWN_DAYS = 15


def days_row(last: int) -> str:
    """The day numbers above the marks, every fifth day."""
    row = [" "] * (last + 3)
    for day in range(0, last + 1, 5):
        row[day : day + len(str(day))] = str(day)
    return "".join(row).rstrip()


def usual_row(sign: "SignCourse", last: int, marks: tuple[str, ...]) -> str:
    """The most that is usual on each day from 0 to last."""
    return "".join(marks[rank] if rank is not None else "?" for rank in _padded(sign.path, last))


def reported_row(sign: "SignCourse", last: int, marks: tuple[str, ...]) -> str:
    """What was reported on each day; a space where nothing was."""
    row = [" "] * (last + 1)
    for day, rank in sign.reported:
        if day <= last:
            row[day] = marks[rank]
    return "".join(row).rstrip()


def last_day(signs: "tuple[SignCourse, ...]", today: int | None) -> int:
    """The last day the pictures show: the end of the longest course or today, but not beyond SHOWN_DAYS or tomorrow."""
    ends = [len(sign.path) - 1 for sign in signs if sign.path]
    return min(max([*ends, today or 0, 7]), max(SHOWN_DAYS, (today or 0) + 1))


def _padded(path: tuple[int | None, ...], last: int) -> tuple[int | None, ...]:
    return (*path, *([0] * (last + 1)))[: last + 1]
