"""Label answers built by hand, with named defaults, so that their texts and JSON are tested apart from the reading."""

from dataclasses import replace
from typing import Any

from needlecare.core.label.answer import ConcernFound, IngredientRead, LabelAnswer, Part, Read, Verdict
from needlecare.knowledge.ingredients.load import load_ingredients

LABEL = "Aqua, Glycerin, Glycolic Acid, xyz, Parfum"
A_TABLE = replace(load_ingredients(), version="2026.05", hash="0123456789abcdef")


def an_ingredient(text: str, label: str = LABEL, *, inci: str | None = "", **given: Any) -> IngredientRead:
    """An ingredient where it first stands in a label, under its own name; `inci=None` was not understood."""
    start = label.index(text)
    inci = text if inci == "" else inci
    read = {"function": "something", "how": "exact", "confidence": 1.0} if inci else {}
    defaults = {"function": None, "how": None, "confidence": 0.0, "concerns": ()} | read
    return IngredientRead(text=text, start=start, end=start + len(text), inci=inci, **{**defaults, **given})


def a_concern(*ingredients: str, **given: Any) -> ConcernFound:
    """Peeling acids that decide until day 7."""
    defaults: dict[str, Any] = {
        "name": "peeling acids", "day": 7, "earliest": 3, "latest": 7, "decides": True, "sure": "sure",
        "why": "They sting on open skin.", "notes": (), "instead": "A plain moisturiser.", "disagreement": None,
        "grade": "opinion", "sources": ("BOOK",),
    }  # fmt: skip
    return ConcernFound(ingredients=ingredients, **{**defaults, **given})


ACIDS = a_concern("Glycolic Acid")
SCENT = a_concern("Parfum", name="perfume", decides=False, day=2, earliest=2, latest=2, sources=("LEAFLET",))


def an_answer(verdict: Verdict = "wait", label: str = LABEL, **given: Any) -> LabelAnswer:
    """Wait until day 7 because of glycolic acid; `xyz` was not understood, perfume no longer decides."""
    deciding = ("Glycolic Acid",) if verdict in ("wait", "avoid") else ()
    until = 7 if verdict == "wait" else None
    defaults: dict[str, Any] = {
        "sure": "sure", "day": 2, "until_day": until, "headline": "Wait until day 7",
        "reasons": ("Because of Glycolic Acid.",), "deciding": deciding,
        "ingredients": _INGREDIENTS if label == LABEL else (),
        "concerns": {"exfoliating_acid": ACIDS, "fragrance": SCENT},
        "parts": (Part("", verdict, until, deciding),), "read": Read(5, 4, ("xyz",)), "is_list": True,
        "instead": ("A plain moisturiser.",),
        "sources": {"BOOK": "A book. https://example.org/book", "LEAFLET": "A leaflet. https://example.org/leaflet"},
    }  # fmt: skip
    return LabelAnswer(verdict=verdict, **{**defaults, **given})


_INGREDIENTS = (
    an_ingredient("Aqua"),
    an_ingredient("Glycerin"),
    an_ingredient("Glycolic Acid", concerns=("exfoliating_acid",)),
    an_ingredient("xyz", inci=None),
    an_ingredient("Parfum", concerns=("fragrance",)),
)
