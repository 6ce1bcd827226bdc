"""A person's own allergens, found under every name that a label may give them."""

from typing import NamedTuple

from needlecare.core.label.naming import Namer
from needlecare.knowledge.ingredients.folding import key

_CLASS_WORDS = {
    "fragrance": ("fragrance", "fragrance_allergen", "essential_oil")
}  # an allergy to perfume is one to all of these


class Allergies(NamedTuple):
    """What to look for: INCI names and concern classes, each with the person's word for it, and words not known."""

    names: dict[str, str]
    classes: dict[str, str]
    unknown: tuple[str, ...]


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
        if not found and not as_class:
            unknown.append(word)
    return Allergies(names, classes, tuple(unknown))
