"""Everything that claims something inside an entry: its graded statements and numbers."""

from collections.abc import Iterator

from pydantic import BaseModel

from needlecare.knowledge.model import Graded


def graded(value: object) -> Iterator[Graded]:
    """Every graded statement or number anywhere inside a value, itself first."""
    if isinstance(value, Graded):
        yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from graded(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from graded(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from graded(item)
