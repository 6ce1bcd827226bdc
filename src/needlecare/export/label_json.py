"""A label answer as one line of JSON; docs/guide/labels.md explains every field."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from needlecare.core.label.answer import LabelAnswer
from needlecare.knowledge.ingredients.model import Ingredients

if TYPE_CHECKING:
    from needlecare.core.faults import Fault


def label_json(answer: LabelAnswer, table: Ingredients) -> bytes:
    """One line of UTF-8 JSON without a line end. The same answer gives the same bytes."""
    return _line(_fields(answer, table))


def row_json(row_id: str | float | None, answer: LabelAnswer, table: Ingredients) -> bytes:
    """The same for a row of JSON Lines, with the row's own id first."""
    return _line({"id": row_id, **_fields(answer, table)})


def error_json(row_id: str | float | None, line: int, faults: "Iterable[Fault]") -> bytes:
    """What stands in the place of a row that could not be read: its id, its line (from 1) and every fault."""
    return _line({"id": row_id, "line": line, "error": {"faults": [vars(fault) for fault in faults]}})


def _fields(answer: LabelAnswer, table: Ingredients) -> dict[str, Any]:
    return {
        "verdict": answer.verdict,
        "sure": answer.sure,
        "day": answer.day,
        "until_day": answer.until_day,
        "headline": answer.headline,
        "reasons": answer.reasons,
        "deciding": answer.deciding,
        "ingredients": [one._asdict() for one in answer.ingredients],
        "concerns": {key: _table(concern) for key, concern in answer.concerns.items()},
        "parts": [_table(part) for part in answer.parts],
        "read": _table(answer.read),
        "is_list": answer.is_list,
        "instead": answer.instead,
        "sources": answer.sources,
        "knowledge": {"version": table.version, "hash": table.hash, "review": table.review},
    }


def _table(part: Any) -> dict[str, Any]:
    """A part of an answer by its fields, in their order."""
    return {name: getattr(part, name) for name in part.__slots__}


def _line(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
