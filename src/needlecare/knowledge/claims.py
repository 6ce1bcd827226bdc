"""Everything that claims something inside an entry: its graded statements and numbers."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from needlecare.knowledge.model import Graded, Source


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


def carried(grade: str, sources: Iterable[Source]) -> bool:
    """Whether a claim's grade is no more than the best of its sources can carry."""
    best = [_STRENGTH[source.grade] for source in sources]
    return not best or _STRENGTH[grade] <= max(best)


_STRENGTH = {"estimate": 0, "opinion": 1, "report": 2, "series": 3, "trial": 4}
