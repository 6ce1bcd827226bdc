"""What can be said of the products in use. Labels are not judged in this version, so every verdict is unknown."""

from needlecare.core.assessment import LabelRead, ProductView
from needlecare.core.case import Case
from needlecare.knowledge.model import Knowledge


def products_of(case: Case, knowledge: Knowledge) -> tuple[ProductView, ...]:
    """One view a product. Whole ingredient names that are known as substances are named; nothing is called fine."""
    return tuple(
        _view(
            product.name, [part.strip() for part in (product.ingredients or "").split(",") if part.strip()], knowledge
        )
        for product in case.products
    )


def _view(name: str | None, ingredients: list[str], knowledge: Knowledge) -> ProductView:
    known = {word: key for key, substance in knowledge.substances.items() for word in substance.words}
    found = tuple(item for item in ingredients if " ".join(item.lower().split()).strip(" .*") in known)
    text = knowledge.words["product_unknown"]
    return ProductView(name, "unknown", None, found, LabelRead(len(ingredients), len(found)), text)
