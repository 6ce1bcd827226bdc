"""`schema`: JSON Schemas that agree with what is accepted and what is written."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from needlecare.knowledge.vocabulary import SIGN_SYNONYMS
from tests.cli.calling import EXAMPLE, TODAY, Call

Schema = dict[str, Any]
CLINICAL = Path(__file__).parents[2] / "bench" / "clinical" / "ordinary_1.yaml"


@pytest.fixture
def schemas(needlecare: Call) -> dict[str, Schema]:
    """Both schemas."""
    found: dict[str, Schema] = json.loads(needlecare("schema").out)
    return found


def valid(schema: Schema, whole: Schema) -> Any:
    """The fullest value that a schema takes: every field, the first of several kinds, the lowest number."""
    if "$ref" in schema:
        return valid(whole["$defs"][schema["$ref"].rsplit("/", 1)[1]], whole)
    if "anyOf" in schema:
        return valid(schema["anyOf"][0], whole)
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("format") == "date":
        return "2026-05-28"
    kind = schema["type"]
    if kind == "object" and "properties" in schema:
        return {name: valid(inner, whole) for name, inner in schema["properties"].items()}
    if kind == "object":
        return {name: valid(schema["additionalProperties"], whole) for name in schema["propertyNames"]["enum"]}
    if kind == "array":
        return [valid(schema["items"], whole)]
    lowest = schema.get("minimum", schema.get("exclusiveMinimum", 0) + 1)
    return {"boolean": True, "string": "text", "integer": lowest, "number": lowest}[kind]


def faults(value: Any, schema: Schema, whole: Schema, path: str = "") -> list[str]:
    """Where a value breaks a schema, for the words of JSON Schema that ours use."""
    if "$ref" in schema:
        return faults(value, whole["$defs"][schema["$ref"].rsplit("/", 1)[1]], whole, path)
    if "anyOf" in schema:
        return [] if any(not faults(value, each, whole) for each in schema["anyOf"]) else [path]
    if "enum" in schema and value not in schema["enum"]:
        return [path]
    if isinstance(value, dict):
        known = schema.get("properties", {})
        rest = schema.get("additionalProperties", True)
        found = [f"{path}.{name} is missing" for name in schema.get("required", []) if name not in value]
        for name, inner in value.items():
            where = known.get(name, rest)
            if where is False or name not in schema.get("propertyNames", {}).get("enum", value):
                found.append(f"{path}.{name} is not known")
            elif where is not True:
                found += faults(inner, where, whole, f"{path}.{name}")
        return found if schema.get("type") == "object" else [path]
    if isinstance(value, list):
        inner = schema.get("items", {})
        return [fault for at, each in enumerate(value) for fault in faults(each, inner, whole, f"{path}[{at}]")]
    names = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}
    kinds = {names[type(value)]} | ({"number"} if type(value) is int else set())
    return [] if not schema.get("type") or schema["type"] in kinds else [path]


def test_each_schema_can_be_had_alone(needlecare: Call, schemas: dict[str, Schema]) -> None:
    """`schema` prints both under their names, `schema case` the one."""
    assert set(schemas) == {"case", "assessment"}
    for which, schema in schemas.items():
        assert json.loads(needlecare("schema", which).out) == schema


def test_a_full_case_by_the_schema_is_accepted(needlecare: Call, schemas: dict[str, Schema]) -> None:
    """Every field and every known sign, history and medicine at once."""
    case = valid(schemas["case"], schemas["case"])
    assert len(case["check_ins"][0]["signs"]) > 40
    said = needlecare("assess", "-", "--json", *TODAY, stdin=json.dumps(case))
    assert (said.code, said.err) == (0, "")


def test_real_cases_are_valid_by_the_schema(schemas: dict[str, Schema]) -> None:
    """With the ids in the place of plain names of signs, cases that are accepted are valid by the schema too."""
    for entry in yaml.safe_load(CLINICAL.read_text(encoding="utf-8")):
        case = json.loads(json.dumps(entry["case"], default=str))
        for look in case["check_ins"]:
            for table in ("signs", "counts", "onset_day"):
                look[table] = {SIGN_SYNONYMS.get(name, name): value for name, value in look.get(table, {}).items()}
        assert faults(case, schemas["case"], schemas["case"]) == []


@pytest.mark.parametrize("case", [{"patien": {}}, {"patient": {"age": "x"}}, {"check_ins": [{"signs": {"x": "mild"}}]}])
def test_what_the_schema_refuses_is_refused(case: Any, needlecare: Call, schemas: dict[str, Schema]) -> None:
    """Unknown fields, wrong kinds and unknown signs."""
    assert faults(case, schemas["case"], schemas["case"])
    assert needlecare("assess", "-", stdin=json.dumps(case)).code == 10


@pytest.mark.parametrize("case", [None, "{}", '{"check_ins": [{"day": 2, "signs": {"blisters": "severe"}}]}'])
def test_an_assessment_is_valid_by_its_schema(case: str | None, needlecare: Call, schemas: dict[str, Schema]) -> None:
    """What `assess --json` writes is what `schema assessment` promises, with no field besides."""
    out = needlecare("assess", "-" if case else EXAMPLE, "--json", *TODAY, stdin=case or "").out
    assessment, schema = json.loads(out), schemas["assessment"]
    assert faults(assessment, schema, schema) == []
    assert set(assessment) == set(schema["properties"])
