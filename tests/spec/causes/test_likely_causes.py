"""What is likely causing it

Causes are weighed by what was found and what was not. Findings that nobody spoke of count for nothing. Where two
causes are too close to call, or the order rests on an estimate, the answer says so.
"""

import pytest

from needlecare.core.assess import assess
from needlecare.core.causes import findings_of, prior_of
from tests.spec.building import TODAY, a_case, a_fully_told_case


def causes_of(knowledge, case):
    return assess(case, knowledge, TODAY).causes


def chance(knowledge, cause, day=5, **case):
    found = causes_of(knowledge, a_case(day, **case))
    return next((view.probability for view in found if view.id == cause), 0.0)


def test_nothing_reported(knowledge):
    """Where nothing was reported, there is nothing to explain."""
    assert causes_of(knowledge, a_case(5)) == ()


def test_nothing_there(knowledge):
    """Where every sign is absent, there is nothing to explain."""
    assert causes_of(knowledge, a_fully_told_case(5, trend="stable")) == ()


@pytest.mark.parametrize("case", [a_case(5, trend="improving"), a_fully_told_case(5, trend="improving")])
def test_getting_better_needs_no_cause(case, knowledge):
    """That skin without any sign gets better is nothing to explain."""
    assert causes_of(knowledge, case) == ()


def test_a_common_picture(knowledge):
    """Mild redness on day 2 is most likely the skin's own healing."""
    assert causes_of(knowledge, a_case(2, signs={"redness": "mild"}))[0].id == "healing_inflammation"


def test_causes_are_ranked(knowledge):
    """Causes stand in the order of their probability, each between 0 and 1."""
    chances = [view.probability for view in causes_of(knowledge, a_case(5, signs={"pimples": "moderate"}))]

    assert chances == sorted(chances, reverse=True)
    assert all(0 <= value <= 1 for value in chances)


def test_a_grouped_blister_speaks_for_a_cold_sore(knowledge):
    """Blisters in a tight group, in somebody who has cold sores, are most likely herpes."""
    case = a_case(
        4, signs={"blisters": "moderate"}, distribution="clustered", patient={"history": {"cold_sores": "yes"}}
    )

    assert causes_of(knowledge, case)[0].id == "herpes"


def odds(view):
    return view.probability / (1 - view.probability)


def test_a_close_call_is_said(knowledge):
    """Where the odds of the second cause are more than half those of the first, the first one names it."""
    first, second, *rest = causes_of(knowledge, a_case(28, signs={"lumps": "mild"}))

    assert odds(first) < 2 * odds(second)
    assert first.close_to == second.id
    assert [view.close_to for view in (second, *rest)] == [None] * (1 + len(rest))


def test_a_clear_lead_is_no_close_call(knowledge):
    """Where the first cause leads clearly, nothing is close."""
    first, second, *_ = causes_of(knowledge, a_case(3, signs={"redness": "mild"}))

    assert odds(first) >= 2 * odds(second)
    assert first.close_to is None


def test_what_the_order_rests_on_is_said(knowledge):
    """The estimates that could put another cause on top are named in plain words, on the first cause only."""
    first, *rest = causes_of(knowledge, a_case(28, signs={"lumps": "mild"}))

    assert first.rests_on
    assert all(text.startswith(("how common ", "how often ")) for text in first.rests_on)
    assert not any(view.rests_on for view in rest)


def test_an_order_that_rests_on_nothing(knowledge):
    """Where no single estimate could put another cause on top, none is named."""
    case = a_case(
        4, signs={"blisters": "moderate"}, distribution="clustered", patient={"history": {"cold_sores": "yes"}}
    )

    assert causes_of(knowledge, case)[0].rests_on == ()


