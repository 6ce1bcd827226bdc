"""Concern classes

An ingredient is in a class because its row says so, with a grade and a source for it. No class follows from part of a
name.
"""

import re

import pytest

from needlecare.knowledge.ingredients.folding import key
from needlecare.knowledge.ingredients.schema import CONCERNS
from tests.spec.ingredients.looking_up import grades, in_class, public, row_of
from tests.support.data import needs

_ALSO = {"Lanolin Wax": ("Lanolin Cera",)}  # an official name beside another, of the same thing
_BOTH_ORANGES = re.compile(r"(.+) Amara and Dulcis (.+)")


def test_every_class_is_there(table):
    """All classes are there, each with what belongs to it, what does not, why, and what to use instead."""
    assert tuple(table.concerns) == CONCERNS
    for concern in table.concerns.values():
        assert all((concern.name, concern.belongs, concern.excludes, concern.why, concern.instead, concern.days))


@pytest.mark.parametrize("concern", CONCERNS)
def test_every_class_has_names(concern, table):
    """Every class has names of its own."""
    assert any(mention.concern == concern for row in table.rows for mention in row.concerns)


def test_every_member_has_grade_and_source(table):
    """Every name in a class says how well that is shown and by which sources; one in no class claims nothing."""
    members = [row for row in table.rows if row.concerns]

    assert [row.inci for row in members if not row.grade] == []
    assert [row.inci for row in members if not {*row.sources} <= table.sources.keys()] == []
    assert [row.inci for row in table.rows if row.grade and not row.concerns] == []


def test_more_than_an_estimate_needs_another_source_than_the_inventory(table):
    """That a name stands in the inventory does not show that it matters: what is more than an estimate cites more,
    unless the inventory itself says what the ingredient is used for."""
    bare = [row for row in table.rows if row.concerns and row.grade not in ("estimate", "opinion")]

    assert [row.inci for row in bare if row.sources == ("COSING",)] == []


@needs("eu_fragrance_allergens.csv")
def test_allergens_that_labels_name(table):
    """Every label name of Regulation (EU) 2023/1545, and of the older list, is a fragrance allergen."""
    names = [name for row in public("eu_fragrance_allergens.csv") for name in _each(row["label_name"])]

    assert [name for name in names if not in_class(name, "fragrance_allergen", table)] == []


def _each(name: str) -> list[str]:
    """Bitter and sweet orange share an entry of the regulation."""
    both = _BOTH_ORANGES.fullmatch(name)
    return [f"{both[1]} {kind} {both[2]}" for kind in ("Amara", "Dulcis")] if both else [name]


@needs("comedogenic_lists.csv")
def test_pore_blocking_names(table):
    """A name that a list grades 4 or 5, and no list below 2 under any name, is in the class of pore-blocking ones."""
    own: dict[str, list[int]] = {}
    under_any_name: dict[str, list[int]] = {}
    for row in public("comedogenic_lists.csv"):
        name = row["name_as_listed"].partition(" / ")[0]
        owner = row_of(name, table)
        for inci in (owner.inci, *_ALSO.get(owner.inci, ())) if owner is not None else ():
            under_any_name.setdefault(inci, []).extend(grades(row))
            own.setdefault(inci, []).extend(grades(row) if key(name) == key(inci) else [])
    wanted = [inci for inci, found in own.items() if max(found, default=0) >= 4 and min(under_any_name[inci]) >= 2]

    assert len(wanted) > 25
    assert [inci for inci in wanted if not in_class(inci, "comedogenic", table)] == []


@needs("comedogenic_lists.csv")
def test_one_list_alone(table):
    """What one list alone grades high, while another says 0 or 1, is left out."""
    for name in ("Dimethicone", "Cyclomethicone", "Petrolatum", "Mineral Oil", "Ceresin", "Lanolin"):
        assert not in_class(name, "comedogenic", table)


def test_published_grades(table):
    """Every pore-blocking name has its lowest and highest published grade, the highest being 3 or more."""
    kinds = {mention.kind for row in table.rows for mention in row.concerns if mention.concern == "comedogenic"}

    assert all(re.fullmatch(r"[0-5]-[3-5]", kind) for kind in kinds)


@pytest.mark.parametrize(
    ("name", "concern"),
    [
        ("Cetearyl Alcohol", "drying_alcohol"),
        ("Benzyl Alcohol", "drying_alcohol"),
        ("Sodium Lactate", "exfoliating_acid"),
        ("Hyaluronic Acid", "exfoliating_acid"),
        ("Stearic Acid", "exfoliating_acid"),
        ("Ethylhexyl Salicylate", "exfoliating_acid"),
        ("Bakuchiol", "retinoid"),
        ("Beta-Carotene", "retinoid"),
        ("Helianthus Annuus Seed Oil", "essential_oil"),
        ("Rosa Canina Fruit Oil", "essential_oil"),
        ("Zinc Oxide", "organic_uv_filter"),
        ("Titanium Dioxide", "organic_uv_filter"),
        ("Coco-Glucoside", "harsh_surfactant"),
        ("Magnesium Sulfate", "harsh_surfactant"),
        ("Phenoxyethanol", "sensitising_preservative"),
        ("Silica", "exfoliating_particle"),
        ("Superoxide Dismutase", "exfoliating_enzyme"),
        ("Squalane", "heavy_occlusive"),
    ],
)
def test_what_does_not_belong(name, concern, table):
    """What only sounds like a class does not belong to it: cetearyl alcohol is not alcohol."""
    assert row_of(name, table) is not None
    assert not in_class(name, concern, table)
