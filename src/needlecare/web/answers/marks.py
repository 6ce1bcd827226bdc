"""What was done on which day, for the foot of a chart: the treatment, and the products that were used."""

from needlecare.export.course_chart import Mark
from needlecare.web.answers.stored import Plain, rows, text


def marks_of(case: Plain) -> tuple[Mark, ...]:
    """The marks of a plain case (docs/guide/case.md): day 0 is the treatment."""
    used = tuple(
        Mark(day, text(product, "name") or f"product {at}")
        for at, product in enumerate(rows(case, "products"), 1)
        for day in product.get("used_on_days") or ()
        if isinstance(day, int)
    )
    return (Mark(0, "treatment", "treatment"), *used)
