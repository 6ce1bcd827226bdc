"""How strong a sign is

People may say how strong a sign is, count spots, or give a number from 0 to 10. All of these are brought to the same
four steps: none, mild, moderate, severe. Where they differ, the stronger one counts.
"""

import pytest

from needlecare.core.severity import severities
from tests.spec.building import a_case

NONE, MILD, MODERATE, SEVERE = range(4)


def ranks(knowledge, **check_in):
    return severities(a_case(**check_in).check_ins[0], knowledge)[0]


@pytest.mark.parametrize(
    ("count", "rank"), [(0, NONE), (1, MILD), (5, MILD), (6, MODERATE), (20, MODERATE), (21, SEVERE), (500, SEVERE)]
)
def test_counts_of_spots(count, rank, knowledge):
    """Up to 5 spots are mild, 6 to 20 moderate, more are severe."""
    assert ranks(knowledge, counts={"papules": count}) == {"papules": rank}


@pytest.mark.parametrize(
    ("points", "rank"), [(0, NONE), (1, MILD), (3, MILD), (4, MODERATE), (6, MODERATE), (7, SEVERE), (10, SEVERE)]
)
def test_pain_out_of_ten(points, rank, knowledge):
    """Pain of 1 to 3 out of 10 is mild, of 4 to 6 moderate, of 7 and more severe."""
    assert ranks(knowledge, pain_0_10=points) == {"pain": rank}


@pytest.mark.parametrize(
    ("points", "rank"), [(0, NONE), (1, MILD), (2.5, MILD), (3, MODERATE), (6.5, MODERATE), (7, SEVERE), (10, SEVERE)]
)
def test_itch_out_of_ten(points, rank, knowledge):
    """Itch below 3 out of 10 is mild, from 3 moderate, from 7 severe."""
    assert ranks(knowledge, itch_0_10=points) == {"itch": rank}


def test_a_word_and_a_number_that_agree(knowledge):
    """A word and a number that lie a step apart are no contradiction; the stronger one counts."""
    check_in = a_case(signs={"pain": "mild"}, pain_0_10=4).check_ins[0]

    assert severities(check_in, knowledge) == ({"pain": MODERATE}, [])


def test_a_stronger_word_counts(knowledge):
    """A word that is stronger than the count is not lowered by it."""
    assert ranks(knowledge, signs={"pimples": "severe"}, counts={"pimples": 12}) == {"papules": SEVERE}


def test_what_was_not_told_has_no_strength(knowledge):
    """A sign that nobody spoke of has no severity at all."""
    assert ranks(knowledge) == {}
