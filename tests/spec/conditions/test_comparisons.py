"""What a rule may ask

A rule compares one fact with one thing: how strong a sign is, whether a number lies in a range, a yes or no, a
choice. Each comparison is true, false or, where the fact is unknown, unknown.
"""

import pytest

from needlecare.core.condition import evaluate
from needlecare.knowledge.condition import Among, NumberIn, SignIs, Unknown, Yes

CLEAR_REDNESS = SignIs(sign="erythema", at_least="moderate")
FIRST_WEEK_END = NumberIn(number="day", from_=4, below=8)
FEVER = Yes(yes="fever")
WORSENING = Among(fact="trend", among=("worsening",))
IN_A_PATTERN = Among(fact="distribution", among=("grid", "linear_tracks"))


@pytest.mark.parametrize(("rank", "truth"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_sign_at_least_that_strong(rank, truth):
    """A sign counts from the severity that is asked for."""
    assert evaluate(CLEAR_REDNESS, {"sign.erythema": rank}) is truth


def test_a_sign_without_a_severity():
    """A sign without a severity counts from mild."""
    assert evaluate(SignIs(sign="pain"), {"sign.pain": 0}) is False
    assert evaluate(SignIs(sign="pain"), {"sign.pain": 1}) is True


@pytest.mark.parametrize(("day", "truth"), [(3, False), (4, True), (7, True), (8, False)])
def test_a_range_includes_its_start_and_not_its_end(day, truth):
    """From day 4 and below day 8 means days 4 to 7."""
    assert evaluate(FIRST_WEEK_END, {"day": day}) is truth


def test_a_range_open_above():
    """A range without an upper end goes on."""
    assert evaluate(NumberIn(number="day", from_=4), {"day": 3650}) is True


def test_a_range_open_below():
    """A range without a lower end begins anywhere."""
    assert evaluate(NumberIn(number="day", below=4), {"day": 0}) is True


@pytest.mark.parametrize(("degrees", "truth"), [(37.9, False), (38.0, True), (38.1, True)])
def test_numbers_with_decimals(degrees, truth):
    """A range of decimals has the same ends as one of whole numbers."""
    assert evaluate(NumberIn(number="temperature_c", from_=38), {"temperature_c": degrees}) is truth


@pytest.mark.parametrize("truth", [True, False])
def test_yes_or_no(truth):
    """A yes/no fact is what was told."""
    assert evaluate(FEVER, {"fever": truth}) is truth


def test_one_of_several_choices():
    """A choice counts if it is among those that are asked for."""
    assert evaluate(WORSENING, {"trend": "worsening"}) is True
    assert evaluate(WORSENING, {"trend": "stable"}) is False


def test_any_of_several_places():
    """A fact that holds several values counts if any of them is asked for."""
    assert evaluate(IN_A_PATTERN, {"distribution": frozenset({"localised", "grid"})}) is True
    assert evaluate(IN_A_PATTERN, {"distribution": frozenset({"localised", "spreading"})}) is False


@pytest.mark.parametrize("condition", [CLEAR_REDNESS, FIRST_WEEK_END, FEVER, WORSENING, IN_A_PATTERN])
def test_an_unknown_fact(condition):
    """A comparison with an unknown fact is unknown, neither true nor false."""
    assert evaluate(condition, {}) is None


def test_a_day_that_is_not_known():
    """That the day is not known can itself be asked, and has always an answer."""
    assert evaluate(Unknown(unknown="day"), {}) is True
    assert evaluate(Unknown(unknown="day"), {"day": 0}) is False


def test_a_range_must_have_an_end():
    """A range with no end at all is refused."""
    with pytest.raises(ValueError, match="give `from`, `below` or both"):
        NumberIn(number="day")


@pytest.mark.parametrize(("from_", "below"), [(8, 4), (4, 4)])
def test_a_range_must_hold_something(from_, below):
    """A range that holds no number is refused."""
    with pytest.raises(ValueError, match="`from` must be less than `below`"):
        NumberIn(number="day", from_=from_, below=below)
