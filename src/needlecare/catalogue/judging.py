"""Texts in, verdicts out, in columns: one judge per process and use, faults where a text cannot be judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from needlecare.catalogue.faults import CatalogueError
from needlecare.core.label.screening import Row, Screener
from needlecare.core.label.use import Use
from needlecare.knowledge.ingredients.load import load_ingredients
from needlecare.knowledge.ingredients.model import Ingredients

LONGEST_TEXT = 100_000  # characters; no label is that long, and what is takes its time
_UNJUDGED = Row("unknown", None, (), (), 0, 0)


@dataclass(frozen=True)
class Judged:
    """The verdicts of many rows, and what is wrong with some of them, by their places."""

    rows: list[Row]
    faults: dict[int, str]

    def column(self, name: str) -> list[Any]:
        """One of the added columns, a value for each row."""
        if name == "error":
            return [self.faults.get(at) for at in range(len(self.rows))]
        place = Row._fields.index(name)
        return [row[place] for row in self.rows]


@cache
def ingredients() -> Ingredients:
    """The table of ingredients, loaded once in a process."""
    return load_ingredients()


@lru_cache(maxsize=4)
def screener_for(use: Use) -> Screener:
    """The judge of this process for this use; it keeps what it has learned."""
    return Screener(ingredients(), use)


def check_knowledge(expected: str) -> None:
    """Refuse to judge with other knowledge than whoever asks has. Raises CatalogueError."""
    if ingredients().hash != expected:
        raise CatalogueError(
            "a worker has other knowledge than this process: the same version of needlecare must be installed on every "
            "machine, and must not be changed while it runs"
        )


def judge(texts: Sequence[object], use: Use, known: Mapping[int, str] | None = None) -> Judged:
    """The verdict of each text. `known` are faults of rows that were found before; such a row is not judged."""
    faults = dict(known or {})
    screener = screener_for(use)
    rows = []
    for at, text in enumerate(texts):
        row = _UNJUDGED
        if at not in faults:
            fault = _fault(text)
            if fault is None:
                try:
                    row = screener.row(text)  # type: ignore[arg-type]
                except Exception as error:  # one label must not end a million; its row says so
                    fault = f"the ingredients could not be judged ({type(error).__name__}: {error})"
            if fault is not None:
                faults[at] = fault
        rows.append(row)
    return Judged(rows, faults)


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
