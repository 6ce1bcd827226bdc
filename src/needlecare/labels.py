"""One label in one call: the shipped tables, the text, the day."""

from functools import lru_cache

from needlecare.core.label.answer import LabelAnswer
from needlecare.core.label.check import check_label as check
from needlecare.core.label.use import Clinic, Kind, Person, Use
from needlecare.knowledge.ingredients.load import load_ingredients
from needlecare.knowledge.ingredients.model import Ingredients

DAYS = range(3651)
DEPTHS_MM = (0.0, 10.0)  # above the first, up to the second


def check_label(
    text: str,
    *,
    day: int,
    depth_mm: float | None = None,
    kind: Kind = "leave_on",
    during: bool = False,
    person: Person | None = None,
    clinic: Clinic | None = None,
    name: str | None = None,
    ingredients: Ingredients | None = None,
) -> LabelAnswer:
    """The verdict for the product with this label on this day since the procedure, and why.

    `depth_mm` is the needle depth (None: unknown, taken as deep), `kind` is "leave_on" or "rinse_off", `during` says
    that it is put on during the session, `name` is the product's. Any text gives an answer. Raises ValueError for a day
    outside 0 to 3650, a depth outside 0 to 10 mm, or another kind; TypeError for a text that is none.
    Source: docs/guide/labels.md.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    if isinstance(day, bool) or not isinstance(day, int) or day not in DAYS:
        raise ValueError(f"day must be a whole number from 0 to {DAYS[-1]}, not {day!r}")
    if depth_mm is not None and not DEPTHS_MM[0] < depth_mm <= DEPTHS_MM[1]:
        raise ValueError(f"depth_mm must be above 0 and up to 10 mm, not {depth_mm!r}")
    if kind not in ("leave_on", "rinse_off"):
        raise ValueError(f'kind must be "leave_on" or "rinse_off", not {kind!r}')
    use = Use(day, depth_mm, kind, during, person or Person(), clinic or Clinic())
    return check(text, use, ingredients or _shipped(), name=name)


@lru_cache(maxsize=1)
def _shipped() -> Ingredients:
    return load_ingredients()
