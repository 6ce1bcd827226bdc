"""Misspelt names in plain signs, with one bracket amid them at most: repaired at once, where no other way of reading
them could come to anything.

Most tokens of a long catalogue that were never seen before are such names.
"""

import re
from typing import TYPE_CHECKING

from needlecare.core.label.found import Found
from needlecare.core.label.printed import JOINS, described, without_codes
from needlecare.core.label.respelling import LONGEST, as_a_whole, photographed
from needlecare.knowledge.ingredients.folding import key

if TYPE_CHECKING:
    from needlecare.core.label.naming import Namer

_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9-]| (?! )|(?<=[A-Za-z]) ?\([A-Za-z ]+\) ?(?=[A-Za-z]))*(?<=[A-Za-z0-9])")
_WORDS = re.compile(r"[a-z]+")
_BRACKET = re.compile(r"\([^)]*\)")
_DIGIT = re.compile(r"\d")


class AtOnce:
    """Repairs such names with one namer."""

    def __init__(self, namer: "Namer") -> None:
        self._namer = namer
        systems = namer.names.systems
        self._joins = JOINS | {"percent"}
        self._of_a_system = systems.families.metals | systems.plant_words | {"the", "ferment"}

    def repaired(self, text: str) -> Found | None:
        """The one name that a text is meant to be; None where it has other signs, is known as it stands, or may be read
        in another way."""
        if not _PLAIN.fullmatch(text) or len(text) > LONGEST or text.count("(") > 1:
            return None
        words = _WORDS.findall(text.lower())
        namer = self._namer
        if not self._joins.isdisjoint(words) or namer.names.owner(key(text)) is not None:
            return None
        bare = text
        if "(" in text:
            bare = " ".join(_BRACKET.sub(" ", text).split())
            if namer.names.owner(key(bare)) is not None or described(namer, text, 0, len(text)):
                return None
        if namer.names_nothing(text) or described(namer, bare, 0, len(bare)):
            return None
        if self._is_systematic(bare, words) or (_DIGIT.search(bare) and self._has_codes(bare)):
            return None
        found = as_a_whole(namer, bare, 0, len(text))
        return found if found is not None and found.inci is not None else None

    def _is_systematic(self, bare: str, words: list[str]) -> bool:
        may_be = not bare.replace(" ", "").isalpha() or not self._of_a_system.isdisjoint(words)
        return may_be and self._namer.names.systems.find(bare) is not None

    def _has_codes(self, bare: str) -> bool:
        return photographed(bare) != bare or bool(without_codes(self._namer, bare, 0, len(bare)))
