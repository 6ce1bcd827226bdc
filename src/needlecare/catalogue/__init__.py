"""Whole product tables: the label judge over millions of rows, on all cores, stoppable at any moment.

from needlecare.catalogue import screen
summary = screen("products.csv", "judged.csv", day=3)
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from needlecare.catalogue.batch import judge_batch
    from needlecare.catalogue.faults import CatalogueError, NotWrittenError, RefusedError
    from needlecare.catalogue.screening import screen
    from needlecare.catalogue.summary import Summary

__all__ = ["CatalogueError", "NotWrittenError", "RefusedError", "Summary", "judge_batch", "screen"]
_HOMES = {
    "CatalogueError": "needlecare.catalogue.faults",
    "NotWrittenError": "needlecare.catalogue.faults",
    "RefusedError": "needlecare.catalogue.faults",
    "Summary": "needlecare.catalogue.summary",
    "judge_batch": "needlecare.catalogue.batch",
    "screen": "needlecare.catalogue.screening",
}


def __getattr__(name: str) -> Any:
    """The public names, imported when first asked for: Arrow is loaded only by who screens."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
