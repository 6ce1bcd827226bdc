"""Where a statement or number comes from: its grade, the ids of its sources, and each source in full."""

from collections.abc import Iterable

from needlecare.core.saying import plain
from needlecare.export.manual_markdown import blocks, bullets, escaped, link
from needlecare.knowledge.claims import graded
from needlecare.knowledge.model import Graded, Knowledge, Quantity, Review, Reviewed, Source, Statement


def cited(value: object) -> list[str]:
    """The ids of every source that an entry cites, each once, in order of appearance."""
    return list(dict.fromkeys(source for item in graded(value) for source in item.sources))


def basis(item: Graded) -> str:
    """A grade with its sources: "opinion: DMQ, MIA"."""
    return f"{item.grade}: {', '.join(item.sources)}" if item.sources else item.grade


def number(quantity: Quantity) -> str:
    """A number with its basis: "day 2 (opinion: PET)", "0.04 (estimate: HAR15)"."""
    value = plain(quantity.value)
    said = {"days": f"day {value}", "mm": f"{value} mm", "°C": f"{value} °C"}.get(quantity.unit, value)
    return f"{said} ({basis(quantity)})"


def statement(item: Statement) -> str:
    """A statement as Markdown, with its basis."""
    return f"{escaped(item.text)} ({escaped(basis(item))})"


def reviewed(review: Review) -> str:
    """Who reviewed an entry and when, or that nobody has."""
    if isinstance(review, Reviewed):
        return f"reviewed by {review.by}, {review.role}, on {review.on.isoformat()}"
    return review


def card(key: str, *facts: str) -> str:
    """The line under a heading: the id and what is said of the entry at a glance."""
    return " · ".join([f"`{key}`", *map(escaped, facts)])


def source_words(source: Source) -> str:
    """One source in full as plain text, with where to find it."""
    return source.cite if source.link in source.cite else f"{source.cite}. {source.link}"


def source_line(key: str, source: Source) -> str:
    """One source in full, with its link."""
    return f"{escaped(key)}: {link(source.cite, source.link)}"


def sources(value: object, knowledge: Knowledge) -> str:
    """Every source of an entry in full."""
    keys = cited(value)
    if not keys:
        return "**Sources:** none; this is an estimate."
    return blocks("**Sources:**", bullets(source_line(key, knowledge.sources[key]) for key in keys))


def grade_counts(values: Iterable[object]) -> dict[str, int]:
    """How many statements and numbers carry each grade, the strongest first."""
    counts = dict.fromkeys(("trial", "series", "report", "opinion", "estimate"), 0)
    for item in (item for value in values for item in graded(value)):
        counts[item.grade] += 1
    return counts
