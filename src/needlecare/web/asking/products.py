"""Products among the answers: `product.0.name`, `product.0.ingredients`, `product.0.kind`, `product.0.used_on_days`."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

ROWS = 5  # that a page shows; a case may hold more, and they are kept
MOST = 200
FIELDS = ("name", "ingredients", "kind")
DAYS = "used_on_days"
_KEY = re.compile(r"product\.(\d{1,3})\.(name|ingredients|kind|used_on_days)", re.ASCII)


def is_product(key: str) -> bool:
    """Whether this is the key of an answer about a product."""
    found = _KEY.fullmatch(key)
    return found is not None and str(int(found[1])) == found[1] and int(found[1]) < MOST


def products_of(answers: Mapping[str, str | list[str]]) -> list[dict[str, Any]]:
    """The products of a case; rows without a word about the product are left out."""
    return [product for _, product in _rows(answers)]


def products_in(products: Sequence[Mapping[str, Any]]) -> dict[str, str | list[str]]:
    """The answers for the products of a case as `Case` dumps it."""
    answers: dict[str, str | list[str]] = {}
    for at, product in enumerate(products):
        answers |= {f"product.{at}.{field}": product[field] for field in FIELDS if product.get(field)}
        if product.get(DAYS):
            answers[f"product.{at}.{DAYS}"] = [str(day) for day in product[DAYS]]
    return answers


def key_in_products(path: str, answers: Mapping[str, str | list[str]]) -> str | None:
    """The key of the answer at a fault's path (`products[1].name`); empty rows do not count in paths."""
    found = re.fullmatch(r"products\[(\d+)\]\.(name|ingredients|kind|used_on_days).*", path, re.ASCII)
    rows = _rows(answers)
    return f"product.{rows[int(found[1])][0]}.{found[2]}" if found and int(found[1]) < len(rows) else None


def _rows(answers: Mapping[str, str | list[str]]) -> list[tuple[int, dict[str, Any]]]:
    rows: dict[int, dict[str, Any]] = {}
    for key, value in answers.items():
        found = _KEY.fullmatch(key)
        told = [text for text in value if text] if isinstance(value, list) else value.strip()
        if found and told:
            rows.setdefault(int(found[1]), {})[found[2]] = told
    return [(at, row) for at, row in sorted(rows.items()) if row.get("name") or row.get("ingredients")]