def test_a_finding_speaks_for_or_against(knowledge):
    """A finding that is there speaks for a cause (above 0); one that is missing speaks against it (below 0)."""
    [healing] = [
        view
        for view in causes_of(knowledge, a_case(2, signs={"redness": "mild", "dry skin": "none"}))
        if view.id == "healing_inflammation"
    ]
    weights = {item.finding: (item.present, item.weight > 0) for item in healing.contributions}

    assert weights["redness"] == (True, True)
    assert all(positive is present for present, positive in weights.values())


def test_a_contribution_has_its_source(knowledge):
    """Every contribution gives its sources or the grade of an estimate."""
    for view in causes_of(knowledge, a_case(5, signs={"pimples": "moderate", "itching": "moderate"})):
        assert all(item.sources or item.grade == "estimate" for item in view.contributions)


def test_unknown_findings_drop_out(knowledge):
    """A finding that nobody spoke of is neither there nor missing."""
    present, absent = findings_of({"sign.papules": 1, "sign.itch": 0}, knowledge)

    assert "small_pimples" in present
    assert "strong_or_lasting_itch" in absent
    assert "stinging" not in present + absent


def test_what_nobody_spoke_of_leaves_no_trace(knowledge):
    """An unknown finding has no contribution to any cause."""
    views = causes_of(knowledge, a_case(5, signs={"pimples": "mild"}))

    assert "stinging" not in {item.finding for view in views for item in view.contributions}


def test_an_absence_is_not_an_unknown(knowledge):
    """To have asked and found no itch makes itchy yeast bumps less likely than not to have asked."""
    asked = chance(knowledge, "malassezia_folliculitis", signs={"pimples": "mild", "itching": "none"})
    not_asked = chance(knowledge, "malassezia_folliculitis", signs={"pimples": "mild"})

    assert asked < not_asked


@pytest.mark.parametrize(
    ("cause", "facts"),
    [
        ("preexisting_acne", {"history.acne": True}),
        ("comedogenic_product", {"care.occlusive": True}),
        ("herpes", {"history.cold_sores": True}),
        ("improper_aftercare", {"care.picked": True}),
        ("malassezia_folliculitis", {"history.malassezia": True}),
        ("granulomatous_reaction", {"exposure.vitamin_c": True}),
        ("hyperpigmentation", {"fitzpatrick": 5}),
        ("slow_mycobacterial_infection", {"care.tap_water_device": True}),
    ],
)
def test_what_makes_a_cause_more_likely(cause, facts, knowledge):
    """What a person brings with them raises the probability of a cause before anything is found."""
    entry = knowledge.causes[cause]

    assert prior_of(entry, facts) > prior_of(entry, {})


def test_an_unknown_history_leaves_a_cause_alone(knowledge):
    """Where the history is unknown, a cause is as common as it is in general."""
    entry = knowledge.causes["herpes"]

    assert prior_of(entry, {}) == pytest.approx(entry.prior.value)


def test_a_history_changes_the_answer(knowledge):
    """Pimples are more likely old acne in somebody who had acne before."""
    signs = {"pimples": "moderate"}
    with_acne = chance(knowledge, "preexisting_acne", signs=signs, patient={"history": {"acne": "yes"}})
    without = chance(knowledge, "preexisting_acne", signs=signs, patient={"history": {"acne": "no"}})

    assert with_acne > chance(knowledge, "preexisting_acne", signs=signs) >= without


def test_two_causes_at_once(knowledge):
    """Causes do not exclude each other: together they may be more than certain."""
    views = causes_of(knowledge, a_case(2, signs={"redness": "moderate", "dry skin": "moderate", "stinging": "mild"}))

    assert sum(view.probability for view in views) > 1


def test_evidence_for_and_against(knowledge):
    """Each cause comes with its mechanism, the evidence for and against it, what to do, and when to stop waiting."""
    for view in causes_of(knowledge, a_case(5, signs={"pimples": "moderate"})):
        assert view.mechanism.text
        assert view.evidence_for
        assert view.evidence_against
        assert view.what_to_do
        assert view.stop_waiting.text
