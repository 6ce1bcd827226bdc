"""Texts in, verdicts out, in columns: one judge per process and use, faults where a text cannot be judged."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

import pyarrow as pa

from needlecare.catalogue.faults import CatalogueError
from needlecare.catalogue.judged import Judged, judged
from needlecare.catalogue.settling.settler import Settler
from needlecare.catalogue.texts import as_column, values_at
from needlecare.core.label.screening import Row, Screener
from needlecare.core.label.use import Use
from needlecare.knowledge.ingredients.load import load_ingredients
from needlecare.knowledge.ingredients.model import Ingredients

LONGEST_TEXT = 100_000  # characters; no label is that long, and what is takes its time
_UNJUDGED = Row("unknown", None, (), (), 0, 0)


@cache
def ingredients() -> Ingredients:
    """The table of ingredients, loaded once in a process."""
    return load_ingredients()


@lru_cache(maxsize=4)
def screener_for(use: Use) -> Screener:
    """The judge of this process for this use; it keeps what it has learned."""
    return Screener(ingredients(), use)


@lru_cache(maxsize=4)
def settler_for(use: Use) -> Settler:
    """The same for columns."""
    return Settler(screener_for(use))


def check_knowledge(expected: str) -> None:
    """Refuse to judge with other knowledge than whoever asks has. Raises CatalogueError."""
    if ingredients().hash != expected:
        raise CatalogueError(
            "a worker has other knowledge than this process: the same version of needlecare must be installed on every "
            "machine, and must not be changed while it runs"
        )


def judge(texts: pa.Array | Sequence[object], use: Use, known: Mapping[int, str] | None = None) -> Judged:
    """The verdict of each text. `known` are faults of rows that were found before; such a row is not judged.

    Rows whose pieces settle them are judged together, the others one by one.
    """
    faults = dict(known or {})
    settler = settler_for(use)
    settled = settler.settle(as_column(texts, faults))
    others: dict[int, Row] = {}
    for at, text in values_at(texts, settled.left()):
        others[at] = _UNJUDGED
        if at not in faults:
            fault = _fault(text)
            if fault is None:
                try:
                    others[at] = settler.row(text, in_full=bool(settled.tried[at]))
                except Exception as error:  # one label must not end a million; its row says so
                    fault = f"the ingredients could not be judged ({type(error).__name__}: {error})"
            if fault is not None:
                faults[at] = fault
    return judged(len(texts), settled, others, faults)


def _fault(text: object) -> str | None:
    """Why this cannot be the text of a label, or None."""
    if type(text) is not str:
        return "no ingredients are given" if text is None else f"the ingredients are {_kind(text)}, not text"
    if not text or text.isspace():
        return "the ingredients are empty"
    if len(text) > LONGEST_TEXT:
        return f"the ingredients are longer than {LONGEST_TEXT:,} characters"
    if "\0" in text:
        return "the ingredients hold NUL characters"
    return None


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    if isinstance(value, bytes):
        return "bytes that are not UTF-8"
    return kinds.get(type(value), f"of the type {type(value).__name__}")
