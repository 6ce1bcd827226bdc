"""A result as a file to take along, and the way back: bounded, and refused with every fault in plain words."""

import json
from datetime import date, timedelta
from typing import Any

from needlecare.core.case import Case
from needlecare.core.faults import CaseError
from needlecare.web.asking.case import answers_of
from needlecare.web.public.check_state import looked_at

VERSION = 1
LARGEST = 1_000_000  # bytes
_FIRST = date(2026, 1, 1)  # no file is older
_MADE_HERE = "a file that was saved on the page of an answer, or a case in JSON"


def written(case: dict[str, Any], answer: dict[str, Any], today: date) -> bytes:
    """The file: the case as it was told, the answer as it was given, and when."""
    held = {"needlecare": VERSION, "made": today.isoformat(), "case": case, "assessment": answer}
    return json.dumps(held, ensure_ascii=False, indent=2).encode() + b"\n"


def opened(raw: bytes, today: date) -> dict[str, str | list[str]]:
    """The answers in a file of ours, or in a plain case. Raises CaseError."""
    held = _data(raw)
    if isinstance(held, dict) and "needlecare" in held:
        if held["needlecare"] != VERSION:
            raise CaseError.one("needlecare", "another version", f"a file of version {VERSION}")
        held = _dated(held.get("case"), _made(held.get("made")))
    answers = answers_of(held)
    return answers if held.get("check_ins") else looked_at(answers, today)


def _made(value: Any) -> date:
    try:
        made = date.fromisoformat(value)
    except (TypeError, ValueError):
        made = date.min
    if made < _FIRST:
        raise CaseError.one("made", "no such date", "the date on which the file was saved")
    return made


def _dated(case: Any, made: date) -> dict[str, Any]:
    """The case with dates in the place of "so many days ago", which was true only when the file was made."""
    read = Case.read(case)
    plain = read.model_dump(mode="json", exclude_none=True)
    latest = max((look.day for look in read.check_ins if look.day is not None), default=None)
    if latest is None or read.procedure.date is not None:
        return plain
    plain["procedure"]["date"] = (made - timedelta(days=latest)).isoformat()
    for look in plain["check_ins"]:
        if look.get("day") == latest and "date" not in look:
            look["date"] = made.isoformat()
    return plain


def _data(raw: bytes) -> Any:
    if len(raw) > LARGEST:
        raise CaseError.one("", f"more than {LARGEST:,} bytes", _MADE_HERE)
    try:
        return json.loads(raw.decode("utf-8-sig"), parse_constant=_refuse, object_pairs_hook=_no_repeats)
    except UnicodeDecodeError:
        raise CaseError.one("", "a file that is not text in UTF-8", _MADE_HERE) from None
    except RecursionError:
        raise CaseError.one("", "data nested too deeply", _MADE_HERE) from None
    except ValueError:
        raise CaseError.one("", "a file that is not JSON", _MADE_HERE) from None


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


def _no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice")
    return found
