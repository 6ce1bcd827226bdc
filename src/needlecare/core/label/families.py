"""Names that follow a system, known without a row each: plants with part and form, peptides, numbers, salts."""

import re
from functools import cached_property, lru_cache
from typing import NamedTuple

from needlecare.knowledge.ingredients.folding import key, words
from needlecare.knowledge.ingredients.model import NEVER_HIDDEN, Ingredient, Ingredients, Mention, Plant


class Family(NamedTuple):
    """A systematic name: its INCI form, whether it was printed so, its row where it has one, the classes it belongs to.

    `hides`: the name leaves open what of it is in the product ("lavender" may be its oil). `unlisted`: a shape that any
    word fits, to be believed only where no known name is near.
    """

    inci: str
    as_printed: bool
    row: int | None
    concerns: tuple[Mention, ...] = ()
    hides: bool = False
    unlisted: bool = False


_FERMENT = re.compile(r"[a-z][a-z0-9 ./-]{3,120}? ferment(?: [a-z]+){0,4}")
_FERMENT_FORMS = frozenset(
    {"filtrate", "lysate", "extract", "oil", "water", "root", "fruit", "leaf", "product", "powder"}
)
_SD_ALCOHOL = re.compile(r"sd ?alcohol ?\d{1,2} ?-? ?[a-c]?")
_COLOUR = re.compile(r"c\.? ?[il]\.? ?(\d{5})(?: ?: ?(\d))?")
_HUES = "red|yellow|blue|green|violet|orange|black|brown"
_US_COLOUR = re.compile(
    rf"(?:(?:ext\.? ?)?(?:f ?d ?& ?c|d ?& ?c) )?({_HUES}) ?(?:no\.?|#)? ?(\d{{1,3}})"
    r"(?: (?:al|aluminum|barium|calcium|zirconium|strontium)? ?lake)?"
)
_POLYMER = re.compile(r"[a-z0-9, /-]+ (?:co|cross|homo)?polymer(?: ?-?\d+)?")
_ISOMER = re.compile(r"^(?:l|d|dl|d,l)-(?=[a-z]{4})")
_LONGEST_ISOMER = 4  # characters, with its dash
_NUMBER = re.compile(r"\d+")
_MOST_KEPT = 4_096  # names; the same is asked for several times while one token is read


