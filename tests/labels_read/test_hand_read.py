"""The label reader against labels read by hand: canonical names, and each concern class. See README.md here."""

from functools import lru_cache
from typing import get_args

import pytest

from needlecare.core.label.screening import Screener
from needlecare.core.label.use import Use
from needlecare.knowledge.ingredients.load import load_ingredients
from needlecare.knowledge.ingredients.schema import ConcernId
from tests.labels_read.measuring import DAMAGED, ClassScore, class_scores, hand_read, names_read, places, text_of
from tests.support.data import needs, real_labels

pytestmark = needs("labels.jsonl")
MANY = 50  # occurrences from which on a share says more than a count
FEW = 1  # wrong at most, where a class occurs more rarely
NOT_IN_THE_SAMPLE = {
    "benzoyl_peroxide",
    "injected_risk",
}  # the one did not occur; the other is about the session itself
CLASSES = [name for name in get_args(ConcernId) if name not in NOT_IN_THE_SAMPLE]


@lru_cache(maxsize=1)
def scores() -> dict[str, ClassScore]:
    return class_scores(label for label in hand_read() if label not in DAMAGED)


def test_three_hundred_names_and_a_hundred_labels_were_read():
    assert len(names_read()) == 300
    assert len(hand_read()) == 100
    assert set(DAMAGED) < set(hand_read())


def test_only_held_out_labels_were_read():
    assert all(int(label, 16) % 5 == 0 for label in (*hand_read(), *(row.label for row in names_read())))


@pytest.mark.parametrize(("kinds", "least"), [(("exact", "synonym"), 0.99), (("spelling",), 0.97)])
def test_names_are_the_canonical_ones(kinds, least):
    rows = [row for row in names_read() if row.kind in kinds]
    wrong = [(row.label, row.token, row.inci, row.found) for row in rows if not row.right]

    assert 1 - len(wrong) / len(rows) >= least, wrong


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_is_found_where_it_is_and_only_there(name):
    score = scores()[name]
    found = f"missed {score.missed}, false {score.false}"

    if score.marked >= MANY:
        assert score.recall >= 0.99, found
        assert score.precision >= 0.98, found
    else:
        assert len(score.missed) <= FEW, found
        assert len(score.false) <= FEW, found


def test_the_damaged_labels_are_measured_apart_and_never_fine():
    damaged = class_scores(DAMAGED)
    marked, missed = (sum(each) for each in zip(*((s.marked, len(s.missed)) for s in damaged.values()), strict=True))
    screener = Screener(load_ingredients(), Use(day=2, depth_mm=1.0))

    assert marked - missed >= 2 / 3 * marked
    assert [label for label in DAMAGED if screener.row(text_of(label)).verdict == "fine"] == []


def test_held_out_lists_are_recognised():
    """At least 96 % of all ingredients of lists that nobody developed against, and 55 % of these lists wholly."""
    screener = Screener(load_ingredients(), Use(day=2))
    rows = [screener.row(text) for label, text in real_labels().items() if int(label, 16) % 5 == 0]
    tokens, recognised = (sum(each) for each in zip(*((row.tokens, row.recognised) for row in rows), strict=True))

    assert recognised / tokens >= 0.96
    assert sum(0 < row.tokens == row.recognised for row in rows) / len(rows) >= 0.55


def test_a_token_is_found_as_a_whole_ingredient():
    """Not as the first of the same letters in a longer name, in a bracket or in an advertisement ahead of the list."""
    text = "-Retinol: smooths. Hydroxypinacolone Retinol, Water (Retinol), Retinol 1%, Aqua"

    assert places(text, "Retinol") == [(text.index("Retinol 1%"), text.index(" 1%"))]


def test_where_it_is_no_whole_ingredient_its_first_place_counts():
    assert places("Propylparaben Fragrance,Aqua", "Fragrance") == [(14, 23)]


def test_a_token_that_is_not_there_is_a_slip_of_the_sample():
    with pytest.raises(ValueError, match="does not stand in its label"):
        places("Cetearyl Alcohol", "Alcoho")
