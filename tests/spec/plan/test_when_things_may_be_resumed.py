"""When things may be resumed

Published days differ: some clinics say 2, others 7, and no trial compared them. For strong ingredients the careful
end counts. For the rest, one is to ask the clinic on the days in between. What needs closed channels waits for them,
whatever is published.
"""

import pytest

from needlecare.core.assess import assess
from tests.spec.building import TODAY, a_case

SHORT, LONG = {"needle_depth_mm": 0.25}, {"needle_depth_mm": 1.5}


def days_of(knowledge, rule, procedure=LONG, **case):
    """The days of the plan on which a rule is to be avoided, asked about and resumed: the first day of each."""
    plan = assess(a_case(0, procedure=procedure, **case), knowledge, TODAY).plan
    return {
        name: min((day.day for day in plan.days if rule in getattr(day, name)), default=None)
        for name in ("avoid", "ask", "may_resume")
    }


@pytest.mark.parametrize("active", ["retinoids", "exfoliating_acids", "vitamin_c", "benzoyl_peroxide"])
def test_strong_ingredients_wait_for_the_careful_end(active, knowledge):
    """Retinoids, acids, vitamin C and benzoyl peroxide wait until the last published day; there is no day to ask."""
    assert days_of(knowledge, active) == {"avoid": 0, "ask": None, "may_resume": 7}


def test_both_ends_are_told(knowledge):
    """The answer gives both ends of what is published, each with its sources, and says that clinics disagree."""
    retinoids = assess(a_case(0), knowledge, TODAY).plan.items["retinoids"]

    assert (retinoids.earliest, retinoids.latest, retinoids.from_day) == (2, 7, 7)
    assert (retinoids.earliest_sources, retinoids.latest_sources) == (("EGR",), ("DMQ", "DRS", "SEC"))
    assert retinoids.disagreement == "Clinics say 2 to 7 days; no trial compared them."


def test_make_up_is_asked_about_in_between(knowledge):
    """Make-up is off until some clinics allow it, asked about until all do, and free from then on."""
    assert days_of(knowledge, "makeup", SHORT) == {"avoid": 0, "ask": 1, "may_resume": 7}


@pytest.mark.parametrize(("day", "kind"), [(0, "avoid"), (1, "ask"), (5, "ask"), (6, "may_resume")])
def test_exercise_day_by_day(day, kind, knowledge):
    """Exercise is avoided on day 0, asked about up to day 5, and free from day 6."""
    today = assess(a_case(day, procedure=SHORT), knowledge, TODAY).plan.today
    found = [
        name for name in ("avoid", "ask", "may_resume") if "exercise" in {item.id for item in getattr(today, name)}
    ]

    assert found == [kind]


@pytest.mark.parametrize(
    ("procedure", "first_day"),
    [
        ({"needle_depth_mm": 0.25}, 1),
        ({"needle_depth_mm": 0.5}, 2),
        ({"needle_depth_mm": 1.5}, 3),
        ({}, 3),
        ({"needle_depth_mm": 1.5, "under_occlusion": "yes"}, 6),
    ],
)
def test_make_up_waits_for_closed_channels(procedure, first_day, knowledge):
    """Some clinics allow make-up after 12 hours; while channels count as open it is off, however short that is."""
    assert days_of(knowledge, "makeup", procedure)["ask"] == first_day


def test_closed_channels_can_move_the_careful_end_too(knowledge):
    """Where channels stay open beyond the last published day, that day moves with them."""
    covered = {"needle_depth_mm": 1.5, "under_occlusion": "yes"}

    assert days_of(knowledge, "swimming", covered) == {"avoid": 0, "ask": None, "may_resume": 6}


def test_what_does_not_need_closed_channels(knowledge):
    """A plain moisturiser does not wait for closed channels."""
    assert days_of(knowledge, "moisturiser", LONG) == {"avoid": None, "ask": 0, "may_resume": 1}


def test_something_is_in_one_list_a_day(knowledge):
    """Nothing is to be avoided, asked about and resumed on the same day."""
    for day in assess(a_case(0), knowledge, TODAY).plan.days:
        listed = [*day.avoid, *day.ask, *day.may_resume]
        assert len(listed) == len(set(listed))


def test_never_stricter_and_then_looser_and_back(knowledge):
    """What may be resumed once stays free."""
    plan = assess(a_case(0), knowledge, TODAY).plan
    for before, after in zip(plan.days, plan.days[1:], strict=False):
        assert set(before.may_resume) <= set(after.may_resume)
