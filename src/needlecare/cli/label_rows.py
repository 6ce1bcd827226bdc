"""A row of JSON Lines: one label with its day and, where it says so, its own id, depth, kind and name."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from needlecare.cli.bounds import DAY, DEPTH, is_day, is_depth, is_number
from needlecare.cli.reading import parse
from needlecare.core.faults import CaseError, Fault, shown
from needlecare.core.label.use import Kind

_ROW = 'a line like {"id": "cream-1", "text": "Aqua, Glycerin, Parfum", "day": 2}'
_KINDS: dict[str, Kind] = {"leave_on": "leave_on", "rinse_off": "rinse_off"}


class Row(NamedTuple):
    """One row as it was read; `faults` are all that is wrong with it, and None is what it does not say."""

    faults: tuple[Fault, ...]
    id: str | float | None = None
    text: str = ""
    day: int | None = None
    depth_mm: float | None = None
    kind: Kind | None = None
    name: str | None = None


def read_row(line: bytes) -> Row:
    """A line as a row; whatever it holds, there is an answer."""
    try:
        data = parse(line, "jsonl")
    except CaseError as error:
        return Row(tuple(replace(fault, path="the line", expected=_ROW) for fault in error.faults))
    if not isinstance(data, dict):
        return Row((Fault("the line", shown(data), _ROW),))
    faults = tuple(_faults(data))
    row_id = data.get("id")
    if faults:
        return Row(faults, row_id if _is_id(row_id) else None)
    kind = _KINDS.get(data.get("kind") or "")
    if data.get("rinse_off") is not None:
        kind = "rinse_off" if data["rinse_off"] else "leave_on"
    day = data.get("day")
    return Row(
        (), row_id, data["text"], None if day is None else int(day), data.get("depth"), kind, data.get("name")
    )  # fmt: skip


def _faults(data: dict[str, Any]) -> Iterator[Fault]:
    for name in data:
        if name not in _FIELDS:
            yield Fault(shown(name, quote=False), "an unknown field", "one of " + ", ".join(_FIELDS), _nearest(name))
    if "text" not in data:
        yield Fault("text", "nothing", "the list of ingredients")
    for name, (right, expected) in _FIELDS.items():
        value = data.get(name)
        if name in data and not right(value) and (value is not None or name == "text"):
            yield Fault(name, shown(value), expected)
    rinse_off, kind = data.get("rinse_off"), data.get("kind")
    if isinstance(rinse_off, bool) and kind in _KINDS and rinse_off != (kind == "rinse_off"):
        yield Fault("rinse_off", f"{str(rinse_off).lower()} beside the kind {kind}", "one of the two, or both agreeing")


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not any("\ud800" <= char <= "\udfff" for char in value)


def _is_id(value: Any) -> bool:
    return _is_text(value) or (is_number(value) and abs(value) < 1e300)


_FIELDS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "id": (_is_id, "a text or a number"),
    "text": (_is_text, "the list of ingredients, a text"),
    "day": (is_day, DAY),
    "depth": (is_depth, DEPTH),
    "kind": (lambda value: isinstance(value, str) and value in _KINDS, "leave_on or rinse_off"),
    "rinse_off": (lambda value: isinstance(value, bool), "true or false"),
    "name": (_is_text, "the name of the product, a text"),
}


def _nearest(name: str) -> str | None:
    from difflib import get_close_matches

    return next(iter(get_close_matches(name[:100].lower(), _FIELDS, n=1)), None)
