"""Which column holds the ingredients: the one that was named, else told by its name and by what stands in it."""

import re
import unicodedata
from difflib import get_close_matches

from needlecare.catalogue.faults import CatalogueError
from needlecare.catalogue.judging import LONGEST_TEXT, screener_for
from needlecare.catalogue.reading.catalogue import Catalogue
from needlecare.core.label.use import Use

_LIST_FROM = 0.3  # share of filled cells that must read as ingredient lists for a column to be taken by its values
_AHEAD = 1.5  # how many times more lists than in any other column settle it
_USUAL = (
    "ingredients", "inci", "ingredientlist", "ingredientslist", "incilist", "ingredient", "ingredientstext",
    "ingredientsinci", "inciingredients", "fullingredients", "listofingredients", "productingredients",
    "ingredienttext", "composition", "ingredientes", "ingredienti", "inhaltsstoffe", "ingrediënten", "ingredienten",
    "ingrediens", "ingredienser", "skladniki", "składniki", "zutaten", "bestandteile", "composizione", "composicion",
    "成分", "全成分", "전성분", "성분",
)  # fmt: skip


def choose_column(catalogue: Catalogue, asked: str | None, use: Use) -> str:
    """The column to read. Raises CatalogueError where the one asked for is not there, or where none can be told."""
    if asked is not None:
        return _named(catalogue, asked)
    share = {name: _lists(catalogue, name, use) for name in catalogue.names}
    listing = [name for name in catalogue.names if share[name] >= _LIST_FROM]
    usual = frozenset(map(_plain, _USUAL))
    named = [name for name in catalogue.names if _plain(name) in usual]
    for among in ([name for name in listing if name in named], listing, named):
        if len(among) == 1:
            return among[0]
        if among:
            return _clearest(catalogue, among, share)
    _refuse_without_header(catalogue, use)
    raise CatalogueError(f"no column of {catalogue.path} looks like ingredients; {_say_which(catalogue)}")


def _named(catalogue: Catalogue, asked: str) -> str:
    if asked in catalogue.names:
        return asked
    alike = [name for name in catalogue.names if name.casefold() == asked.casefold()]
    if len(alike) == 1:
        return alike[0]
    nearest = get_close_matches(asked, catalogue.names, n=1)
    hint = f" Did you mean {nearest[0]!r}?" if nearest else ""
    raise CatalogueError(f"{catalogue.path} has no column {asked!r}; it has {_list(catalogue)}.{hint}")


def _clearest(catalogue: Catalogue, among: list[str], share: dict[str, float]) -> str:
    """The column with far more lists than the others."""
    first, second = sorted(among, key=lambda name: -share[name])[:2]
    if share[first] > 0 and share[first] >= _AHEAD * share[second]:
        return first
    raise CatalogueError(
        f"{catalogue.path} has several columns that look like ingredients ({', '.join(map(repr, among))}); "
        f"{_say_which(catalogue)}"
    )


def _lists(catalogue: Catalogue, name: str, use: Use) -> float:
    """The share of the filled cells of a column that read as ingredient lists, among its first rows."""
    texts = [row.get(name) for row in catalogue.sample]
    filled = [text for text in texts if isinstance(text, str) and text.strip()]
    return sum(_is_list(text, use) for text in filled) / max(len(filled), 1)


def _is_list(text: str, use: Use) -> bool:
    """Whether most of a text is understood as ingredients."""
    if len(text) > LONGEST_TEXT or not re.search(r"[,;|、·•\n]|\. | - ", text):
        return False
    row = screener_for(use).row(text)
    return row.tokens >= 3 and 2 * row.recognised >= row.tokens


def _plain(name: str) -> str:
    """A name without accents, blanks and marks, in lower case."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if letter.isalnum()))


def _refuse_without_header(catalogue: Catalogue, use: Use) -> None:
    if any(_is_list(name, use) for name in catalogue.names):
        raise CatalogueError(f"{catalogue.path} has no header: its first row must be the names of its columns")


def _say_which(catalogue: Catalogue) -> str:
    return f"say which with --column: {_list(catalogue)}"


def _list(catalogue: Catalogue) -> str:
    shown = ", ".join(repr(name if len(name) <= 60 else f"{name[:60]}…") for name in catalogue.names[:40])
    return shown if len(catalogue.names) <= 40 else f"{shown} and {len(catalogue.names) - 40} more"
