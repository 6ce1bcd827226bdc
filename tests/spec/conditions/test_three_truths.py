"""True, false and unknown

Conditions are joined in three-valued logic. What is known decides as soon as it can; otherwise the whole stays
unknown. So an answer that nobody gave can never make a warning go away.
"""

import pytest

from needlecare.core.condition import evaluate
from needlecare.knowledge.condition import All, AnyOf, AtLeast, Not, Yes

A, B, C = Yes(yes="a"), Yes(yes="b"), Yes(yes="c")
YES, NO, UNKNOWN = True, False, None


def given(a, b, c=UNKNOWN):
    return {key: value for key, value in {"a": a, "b": b, "c": c}.items() if value is not None}


BOTH = [
    (YES, YES, YES),
    (YES, NO, NO),
    (NO, NO, NO),
    (YES, UNKNOWN, UNKNOWN),
    (NO, UNKNOWN, NO),
    (UNKNOWN, UNKNOWN, UNKNOWN),
]
EITHER = [
    (YES, YES, YES),
    (YES, NO, YES),
    (NO, NO, NO),
    (YES, UNKNOWN, YES),
    (NO, UNKNOWN, UNKNOWN),
    (UNKNOWN, UNKNOWN, UNKNOWN),
]


@pytest.mark.parametrize(("a", "b", "truth"), BOTH)
def test_all(a, b, truth):
    """`all` is false as soon as one part is false, whatever is unknown, and true only where every part is."""
    assert evaluate(All(all=(A, B)), given(a, b)) is truth
    assert evaluate(All(all=(B, A)), given(a, b)) is truth


@pytest.mark.parametrize(("a", "b", "truth"), EITHER)
def test_any(a, b, truth):
    """`any` is true as soon as one part is true, whatever is unknown, and false only where every part is."""
    assert evaluate(AnyOf(any=(A, B)), given(a, b)) is truth
    assert evaluate(AnyOf(any=(B, A)), given(a, b)) is truth


@pytest.mark.parametrize(("a", "truth"), [(YES, NO), (NO, YES), (UNKNOWN, UNKNOWN)])
def test_not(a, truth):
    """`not` turns true and false round; unknown stays unknown."""
    assert evaluate(Not(not_=A), given(a, UNKNOWN)) is truth


@pytest.mark.parametrize(
    ("a", "b", "c", "truth"),
    [
        (YES, YES, NO, YES),
        (YES, YES, UNKNOWN, YES),
        (YES, NO, NO, NO),
        (NO, NO, UNKNOWN, NO),
        (YES, NO, UNKNOWN, UNKNOWN),
        (YES, UNKNOWN, UNKNOWN, UNKNOWN),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
    ],
)
def test_at_least_two_of_three(a, b, c, truth):
    """`at least 2 of` is decided as soon as two are true, or too few could still be."""
    assert evaluate(AtLeast(at_least=2, of=(A, B, C)), given(a, b, c)) is truth


def test_inside_one_another():
    """Joined conditions can be joined again."""
    condition = All(all=(A, AnyOf(any=(B, Not(not_=C)))))

    assert evaluate(condition, given(YES, NO, NO)) is YES
    assert evaluate(condition, given(YES, NO, YES)) is NO
    assert evaluate(condition, given(YES, UNKNOWN, YES)) is UNKNOWN
    assert evaluate(condition, given(NO, UNKNOWN, UNKNOWN)) is NO
