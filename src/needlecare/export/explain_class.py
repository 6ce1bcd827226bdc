"""A class of ingredients in plain words for a patient."""

from collections.abc import Iterable

from needlecare.export.capital import capital
from needlecare.export.manual_citation import cited, reviewed, source_words
from needlecare.export.manual_ingredient_names import members
from needlecare.export.manual_ingredients import WHO, depth_words, range_words
from needlecare.export.manual_markdown import blocks
from needlecare.knowledge.ingredients.schema import ConcernEntry, PeopleEntry
from needlecare.knowledge.model import Graded, Knowledge

_SHOWN = 12


def explain_class(key: str, knowledge: Knowledge) -> str | None:
    """What belongs to a class of ingredients, from when a product with them may be used, why, and what instead."""
    found = knowledge.classes.get(key)
    if found is None:
        return None
    names = [row.inci for row, _ in members(key, knowledge)]
    more = f", and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
    return blocks(
        f"{capital(found.name)} (a class of ingredients)",
        found.belongs,
        _part("On labels", [", ".join(names[:_SHOWN]) + more + "."]),
        _part("What does not belong", [found.not_]),
        _part("Until which day to leave it out", _days(found)),
        _part("Why", [found.why + _basis(found)]),
        _part("What to use instead", [found.instead]),
        _part("For whom it differs", map(_people, found.people)),
        _part("Where sources disagree", [found.disagreement] if found.disagreement else []),
        _part("Sources", [f"[{name}] {source_words(knowledge.sources[name])}" for name in cited(found)]),
        f"{capital(reviewed(found.review))}.",
    )


def _days(found: ConcernEntry) -> list[str]:
    if found.includes:
        return ["The session itself and its day."]
    lines = [
        f"• needle depth {depth_words(band)}: {range_words(band.leave_on)}; washed off: {range_words(band.rinse_off)}."
        f"{_basis(band)}"
        for band in found.days
    ]
    return [*lines, "Where sources give two days, we say wait until the later one, unless your clinic says otherwise."]


def _people(people: PeopleEntry) -> str:
    only = " For everybody else it decides nothing." if people.effect == "counts" else ""
    return f"• {capital(WHO[people.who])}: {people.text}{only}{_basis(people)}"


def _part(heading: str, lines: Iterable[str]) -> str | None:
    said = [*lines]
    return "\n".join([f"{heading}:", *said]) if said else None


def _basis(item: Graded) -> str:
    said = "; ".join(part for part in ("estimate" if item.grade == "estimate" else "", ", ".join(item.sources)) if part)
    return f" [{said}]" if said else ""
