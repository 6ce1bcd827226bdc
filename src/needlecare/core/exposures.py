"""What was put on the skin, as facts: substances that were applied, and classes of ingredients in products."""

from collections.abc import Iterable
from typing import Any

from needlecare.core.case import Case, Product
from needlecare.knowledge.model import Knowledge

# By concern class: the exposure that the causes speak of
_AS_EXPOSURE = {
    "drying_alcohol": "drying_alcohol", "fragrance": "fragrance", "fragrance_allergen": "fragrance",
    "essential_oil": "essential_oil", "sensory_irritant": "sensory_irritant", "exfoliating_acid": "exfoliating_acid",
    "exfoliating_particle": "exfoliating_acid", "exfoliating_enzyme": "exfoliating_acid", "retinoid": "retinoid",
    "benzoyl_peroxide": "benzoyl_peroxide", "vitamin_c": "vitamin_c", "harsh_surfactant": "harsh_surfactant",
    "sensitising_preservative": "sensitising_preservative", "organic_uv_filter": "sunscreen_filter",
    "comedogenic": "comedogenic", "heavy_occlusive": "heavy_occlusive",
}  # fmt: skip
_BY_CLASS = frozenset(_AS_EXPOSURE.values())
_ONLY_HIGH = frozenset(
    {"comedogenic", "heavy_occlusive", "drying_alcohol", "exfoliating_acid"}
)  # a trace is no exposure


def exposures(case: Case, knowledge: Knowledge, until_day: int | None) -> dict[str, Any]:
    """The exposure facts of a case; what is not recognised stays unknown.

    A product of which it is known that it was first used after `until_day` (the day of the first sign, or of the
    check-in) did not cause what was there before.
    """
    found = _named(case.procedure.applied, knowledge)
    for product in case.products:
        if product.ingredients and _used_by(product, until_day):
            found |= _named(product.ingredients.split(","), knowledge) - _BY_CLASS
            found |= _of_label(product.ingredients, knowledge)
    return {f"exposure.{key}": True for key in sorted(found)}


def _named(texts: Iterable[str], knowledge: Knowledge) -> set[str]:
    """The substances that texts name, by whole names only."""
    names = {" ".join(text.lower().split()).strip(" .*") for text in texts}
    return {key for key, substance in knowledge.substances.items() if not names.isdisjoint(substance.words)}


def _used_by(product: Product, day: int | None) -> bool:
    return not product.used_on_days or day is None or min(product.used_on_days) <= day


def _of_label(text: str, knowledge: Knowledge) -> set[str]:
    from needlecare.core.label.check import reader_for  # only who has products pays for reading labels
    from needlecare.core.label.use import Use
    from needlecare.core.label.weighing import Scales

    reader = reader_for(knowledge.ingredients)
    items = reader.read(text).items
    found = set()
    for one in Scales(reader.namer, Use(day=1)).weigh(items):
        for charge in one.charges:
            exposure = _AS_EXPOSURE.get(charge.concern)
            if exposure and (one.high or charge.concern not in _ONLY_HIGH):
                found.add(exposure)
    return found
