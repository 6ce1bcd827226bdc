"""Rows settled by the column: whatever stands in a batch, each row has the verdict that its label alone has."""

import random

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from needlecare.catalogue import judging
from needlecare.catalogue.settling.settler import Settler
from needlecare.core.label.check import check_label
from needlecare.core.label.screening import Row, Screener
from needlecare.core.label.use import Clinic, Person, Use
from tests.support.data import needs, real_labels
from tests.support.label_strategies import uses

TABLE = judging.ingredients()
USES = (
    Use(0),
    Use(3),
    Use(5, 1.5, "rinse_off", person=Person(acne_prone=True)),
    Use(2, person=Person(allergies=("fragrance", "wheat")), clinic=Clinic(allowed=("Retinol",))),
    Use(2, person=Person(allergies=("a word that nobody knows",))),
)
ORDINARY = (
    "Glycerin", " Glycerin", "Cetearyl Alcohol", " Cetyl Alcohol", " Sodium Hyaluronate", " Panthenol", " Squalane",
    "Caprylic/Capric Triglyceride", " Tocopherol", " Xanthan Gum*", " Titanium Dioxide (CI 77891)", " Allantoin",
    " Butylene Glycol", " Alcohol Denat.", " 1,2-Hexanediol", "Dimethicone", " Betaine", " Niacinamide", " Citric Acid",
)  # fmt: skip
WEIGHTY = (
    " Retinol", " Parfum", " Phenoxyethanol", " Salicylic Acid 2%", " Aqua", "Water", " Xyzabcol Qwertate", " Menthol",
    " Linalool", " Phenoxyethnol", " Lavandula Angustifolia Oil", " Limonene", " Ascorbic Acid",
)  # fmt: skip
STEERING = (
    "Ingredients: Aqua", " May contain: Mica", " [+/- CI 77491", " CI 77492]", " Linalool. Night Cream: Water",
    "-Retinol: smooths skin. -Aloe: calms. Water", " Step 2: Magnesium Carbonate", " Active Ingredients: Zinc Oxide 5%",
    " Inactive Ingredients: Water", " Parfum (Linalool", " Limonene)", " Oil (Castor", "1", "2-Hexanediol", " 3%",
    " free from parabens", " *Organic. Made with care", " contains: Milk", " which visibly plumps the skin of the face",
    " Ingredients may change or vary from time to time. Please refer to the list on the package you receive", "", " ",
    " Fragrance [Ingredients] Water", " 2; 4-Diol", " Mica | Silica", " Glycerin  Panthenol", " 12", "<b>Aqua",
    "\nAqua", " Red 28 Lake)", " Butyrospermum Parkii (Shea Butter( polydecene", " Complex (Rose Water",
    " (* natural ingredients)", " Linalool (Fragrance Ingredient)", " and Shea Butter: To moisturise. Aqua",
)  # fmt: skip


def settled(texts: list[str], use: Use, settler: Settler | None = None) -> list[Row]:
    """The rows of a batch, each by all its columns."""
    with pytest.MonkeyPatch.context() as patch:
        if settler:
            patch.setattr(judging, "settler_for", lambda _: settler)
        batch = judging.judge(pa.array(texts, pa.string()), use).batch
    lists = (tuple(value) if isinstance(value, list) else value for row in batch.to_pylist() for value in row.values())
    values = list(lists)
    return [Row(*values[at : at + 6]) for at in range(0, len(values), batch.num_columns)]


@st.composite
def mixed_lists(draw: st.DrawFn) -> str:
    """A list of long runs of names with pieces between them that weigh, or steer the reading."""
    found: list[str] = []
    for _ in range(draw(st.integers(1, 5))):
        found += draw(st.lists(st.sampled_from(STEERING + WEIGHTY), max_size=3))
        found += draw(st.lists(st.sampled_from(ORDINARY + WEIGHTY), max_size=12))
    return ",".join(found)


@settings(max_examples=300)
@given(st.lists(mixed_lists(), min_size=1, max_size=6), st.sampled_from(USES))
def test_a_row_has_the_verdict_that_its_label_has_alone(texts: list[str], use: Use) -> None:
    screener = judging.screener_for(use)
    judged = settled(texts, use)
    for text, row in zip(texts, judged, strict=True):
        if text and not text.isspace():
            assert row == screener.in_full(text), text


@given(st.lists(mixed_lists(), min_size=1, max_size=4), uses(TABLE))
def test_what_was_settled_before_does_not_matter(texts: list[str], use: Use) -> None:
    settler = Settler(Screener(TABLE, use))
    together = settled(texts, use, settler)
    assert settled(texts, use, settler) == together
    assert [settled([text], use, Settler(Screener(TABLE, use)))[0] for text in texts] == together


@needs("labels.jsonl")
@pytest.mark.parametrize("use", USES, ids=str)
def test_real_labels_get_the_verdicts_of_single_checks(use: Use) -> None:
    texts = [text for name, text in real_labels().items() if int(name, 16) % 5 != 0]
    for text, row in zip(texts, settled(texts, use), strict=True):
        found = check_label(text, use, TABLE)
        assert row[:2] == (found.verdict, found.until_day)
        assert row[3:] == (found.deciding, found.read.tokens, found.read.recognised), text
        assert set(row.concerns) <= {name for name, concern in found.concerns.items() if concern.decides}


@needs("labels.jsonl")
def test_real_labels_that_were_cut_and_spliced_do_too() -> None:
    chance, use = random.Random(7), Use(3)
    real = [text.split(",") for name, text in real_labels().items() if int(name, 16) % 5 != 0]
    texts = []
    for _ in range(3000):
        one, other = chance.choice(real), chance.choice(real)
        pieces = [*one[: chance.randint(0, len(one))], *other[chance.randint(0, len(other)) :]]
        for _ in range(chance.randint(0, 3)):
            pieces.insert(chance.randint(0, len(pieces)), chance.choice(chance.choice(real)))
        texts.append(",".join(pieces) or "Aqua")
    screener = judging.screener_for(use)
    for text, row in zip(texts, settled(texts, use), strict=True):
        if not text.isspace():
            assert row == screener.in_full(text), text


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The numbers begin anew, and the verdicts stay what they were."""
    use, long = Use(3), ", ".join(["Glycerin"] * 20)
    texts = [f"Aqua, {name}, Retinol, Parfum, {long}" for name in ("Squalane", "Mica", "Panthenol", "Xylitol")]
    expected = settled(texts, use)
    monkeypatch.setattr("needlecare.catalogue.settling.settler.MOST_KEPT", 4)
    settler = Settler(Screener(TABLE, use))
    assert [settled([text], use, settler)[0] for text in texts] == expected
