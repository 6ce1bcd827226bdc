"""Aftercare for people who have just had microneedling: a case in, an assessment out; a label in, a verdict out.

from datetime import date
from needlecare import Case, assess, load_knowledge
assessment = assess(Case.read({...}), load_knowledge(), date(2026, 5, 31))

from needlecare import check_label
answer = check_label("Aqua, Glycerin, Glycolic Acid", day=2)
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from needlecare.core.assess import assess
    from needlecare.core.assessment import Assessment
    from needlecare.core.case import Case
    from needlecare.knowledge.load import load_knowledge
    from needlecare.labels import check_label

__all__ = ["Assessment", "Case", "assess", "check_label", "load_knowledge"]
_HOMES = {
    "Assessment": "needlecare.core.assessment",
    "Case": "needlecare.core.case",
    "assess": "needlecare.core.assess",
    "check_label": "needlecare.labels",
    "load_knowledge": "needlecare.knowledge.load",
}


def __getattr__(name: str) -> Any:
    """The public names, imported when first asked for, so that a command loads only what it uses."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
