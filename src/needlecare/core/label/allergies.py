"""A person's own allergens, found under every name that a label may give them."""

from typing import NamedTuple

from needlecare.core.label.naming import Namer
from needlecare.knowledge.ingredients.folding import key
from needlecare.knowledge.ingredients.folding import words as words_of

_CLASS_WORDS = {
    "fragrance": ("fragrance", "fragrance_allergen", "essential_oil")
}  # an allergy to perfume is one to all of these


class Allergies(NamedTuple):
    """What to look for: INCI names and concern classes, each with the person's word for it, and words not known."""

    names: dict[str, str]
    classes: dict[str, str]
    unknown: tuple[str, ...]


def _group(word: str, namer: Namer) -> list[str]:
    """The INCI names of a group that people name: "lanolin", "parabens". A group is a list of words of names, or of
    their endings ("*paraben"), in families.toml."""
    said = key(word).removesuffix("s")
    parts = next((parts for group, parts in namer.table.families.allergen_groups if key(group) == said), ())
    endings = tuple(part[1:] for part in parts if part.startswith("*"))
    whole = {part for part in parts if not part.startswith("*")}
    return [
        row.inci
        for row in (namer.table.rows if parts else ())
        if any(one in whole or (endings and one.endswith(endings)) for one in words_of(row.inci))
        or key(row.inci) in {key(part) for part in whole}
    ]


def allergies_of(words: tuple[str, ...], namer: Namer) -> Allergies:
    """The allergens that a person named, under the names of the table."""
    names: dict[str, str] = {}
    classes: dict[str, str] = {}
    unknown: list[str] = []
    concerns = namer.table.concerns
    by_name = {key(concern.name): concern.id for concern in concerns.values()} | {key(name): name for name in concerns}
    for word in words:
        found = [one for one in namer.token(word) if one.inci is not None and one.how != "spelling"]
        as_class = by_name.get(key(word)) or by_name.get(key(word).removesuffix("s"))
        for one in found:
            names[str(one.inci)] = word
            for mention in one.concerns:
                if mention.concern in _CLASS_WORDS:
                    classes |= dict.fromkeys(_CLASS_WORDS[mention.concern], word)
        if as_class:
            classes |= dict.fromkeys(_CLASS_WORDS.get(as_class, (as_class,)), word)
        group = _group(word, namer)
        names |= dict.fromkeys(group, word)
        if not found and not as_class and not group:
            unknown.append(word)
    return Allergies(names, classes, tuple(unknown))
