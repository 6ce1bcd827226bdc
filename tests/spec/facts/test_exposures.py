"""What was put on the skin

Products are recognised by whole names only. A name that is not recognised stays unknown: it is never read as
harmless, and a part of a word never counts as the whole.
"""

import pytest

from needlecare.core.facts import situation
from tests.spec.building import TODAY, a_case


def exposures(knowledge, *applied, ingredients=None):
    products = ({"name": "cream", "ingredients": ingredients},) if ingredients else ()
    facts = situation(a_case(procedure={"applied": list(applied)}, products=products), knowledge, TODAY).facts
    return {key.removeprefix("exposure.") for key in facts if key.startswith("exposure.")}


@pytest.mark.parametrize(
    "name", ["vitamin C", "Vitamin C serum", "  ascorbic   acid ", "L-Ascorbic Acid*", "ascorbyl glucoside."]
)
def test_a_whole_name(name, knowledge):
    """A whole name is recognised, in any case of letters and with any spaces and end marks."""
    assert "vitamin_c" in exposures(knowledge, name)


@pytest.mark.parametrize("name", ["ascorbic", "vitamin c free serum", "no vitamin C", "my vitamin c serum from home"])
def test_a_part_of_a_name(name, knowledge):
    """A part of a name, or a name inside other words, is not recognised."""
    assert exposures(knowledge, name) == set()


def test_the_ingredients_of_a_label(knowledge):
    """Each ingredient of a label is looked at by itself."""
    assert {"vitamin_c", "fragrance"} <= exposures(knowledge, ingredients="Aqua, Ascorbic Acid, Glycerin, Parfum")


def test_what_is_not_recognised_is_unknown(knowledge):
    """An unknown name is not an absence: no exposure is ever said to be false."""
    facts = situation(a_case(procedure={"applied": "magic balm"}), knowledge, TODAY).facts

    assert not [key for key in facts if key.startswith("exposure.")]
