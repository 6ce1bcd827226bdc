"""Two simple ways to recognise the ingredients of a label, for comparison: both look names up in CosIng, exactly."""

import re
import unicodedata
from collections.abc import Callable

from bench.real_labels import cosing

_SEPARATOR = re.compile(r"(?<!\d),|,(?!\d)|[;|\n•●·]")  # a comma between two digits is part of a name


def naive(text: str) -> list[bool]:
    """Cut at every comma, lower case, blanks off: which of the tokens are names."""
    names = cosing()
    return [token in names for said in text.split(",") if (token := said.lower().strip())]


def simple(text: str) -> list[bool]:
    """The simple normalisation of the measured labels: NFKC, lower case, all separators, single spaces, marks off."""
    names = cosing()
    folded = unicodedata.normalize("NFKC", text).lower()
    tokens = (" ".join(said.split()).strip(" .*\"'") for said in _SEPARATOR.split(folded))
    return [token in names for token in tokens if token]


REFERENCES: dict[str, Callable[[str], list[bool]]] = {
    "naive: commas, exact CosIng": naive,
    "simple normalisation, exact CosIng": simple,
}
