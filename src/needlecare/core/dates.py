"""Which day it is: days since the procedure, from days and dates as they were given. Day 0 is that of the procedure."""

from dataclasses import dataclass
from datetime import date

from needlecare.core.case import Case, CheckIn
from needlecare.core.faults import CaseError, Fault


@dataclass(frozen=True)
class Days:
    """The days of a case: `today` and one for each check-in (None where unknown), and what did not agree."""

    today: int | None
    of_check_ins: tuple[int | None, ...]
    notices: tuple[str, ...]


def days_of(case: Case, today: date) -> Days:
    """The days of a case as seen on a date. Raises CaseError for dates in the future or before the procedure."""
    start = case.procedure.date
    faults: list[Fault] = []
    notices: list[str] = []
    if start is not None and start > today:
        faults.append(Fault("procedure.date", str(start), f"a date not after today ({today})"))
    this_day = (today - start).days if start is not None and start <= today else None
    days = tuple(
        _day_of(check_in, f"check_ins[{at}]", start, today, this_day, faults, notices)
        for at, check_in in enumerate(case.check_ins)
    )
    if faults:
        raise CaseError(tuple(faults))
    known = [day for day in days if day is not None]
    return Days(this_day if start is not None else max(known, default=None), days, tuple(notices))


def _day_of(
    check_in: CheckIn,
    path: str,
    start: date | None,
    today: date,
    this_day: int | None,
    faults: list[Fault],
    notices: list[str],
) -> int | None:
    if check_in.date is not None and check_in.date > today:
        faults.append(Fault(f"{path}.date", str(check_in.date), f"a date not after today ({today})"))
        return None
    if check_in.date is not None and start is not None and check_in.date < start:
        faults.append(Fault(f"{path}.date", str(check_in.date), f"a date not before the procedure ({start})"))
        return None
    by_date = (check_in.date - start).days if check_in.date is not None and start is not None else None
    if check_in.day is not None and this_day is not None and check_in.day > this_day:
        faults.append(Fault(f"{path}.day", str(check_in.day), f"a day not after today (day {this_day})"))
        return None
    if check_in.day is not None and by_date is not None and check_in.day != by_date:
        later = max(check_in.day, by_date)
        notices.append(
            f"The check-in says day {check_in.day}, but its date makes it day {by_date}. We take day {later}."
        )
        return later
    return check_in.day if check_in.day is not None else by_date
