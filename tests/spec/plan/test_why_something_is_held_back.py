"""Why something is held back

What could be used again is held back to the end of the plan by something that was told, by a likely cause, or while a
call today or an emergency stands. The plan says which.
"""

from needlecare.core.assess import assess
from tests.spec.building import TODAY, a_case


def reasons(case, knowledge, item="retinoids"):
    return assess(case, knowledge, TODAY).plan.items[item].held_because


def test_a_likely_cause(knowledge):
    """A likely cause is named."""
    because = reasons(a_case(6, signs={"itch": "severe", "redness": "moderate"}), knowledge)

    assert "it may be a product that irritates the skin" in because


def test_something_told(knowledge):
    """What was told is said back."""
    assert reasons(a_case(20, patient={"pregnant": "yes"}), knowledge) == (knowledge.facts["pregnant"].yes,)


def test_urgency(knowledge):
    """While the answer is to call today, what needs closed channels waits, and the answer is the reason."""
    because = reasons(a_case(9, signs={"pus": "mild"}), knowledge)

    assert "the answer is “Call your clinic today”" in because


def test_nothing_is_held_back(knowledge):
    """Where nothing holds it back there is no reason."""
    assert reasons(a_case(3), knowledge) == ()
