"""What stands around a name never takes it off the list, and nothing that is pasted takes longer than its length."""

from collections.abc import Callable
from dataclasses import replace
from time import process_time

import pytest

from needlecare.core.label.check import check_label
from needlecare.core.label.use import Clinic
from tests.support.labels import A_PERSON, a_list, a_use, checked, screened
from tests.support.labels import SHIPPED_INGREDIENTS as TABLE

REST = ("Aqua", "Glycerin", "Squalane", "Panthenol")
LONG = 30_000  # characters
SECONDS = 5  # each takes a tenth of a second; where time grows with the square of the length, minutes


@pytest.mark.parametrize(
    "text",
    [
        "Aqua, Glycerin, Squalane, Phenoxyethanool, Alcohol Denat.",  # a misspelt preservative lets nothing off
        "Retinol, Squalane, Glycerin. Active: Zinc Oxide 5%, Titanium Dioxide 5%",  # a heading behind the list
        "Aqua, Retinol, Squalane, Parfum. Made with natural ingredients: Glycerin, Panthenol, Tocopherol",
        "Aqua, Glycerin, No Fragrance, Retinol, Squalane",  # amid names "no" is about one of them
        "Aqua, Glycerin, Panthenol, made in France, Retinol, Squalane",
        "Aqua, Glycerin, Squalane. *from organic farming. Nice Serum: Aqua, Retinol, Squalane, Panthenol",
        "Aqua, Glycerin, Panthenol (Retinool), Squalane",
        "Aqua, Glycerin, Panthenol 5% Retinool, Squalane",
        "Aqua, Glycerin, Panthenol/Retinool, Squalane",
        "Aqua, Glycerin, 123456 Retinol, Squalane",  # behind a batch code
        "Xyzzy Nonium Brefanol Zyt Quark Retinoate, Aqua, Glycerin, Panthenol, Squalane",  # long, and no marketing
    ],
)
def test_a_name_that_decides_is_not_lost(text: str) -> None:
    assert checked(text, table=TABLE).verdict != "fine"


@pytest.mark.parametrize(
    ("told", "printed"),
    [
        ("peanut", "Arachis Hypogaea Oil"),
        ("almond", "Prunus Amygdalus Dulcis (Sweet Almond) Oil"),
        ("lavender oil", "Lavandula Angustifolia Flower Oil"),
        ("coconut", "Cocos Nucifera Oil"),
        ("wheat", "Hydrolyzed Wheat Protein"),
        ("Arachis Hypogaea Oil", "Arachis Hypogaea Flour"),
    ],
)
def test_an_allergy_to_a_plant_is_one_to_all_that_is_made_of_it(told: str, printed: str) -> None:
    use = a_use(40, person=replace(A_PERSON, allergies=(told,)))
    assert checked(a_list(*REST, printed), use, TABLE).verdict == "avoid"
    assert screened(a_list(*REST, printed), use, TABLE).verdict == "avoid"


@pytest.mark.parametrize("told", ["nickel", "nickel, linalool", "linalool and nickel"])
def test_an_allergy_that_is_not_wholly_known_leaves_the_verdict_open(told: str) -> None:
    use = a_use(40, person=replace(A_PERSON, allergies=(told,)))
    assert checked(a_list(*REST), use, TABLE).verdict == "unknown"


def test_a_product_that_a_clinic_allows_by_name_does_not_allow_what_its_name_names() -> None:
    clinic = Clinic(allowed=("Vitamin C & Ferulic Acid",))
    assert checked(a_list("Ascorbic Acid", *REST), a_use(clinic=clinic), TABLE).verdict == "wait"


HOSTILE: dict[str, Callable[[int], str]] = {
    "commas": lambda n: "," * n,
    "brackets that open": lambda n: "(" * n,
    "brackets that close": lambda n: ")" * n,
    "brackets in brackets": lambda n: "(" * (n // 2) + "Retinol" + ")" * (n // 2),
    "lists in brackets in lists": lambda n: "(" * 400 + "Aqua" + ",)" * 400,
    "brackets that cross": lambda n: "(" * (n // 2) + "]" * (n // 2),
    "many brackets": lambda n: "Aqua " + "(a) " * (n // 4),
    "spaces": lambda n: "Aqua" + " " * n + "Glycerin",
    "no-break spaces": lambda n: "Aqua" + "\u00a0" * n + "Glycerin",
    "lines": lambda n: "Aqua, Glycerin, Squalane, Panthenol." + "\n" * n + " Aqua",
    "numbers": lambda n: "1," * (n // 2),
    "numbers apart": lambda n: "1 , " * (n // 4),
    "strengths": lambda n: "5% " * (n // 3),
    "names with strengths": lambda n: "Aqua 5% " * (n // 8),
    "slashes": lambda n: "Aqua/" * (n // 5),
    "prose ahead": lambda n: "Lorem. Ipsum dolor " * (n // 19) + ", Aqua, Glycerin, Squalane, Panthenol",
    "kits": lambda n: "Nice Cream: Aqua, Glycerin, Squalane, Panthenol, Retinol. " * (n // 58),
    "headings": lambda n: "Ingredients: Aqua, Glycerin, Squalane " * (n // 38),
    "may contain": lambda n: "((((+/-" * (n // 7),
    "descriptors": lambda n: "organic " * (n // 8) + "Aqua",
    "unknown names": lambda n: ", ".join(f"quax{at}zyt vorb{at}" for at in range(n // 18)),
    "tags": lambda n: "<a" * (n // 2),
    "one word": lambda n: "a" * n,
    "marks on a letter": lambda n: "a" + "\u0301" * n,
    "ligatures": lambda n: "\ufdfa" * n,
    "other scripts": lambda n: "水、" * (n // 2),
    "right to left": lambda n: "\u202eמים, " * (n // 6),
    "pictures": lambda n: "😀, " * (n // 3),
    "nothing printable": lambda n: "\0\ud800, " * (n // 4),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_pasted_is_answered_in_time(text: Callable[[int], str]) -> None:
    pasted, before = text(LONG), process_time()
    found = check_label(pasted, a_use(), TABLE)
    assert found.verdict
    assert process_time() - before < SECONDS