class Systems:
    """The systems of names that a table of ingredients implies."""

    def __init__(self, table: Ingredients) -> None:
        self.table = table
        self.families = table.families
        self._numbered = _numbered(table)
        self._with_number = re.compile(rf"(?:^|[ /])(?:{'|'.join(table.families.numbered)})(?:[-/ ]|#|$)")
        acyls, counts, ends = map("|".join, (self.families.acyls, self.families.peptides, self.families.peptide_ends))
        self._peptide = re.compile(
            rf"(?:(?:sh|rh|sr|s|r)-)?(?:(?:{acyls}) ?)*(?:{counts})peptide-\d{{1,3}}(?: (?:{ends}))?"
        )
        self._rows = {row.inci.lower() for row in table.rows}
        self._monomers = {
            part
            for row in table.rows
            if row.inci.lower().endswith(("polymer", "polymers"))
            for part in row.inci.lower().replace("-", " ").rsplit(" ", 1)[0].split("/")
        }
        self._anions = _anions(table)
        self.find = lru_cache(maxsize=_MOST_KEPT)(self._find)

    @cached_property
    def plant_words(self) -> frozenset[str]:
        """The words that names of plants begin with: few other names do."""
        return frozenset(name.partition(" ")[0] for name in self.table.plants)

    def _find(self, text: str) -> Family | None:
        """The systematic name that a text is, in plain signs and without brackets; None where it is none."""
        low = " ".join(text.lower().split())
        if not _NUMBER.search(low):
            return self._plant(low) or self._shaped(text, low) or self._polymer(text, low) or self._salt(low)
        return (
            self._colour(low) or self._plant(low) or self._shaped(text, low) or self._alcohol(low)
            or self._numbers(text, low) or self._polymer(text, low) or self._salt(low)
        )  # fmt: skip

    def _colour(self, low: str) -> Family | None:
        found = _COLOUR.fullmatch(low)
        if not found:
            return self._us_colour(low)
        named = self._named(f"CI {found[1]}" + (f":{found[2]}" if found[2] else ""), as_printed=True)
        return named if named.row is not None else named._replace(concerns=(Mention("injected_risk"),))

    def _us_colour(self, low: str) -> Family | None:
        """A dye by its American or Japanese name and number: "FD&C Red No. 40 Aluminum Lake", "Yellow No.4"."""
        found = _US_COLOUR.fullmatch(low)
        row = self.table.synonyms.get(f"{found[1]}{found[2]}") if found else None
        return Family(self.table.rows[row].inci, False, row, self.table.rows[row].concerns) if row is not None else None

    def _alcohol(self, low: str) -> Family | None:
        if _SD_ALCOHOL.fullmatch(low):
            return Family(
                "Alcohol Denat.", False, self.table.synonyms.get("alcoholdenat"), (Mention("drying_alcohol"),)
            )
        return None

    def _shaped(self, text: str, low: str) -> Family | None:
        if "peptide-" in low and self._peptide.fullmatch(low):
            return self._named(_titled(text), as_printed=True)
        if (
            " ferment" in low
            and _FERMENT.fullmatch(low)
            and set(low.partition(" ferment")[2].split()) <= _FERMENT_FORMS
        ):
            found = self._named(_titled(text), as_printed=True)
            return found._replace(unlisted=found.row is None)
        return None

    def _numbers(self, text: str, low: str) -> Family | None:
        """A known name with other numbers in it: PEG-n, C12-15, Polyquaternium-n."""
        shape = _NUMBER.sub("#", low)
        if shape == low or shape not in self._numbered or not self._with_number.search(shape):
            return None
        found = self._named(_titled(text), as_printed=True)
        if found.row is not None:
            return found
        shared, differ = self._numbered[shape]
        return found._replace(concerns=shared, hides=differ)

    def _polymer(self, text: str, low: str) -> Family | None:
        if "/" not in low or not _POLYMER.fullmatch(low):
            return None
        parts = low.replace("-", " ").rsplit(" ", 1)[0].split("/")
        if all(part.strip() in self._monomers for part in parts):
            return self._named(_titled(text), as_printed=True)
        return None

    def _salt(self, low: str) -> Family | None:
        if "-" in low[:_LONGEST_ISOMER]:
            low = _ISOMER.sub("", low)
        if low in self._rows:
            return self._named(low, as_printed=False)
        cation, _, anion = low.partition(" ")
        if cation in self.families.metals and anion in self._anions:
            return self._named(_titled(low), as_printed=True)
        return None

    def _plant(self, low: str) -> Family | None:
        first = low.partition(" ")[0]
        if first.isalnum() and first != "the" and key(first) not in self.plant_words:
            return None
        said = words(low)
        if said[:1] == ("the",):
            said = said[1:]
        for count in range(min(5, len(said)), 0, -1):
            plant = self.table.plants.get(" ".join(said[:count]))
            if plant is not None:
                return self._of_plant(plant, said[:count], said[count:])
        return None

    def _of_plant(self, plant: Plant, name: tuple[str, ...], rest: tuple[str, ...]) -> Family | None:
        latin = name == words(plant.latin)
        rest = self._without_common_name(rest)
        if any(word not in self.families.parts and word not in self.families.forms for word in rest):
            return None
        found = self._named(" ".join([plant.latin, *(word.title() for word in rest)]), as_printed=latin)
        if found.row is not None:
            return found
        return found._replace(concerns=self._concerns_of(plant, rest), hides=not rest and bool(plant.volatile))

    def _without_common_name(self, rest: tuple[str, ...]) -> tuple[str, ...]:
        """What follows a Latin name, without a common name that is printed behind it without brackets."""
        for count in range(min(3, len(rest) - 1), 0, -1):
            if " ".join(rest[:count]) in self.table.plants:
                return rest[count:]
        return rest

    def _concerns_of(self, plant: Plant, rest: tuple[str, ...]) -> tuple[Mention, ...]:
        forms = self.families
        found = []
        parts = set(rest) & forms.parts
        volatile = "all" in plant.volatile or parts & set(plant.volatile) or (not parts and "plain" in plant.volatile)
        if rest and rest[-1] in forms.volatile_forms and volatile:
            found.append(Mention("essential_oil"))
        if rest and rest[-1] in forms.abrasive_forms and parts & forms.abrasive_parts:
            found.append(Mention("exfoliating_particle"))
        return tuple(found)

    def _named(self, inci: str, *, as_printed: bool) -> Family:
        folded = key(inci)
        row = self.table.exact.get(folded, self.table.synonyms.get(folded))
        if row is None:
            return Family(inci, as_printed, None)
        return Family(self.table.rows[row].inci, as_printed, row, self.table.rows[row].concerns)


def _numbered(table: Ingredients) -> dict[str, tuple[tuple[Mention, ...], bool]]:
    """The shapes of names with numbers in them, each with the classes that all its rows share, and whether some of them
    are in further classes that decide."""
    shapes: dict[str, list[Ingredient]] = {}
    for row in table.rows:
        shape = _NUMBER.sub("#", row.inci.lower())
        if "#" in shape:
            shapes.setdefault(shape, []).append(row)
    found = {}
    for shape, rows in shapes.items():
        shared = tuple(mention for mention in rows[0].concerns if all(mention in row.concerns for row in rows))
        others = {mention.concern for row in rows for mention in row.concerns if mention not in shared}
        found[shape] = (shared, bool(others - set(NEVER_HIDDEN)))
    return found


def _anions(table: Ingredients) -> frozenset[str]:
    """What follows the metals that begin names, unless a row of that ending is in a concern class."""
    seen: dict[str, bool] = {}
    for row in table.rows:
        cation, _, anion = row.inci.lower().partition(" ")
        if anion and (cation in table.families.metals or row.concerns):
            seen[anion] = seen.get(anion, True) and not row.concerns
    return frozenset(anion for anion, harmless in seen.items() if harmless)


@lru_cache(maxsize=4096)
def _titled(text: str) -> str:
    return " ".join(
        word if any(char.isupper() for char in word[1:]) and not word.isupper() else _title(word)
        for word in text.split()
    )


def _title(word: str) -> str:
    return "/".join(
        "-".join(piece[:1].upper() + piece[1:].lower() for piece in part.split("-")) for part in word.split("/")
    )
