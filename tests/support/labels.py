"""Labels with named defaults: a small table of ingredients written by hand, lists, uses, people and clinics."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from needlecare.core.label.answer import VERDICTS, LabelAnswer
from needlecare.core.label.check import check_label
from needlecare.core.label.screening import Row, Screener
from needlecare.core.label.use import Clinic, Person, Use
from needlecare.knowledge.ingredients.folding import key, words
from needlecare.knowledge.ingredients.load import load_ingredients
from needlecare.knowledge.ingredients.model import (
    DEEPEST_MM,
    Cited,
    Concern,
    Days,
    Ingredient,
    Ingredients,
    Kind,
    Mention,
    People,
    Plant,
)  # fmt: skip

SHIPPED_INGREDIENTS = load_ingredients()

A_PERSON = Person(acne_prone=False, dark_skin=False, cold_sores=False, sensitive_skin=False, pregnant=False)
A_CLINIC = Clinic()


def a_use(day: int = 2, **given: Any) -> Use:
    """A cream put on two days after shallow needling, by a person of whom nothing matters."""
    return Use(**{"day": day, "depth_mm": 0.5, "person": A_PERSON, "clinic": A_CLINIC, **given})


def checked(
    text: str, use: Use | None = None, table: Ingredients | None = None, name: str | None = None
) -> LabelAnswer:
    """The whole answer for a label."""
    return check_label(text, use or a_use(), table or SMALL, name=name)


def screened(text: str, use: Use | None = None, table: Ingredients | None = None) -> Row:
    """The row of a catalogue for a label."""
    return Screener(table or SMALL, use or a_use()).row(text)


def rank(verdict: str) -> int:
    """How bad a verdict is, from 0 (fine)."""
    return [str(known) for known in VERDICTS].index(verdict)


# -- a table -----------------------------------------------------------------------------------------------------


def an_ingredient(inci: str, *concerns: str) -> Ingredient:
    """A row: `an_ingredient("Citric Acid", "exfoliating_acid:buffer")`."""
    mentions = tuple(Mention(*said.partition(":")[::2]) for said in concerns)
    return Ingredient(inci, "something", mentions, "opinion" if mentions else "", ("BOOK",))


def some_days(
    early: int,
    late: int,
    *,
    rinse_off: tuple[int, int] | None = None,
    from_mm: float = 0,
    below_mm: float | None = None,
) -> Days:
    """A band of depths, all of them unless said otherwise; rinsed off, half as long."""
    short = rinse_off or (early // 2, late // 2)
    return Days(from_mm, below_mm or DEEPEST_MM * 10, (early, late), short)


def a_concern(name: str, *days: Days, trace: str = "counts", kinds: tuple[Kind, ...] = (), **given: Any) -> Concern:
    """A class that ends on day 3 to 7 whatever the depth; `kinds` by their names."""
    parts = {"id": name, "name": name.replace("_", " "), "trace": trace, "days": days or (some_days(3, 7),)}
    return _PLAIN_CONCERN._replace(**parts, kinds={kind.name: kind for kind in kinds}, **given)


_PLAIN_CONCERN = next(iter(SHIPPED_INGREDIENTS.concerns.values()))._replace(
    belongs="these", excludes="those", why="because", instead="something mild", care=None, people=(), includes=(),
    disagreement=None, grade="opinion", sources=("BOOK",),
)  # fmt: skip


def a_table(
    rows: tuple[Ingredient, ...], concerns: tuple[Concern, ...], synonyms: dict[str, str] | None = None
) -> Ingredients:
    """A table of these rows and classes, with a few words to steer by."""
    exact = {key(row.inci): at for at, row in enumerate(rows)}
    return replace(
        SHIPPED_INGREDIENTS, rows=rows, exact=exact, concerns={concern.id: concern for concern in concerns},
        synonyms={key(other): exact[key(inci)] for other, inci in (synonyms or {}).items()},
        words=WORDS, families=FAMILIES, plants={" ".join(words(plant.latin)): plant for plant in PLANTS},
        sources={"BOOK": Cited("A book", "https://example.org")},
        vocabulary=tuple(sorted({word for row in rows for word in words(row.inci)})),
    )  # fmt: skip


PLANTS = (Plant("Lavandula Angustifolia", ("all",)), Plant("Rosa Canina", ()), Plant("Prunus Armeniaca", ()))
WORDS = SHIPPED_INGREDIENTS.words._replace(
    headings=("ingredients", "inhaltsstoffe"), active=("active ingredients", "active ingredient"),
    inactive=("inactive ingredients", "inactive ingredient"), may_contain=("may contain", "peut contenir"),
    kit_step=("step",),
    notice=("please be aware that ingredient lists may change",), free_from=("free from", "formulated without"),
    not_a_list=("visit the", "no info"), organic_words=("organic",), descriptors=("purified", "organic"),
    joins=("and",),
    one_percent=("phenoxyethanol", "sodium benzoate"),
)  # fmt: skip
FAMILIES = SHIPPED_INGREDIENTS.families._replace(
    parts=frozenset(("seed", "leaf", "flower", "fruit", "kernel", "shell")),
    forms=frozenset(("oil", "extract", "water", "powder")),
    volatile_forms=frozenset(("oil", "water")), abrasive_parts=frozenset(("shell", "kernel")),
    abrasive_forms=frozenset(("powder",)), harmless_heads=("copolymer", "crosspolymer"),
    look_alikes=(("retinol", "retinal"), ("linalool", "linalol")),
)  # fmt: skip
ROWS = (
    *map(an_ingredient, (
        "Aqua", "Glycerin", "Butylene Glycol", "1,2-Hexanediol", "Phenoxyethanol", "Sodium Benzoate",
        "Cetearyl Alcohol", "Squalane", "Squalene", "Panthenol", "Niacinamide", "Sodium Hyaluronate", "Xanthan Gum",
        "Titanium Dioxide",
        "Acrylates/C10-30 Alkyl Acrylate Crosspolymer", "PEG-12 Dimethicone", "Tocopherol", "Rosa Canina Fruit Oil",
    )),
    an_ingredient("Alcohol Denat.", "drying_alcohol"),
    an_ingredient("Parfum", "fragrance"),
    an_ingredient("Linalool", "fragrance_allergen"),
    an_ingredient("Limonene", "fragrance_allergen"),
    an_ingredient("Lavandula Angustifolia Oil", "essential_oil", "fragrance_allergen"),
    an_ingredient("Menthol", "sensory_irritant"),
    an_ingredient("Salicylic Acid", "exfoliating_acid:bha"),
    an_ingredient("Lactic Acid", "exfoliating_acid:aha"),
    an_ingredient("Citric Acid", "exfoliating_acid:buffer"),
    an_ingredient("Retinol", "retinoid"),
    an_ingredient("Retinal", "retinoid"),
    an_ingredient("Retinyl Palmitate", "retinoid:ester"),
    an_ingredient("Ascorbic Acid", "vitamin_c:acid"),
    an_ingredient("Ascorbyl Glucoside", "vitamin_c:derivative"),
    an_ingredient("Sodium Ascorbyl Phosphate", "vitamin_c:acid", "vitamin_c:derivative"),
    an_ingredient("Cocos Nucifera Oil", "heavy_occlusive", "comedogenic:4-4"),
    an_ingredient("Isopropyl Myristate", "comedogenic:3-5"),
    an_ingredient("Methylisothiazolinone", "sensitising_preservative"),
    an_ingredient("Hydroquinone", "lightening"),
    an_ingredient("Dimethicone", "injected_risk"),
    an_ingredient("Iron Oxides", "injected_risk"),
)  # fmt: skip
SYNONYMS = {
    "Water": "Aqua",
    "Eau": "Aqua",
    "Fragrance": "Parfum",
    "Vitamin C": "Ascorbic Acid",
    "Coconut Oil": "Cocos Nucifera Oil",
}
CONCERNS = (
    a_concern("drying_alcohol", some_days(2, 5, below_mm=1), some_days(3, 7, from_mm=1), trace="drops"),
    a_concern("fragrance", people=(People("sensitive_skin", "late_day", "longer for you"),), trace="eases"),
    a_concern("fragrance_allergen", some_days(3, 5), trace="eases"),
    a_concern("essential_oil", some_days(5, 14)),
    a_concern("sensory_irritant", some_days(3, 5)),
    a_concern(
        "exfoliating_acid", some_days(5, 7, below_mm=1), some_days(7, 14, from_mm=1),
        kinds=(Kind("buffer", only_high=True), Kind("aha"), Kind("bha")),
    ),
    a_concern(
        "retinoid", some_days(5, 14), kinds=(Kind("ester", early_end=True),),
        people=(People("pregnant", "avoid", "not for you"),),
    ),
    a_concern("vitamin_c", some_days(2, 7), kinds=(Kind("acid"), Kind("derivative", early_end=True))),
    a_concern("heavy_occlusive", some_days(1, 3), trace="drops"),
    a_concern(
        "comedogenic", some_days(7, 28), trace="drops", least_grade=3,
        people=(People("acne_prone", "counts", "clogs your pores"),),
    ),
    a_concern("sensitising_preservative", some_days(7, 14)),
    a_concern("lightening", some_days(7, 28), people=(People("dark_skin", "late_day", "longer for you"),)),
    a_concern("injected_risk", some_days(1, 1), includes=("fragrance", "essential_oil", "vitamin_c")),
)  # fmt: skip
SMALL = a_table(ROWS, CONCERNS, SYNONYMS)


# -- lists -------------------------------------------------------------------------------------------------------


def a_list(*names: str) -> str:
    """Names as a label prints them."""
    return ", ".join(names)


@lru_cache(maxsize=4)
def names_of(table: Ingredients) -> tuple[str, ...]:
    """The INCI names of a table that stand alone between commas: those that hold none themselves."""
    return tuple(row.inci for row in table.rows if "," not in row.inci)


@lru_cache(maxsize=4)
def flagged_of(table: Ingredients) -> tuple[str, ...]:
    """Those that belong to any class."""
    return tuple(row.inci for row in table.rows if row.concerns and "," not in row.inci)


@lru_cache(maxsize=4)
def preservatives_of(table: Ingredients) -> tuple[str, ...]:
    """The usual preservatives: names behind the first of them stand for about 1 % or less."""
    usual = {key(name) for name in table.words.one_percent}
    return tuple(inci for inci in names_of(table) if key(inci) in usual)


@lru_cache(maxsize=4)
def placed_of(table: Ingredients) -> tuple[str, ...]:
    """Those of a kind whose place in the list may decide whether it counts."""
    concerns = table.concerns
    return tuple(
        row.inci
        for row in table.rows
        if "," not in row.inci and any(m.kind in concerns[m.concern].kinds for m in row.concerns)
    )
