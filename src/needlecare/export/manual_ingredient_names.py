"""The names of a concern class: how many, how well shown, the most usual ones, and those that follow from a rule."""

from collections import Counter
from functools import lru_cache

from needlecare.export.manual_markdown import escaped
from needlecare.knowledge.ingredients.model import Ingredient
from needlecare.knowledge.model import Knowledge

SHOWN = 40


def members(concern: str, knowledge: Knowledge) -> list[tuple[Ingredient, str]]:
    """The names of a class with their kinds in it, those first that are known under the most other names.

    The tables do not hold how often a name is printed; how many names it goes by is near to that.
    """
    found = [
        (names, row, mention.kind)
        for row, names in zip(knowledge.ingredients.rows, _counted(knowledge), strict=True)
        for mention in row.concerns
        if mention.concern == concern
    ]
    found.sort(key=lambda item: (-item[0], item[1].inci.lower()))
    return [(row, kind) for _, row, kind in found]


def names_line(concern: str, knowledge: Knowledge) -> str:
    """How many names there are, how well it is shown that they belong, and the most usual of them."""
    found = members(concern, knowledge)
    grades = Counter(row.grade for row, _ in found)
    graded = ", ".join(f"{grade} {count:,}" for grade, count in grades.most_common())
    shown = ", ".join(row.inci + (f" ({kind})" if kind else "") for row, kind in found[:SHOWN])
    more = f", and {len(found) - SHOWN:,} more" if len(found) > SHOWN else ""
    return f"**Names:** {len(found):,}, by grade: {graded}. {escaped(shown)}{more}."


def by_rule(concern: str, knowledge: Knowledge) -> str | None:
    """What else belongs because of how its name is made."""
    families = knowledge.ingredients.families
    if concern == "essential_oil":
        plants = {plant.latin for plant in knowledge.ingredients.plants.values() if plant.volatile}
        forms = ", ".join(sorted(families.volatile_forms))
        return (
            f"**By rule:** a name without a row that says {escaped(forms)} of a volatile part of one of "
            f"{len(plants):,} plants; which parts those are stands with each plant."
        )
    if concern == "exfoliating_particle":
        parts, forms = (", ".join(sorted(words)) for words in (families.abrasive_parts, families.abrasive_forms))
        return f"**By rule:** a name without a row that says {escaped(forms)} of the {escaped(parts)} of a known plant."
    if concern == "drying_alcohol":
        return "**By rule:** SD alcohol with any number."
    if concern == "injected_risk":
        return "**By rule:** a colour index number without a row."
    return None


@lru_cache(maxsize=4)
def _counted(knowledge: Knowledge) -> tuple[int, ...]:
    """How many other names each row has."""
    counts = Counter(knowledge.ingredients.synonyms.values())
    return tuple(counts[at] for at in range(len(knowledge.ingredients.rows)))
