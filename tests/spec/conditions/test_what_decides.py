"""What decides, what supports, and the ways to be met

A condition can be asked three more things: which unknown facts could still decide it, which known facts made it true,
and by which sets of comparisons it could be met. Questions, reasons and the safety net are made from these.
"""

from needlecare.core.condition import deciding, support, ways
from needlecare.knowledge.condition import All, AnyOf, AtLeast, Not, NumberIn, SignIs, Yes

FEVER, PREGNANT, STERILE = Yes(yes="fever"), Yes(yes="pregnant"), Yes(yes="sterile_single_use")
PAIN, ITCH, LATE = SignIs(sign="pain"), SignIs(sign="itch"), NumberIn(number="day", from_=4)
MODERATE_PAIN = SignIs(sign="pain", at_least="moderate")


def test_an_unknown_fact_could_decide():
    """An unknown fact that the rest leaves open could decide."""
    assert deciding(All(all=(PAIN, LATE)), {"day": 5}) == ["sign.pain"]


def test_nothing_decides_what_is_decided():
    """Once a condition is true or false, no unknown fact is worth asking for."""
    assert deciding(All(all=(PAIN, LATE)), {"day": 3}) == []
    assert deciding(AnyOf(any=(PAIN, FEVER)), {"fever": True}) == []


def test_parts_that_are_decided_are_left_out():
    """A part that is already false takes its other facts out of the question."""
    condition = AnyOf(any=(All(all=(PAIN, LATE)), All(all=(ITCH, FEVER))))

    assert deciding(condition, {"day": 1}) == ["sign.itch", "fever"]


def test_each_fact_is_named_once():
    """A fact that is asked for twice is named once."""
    assert deciding(AnyOf(any=(PAIN, All(all=(MODERATE_PAIN, LATE)))), {"day": 9}) == ["sign.pain"]


def test_what_decides_inside_not_and_at_least():
    """What is unknown inside `not` and `at least` could decide too."""
    assert deciding(Not(not_=STERILE), {}) == ["sterile_single_use"]
    assert deciding(AtLeast(at_least=2, of=(FEVER, PAIN, ITCH)), {"fever": True, "sign.pain": 0}) == ["sign.itch"]


def test_what_made_it_true():
    """The comparisons that made a condition true support it; those that are false or unknown do not."""
    condition = All(all=(AnyOf(any=(PAIN, ITCH, FEVER)), LATE))

    assert list(support(condition, {"sign.pain": 1, "sign.itch": 0, "day": 5})) == [(PAIN, True), (LATE, True)]


def test_what_made_a_not_true():
    """A `not` is supported by what made its inside false."""
    assert list(support(Not(not_=STERILE), {"sterile_single_use": False})) == [(STERILE, False)]


def test_what_made_a_not_of_several_true():
    """Where several things inside a `not` are joined, only those that were false support it."""
    condition = Not(not_=All(all=(FEVER, PREGNANT)))

    assert list(support(condition, {"fever": True, "pregnant": False})) == [(PREGNANT, False)]


def test_all_has_one_way():
    """`all` is met in one way: by all its parts."""
    assert ways(All(all=(PAIN, LATE))) == [(PAIN, LATE)]


def test_any_has_a_way_for_each_part():
    """`any` is met by each of its parts alone."""
    assert ways(AnyOf(any=(PAIN, FEVER))) == [(PAIN,), (FEVER,)]


def test_ways_multiply():
    """Ways inside one another multiply out."""
    assert ways(All(all=(AnyOf(any=(PAIN, ITCH)), LATE))) == [(PAIN, LATE), (ITCH, LATE)]


def test_at_least_has_a_way_for_each_group():
    """`at least 2 of 3` is met by each pair."""
    assert ways(AtLeast(at_least=2, of=(FEVER, PAIN, ITCH))) == [(FEVER, PAIN), (FEVER, ITCH), (PAIN, ITCH)]


def test_the_stronger_of_two_comparisons_is_kept():
    """Where one way asks for the same sign twice, only the stronger comparison is kept."""
    assert ways(All(all=(PAIN, LATE, MODERATE_PAIN))) == [(MODERATE_PAIN, LATE)]
    assert ways(All(all=(MODERATE_PAIN, PAIN))) == [(MODERATE_PAIN,)]


def test_a_not_stays_whole():
    """A `not` is one way."""
    assert ways(Not(not_=STERILE)) == [(Not(not_=STERILE),)]
