"""An assessment as JSON and back; the one place that knows its wire form."""

from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from needlecare.core.assessment import Assessment, Plan
from needlecare.core.case import Case
from needlecare.core.faults import CaseError


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Assessment]:
    return TypeAdapter(Assessment)


def to_json(assessment: Assessment) -> bytes:
    """One line of UTF-8 JSON without a line end. The same assessment gives the same bytes."""
    return _adapter().dump_json(assessment)


def from_json(data: bytes | str) -> Assessment:
    """The assessment that `to_json` wrote. Raises pydantic.ValidationError for anything else."""
    return _adapter().validate_json(data)


def error_json(error: CaseError, line: int) -> bytes:
    """What stands in a batch in the place of a case that could not be read: its line (from 1) and every fault."""
    from pydantic_core import to_json as dump

    faults = [
        {"path": fault.path, "found": fault.found, "expected": fault.expected, "nearest": fault.nearest}
        for fault in error.faults
    ]
    return dump({"error": {"line": line, "faults": faults}})


def schemas() -> dict[str, Any]:
    """The JSON Schema of a case (as accepted) and of an assessment (as written)."""
    return {"case": Case.model_json_schema(), "assessment": _adapter().json_schema(mode="serialization")}


@lru_cache(maxsize=1)
def _plan_adapter() -> TypeAdapter[Plan]:
    return TypeAdapter(Plan)


def plan_json(assessment: Assessment) -> bytes:
    """Only the plan of an assessment, as one line of JSON."""
    return _plan_adapter().dump_json(assessment.plan)
