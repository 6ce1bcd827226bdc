"""Names looked up in the ingredient tables as they are written, and the public lists beside the project."""

import csv
import re
from collections.abc import Iterator

from needlecare.knowledge.ingredients.folding import key
from needlecare.knowledge.ingredients.load import FOLDER
from needlecare.knowledge.ingredients.model import Ingredient, Ingredients
from tests.support import data

_GRADE_COLUMNS = ("acneorg_0_5", "botanicals_0_5", "hautschutzengel_0_5", "other_0_5")


def row_of(name: str, table: Ingredients) -> Ingredient | None:
    """The row of a whole name, under whichever of its names; letters and digits are compared."""
    folded = key(name)
    at = table.exact.get(folded, table.synonyms.get(folded))
    return None if at is None else table.rows[at]


def in_class(name: str, concern: str, table: Ingredients) -> bool:
    """Whether a name is known and belongs to a class."""
    row = row_of(name, table)
    return row is not None and any(mention.concern == concern for mention in row.concerns)


def written_names() -> Iterator[tuple[str, str]]:
    """Every name in names/ and languages/ as it is written, with the INCI name that it stands for."""
    for path in sorted(FOLDER.glob("names/*.csv")):
        for row in rows(path):
            yield row["inci"], row["inci"]
            yield from ((name, row["inci"]) for name in row["synonyms"].split(" | ") if name)
    for path in sorted(FOLDER.glob("languages/*.csv")):
        yield from ((row["name"], row["inci"]) for row in rows(path))


def public(name: str) -> list[dict[str, str]]:
    """The rows of a public list beside the project."""
    return rows(data.FOLDER / name)


def grades(row: dict[str, str]) -> list[int]:
    """Every grade that a comedogenic list gives to a name; both ends of a range."""
    return [int(digit) for column in _GRADE_COLUMNS for digit in re.findall(r"\d", row[column])]


def rows(path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
