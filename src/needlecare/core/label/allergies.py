"""A person's own allergens, found under every name that a label may give them."""

from typing import NamedTuple

from needlecare.core.label.found import Found
from needlecare.core.label.naming import Namer
from needlecare.knowledge.ingredients.folding import key
from needlecare.knowledge.ingredients.folding import words as words_of
from needlecare.knowledge.ingredients.model import Ingredients

_LONGEST_PLANT = 5  # words of its name

_CLASS_WORDS = {
    "fragrance": ("fragrance", "fragrance_allergen", "essential_oil")
}  # an allergy to perfume is one to all of these


class Allergies(NamedTuple):
    """What to look for: INCI names, plants (Latin) and concern classes, each with the person's word for it, and words
    not known."""

    names: dict[str, str]
    plants: dict[str, str]
    classes: dict[str, str]
    unknown: tuple[str, ...]

    def word_for(self, found: Found, table: Ingredients) -> str | None:
        """The person's word for this ingredient; None where nothing says that it is an allergen of theirs."""
        if found.inci in self.names:
            return self.names[found.inci]
        plant = plant_of(found.inci, table) if self.plants and found.inci else None
        if plant in self.plants:
            return self.plants[plant]
        return next((self.classes[m.concern] for m in found.concerns if m.concern in self.classes), None)


def plant_of(name: str, table: Ingredients) -> str | None:
    """The first plant in a name, in any of its forms and under any of its names: in "Hydrolyzed Wheat Protein" too."""
    said = words_of(name)
    for first in range(len(said)):
        for last in range(min(first + _LONGEST_PLANT, len(said)), first, -1):
            plant = table.plants.get(" ".join(said[first:last]))
            if plant is not None:
                return plant.latin
    return None


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
    plants: dict[str, str] = {}
    classes: dict[str, str] = {}
    unknown: list[str] = []
    concerns = namer.table.concerns
    by_name = {key(concern.name): concern.id for concern in concerns.values()} | {key(name): name for name in concerns}
    for word in words:
        read = namer.token(word)
        found = [one for one in read if one.inci is not None and one.how != "spelling"]
        named = (
            plant_of(name, namer.table) for name in (word, word.removesuffix("s"), *(str(one.inci) for one in found))
        )
        made_of = [plant for plant in named if plant is not None]
        plants |= dict.fromkeys(made_of, word)
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
        if not as_class and not group and not made_of and (not found or len(found) < len(read)):
            unknown.append(word)  # or some of it is not known
    return Allergies(names, plants, classes, tuple(unknown))
