"""Each product of a case, judged by its label for this person and this day."""

from dataclasses import replace
from typing import TYPE_CHECKING

from needlecare.core.assessment import LabelRead, ProductView
from needlecare.core.case import Case
from needlecare.knowledge.model import Knowledge

if TYPE_CHECKING:
    from needlecare.core.label.answer import LabelAnswer


def products_of(
    case: Case, knowledge: Knowledge, today: int | None, held: frozenset[str] = frozenset()
) -> tuple[ProductView, ...]:
    """One view a product. Where the day is unknown it is judged for day 0, the most careful one.

    `held` are care rules that this person's plan holds back; what rests on them is avoided for now.
    """
    if not case.products:
        return ()
    from needlecare.core.label.check import check_label  # only who has products pays for reading labels
    from needlecare.core.label.people import use_of

    classes: tuple[str, ...] = ()
    if held:
        classes = tuple(key for key, concern in knowledge.ingredients.concerns.items() if concern.care in held)
    found = []
    for product in case.products:
        if not (product.ingredients or "").strip():
            text = knowledge.words["product_without_label"]
            found.append(ProductView(product.name, "unknown", None, (), LabelRead(0, 0), text))
            continue
        use = use_of(case, knowledge, day=today or 0, kind=product.kind or "leave_on")
        use = replace(use, held=classes)
        answer = check_label(product.ingredients or "", use, knowledge.ingredients, name=product.name)
        found.append(_view(product.name, answer))
    return tuple(found)


def _view(name: str | None, answer: "LabelAnswer") -> ProductView:
    deciding = [concern for concern in answer.concerns.values() if concern.decides]
    return ProductView(
        name,
        answer.verdict,
        answer.until_day,
        answer.deciding,
        LabelRead(answer.read.tokens, answer.read.recognised),
        " ".join(part for part in (f"{answer.headline}.", *answer.reasons) if part),
        sure=answer.sure,
        concerns=tuple(key for key, concern in answer.concerns.items() if concern.decides),
        sources=tuple(dict.fromkeys(source for concern in deciding for source in concern.sources)),
    )
