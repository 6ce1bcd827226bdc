"""The days of the plan

The plan runs from the day of the treatment to the end of the fourth week, and today is one of its days. It says where
it ends, and that some problems come later than that.
"""

import pytest

from needlecare.core.assess import assess
from tests.spec.building import TODAY, a_case


def plan_of(knowledge, day, **case):
    return assess(a_case(day, **case), knowledge, TODAY).plan


def test_every_day_is_there(knowledge):
    """The plan holds every day from 0 to 28, in order."""
    assert [day.day for day in plan_of(knowledge, 3).days] == list(range(29))


def test_every_day_has_its_phase(knowledge):
    """Each day of the plan has its phase of healing."""
    phases = [day.phase for day in plan_of(knowledge, 3, procedure={"needle_depth_mm": 1.0}).days]

    assert phases == ["open_channels"] * 3 + ["barrier_repair"] * 5 + ["remodelling"] * 21


def test_today_is_one_of_the_days(knowledge):
    """Today's items are those of today's day in the plan."""
    plan = plan_of(knowledge, 5)

    for name in ("do", "avoid", "may_resume", "ask"):
        assert tuple(item.id for item in getattr(plan.today, name)) == getattr(plan.days[5], name)


def test_today_goes_by_the_date(knowledge):
    """Where the date of the treatment is known, today is today, even if the last check-in is older."""
    assert plan_of(knowledge, 3, procedure={"date": "2026-05-20"}).today.day == 11


def test_an_unknown_day_gets_the_most_careful_one(knowledge):
    """Where the day is unknown, today's plan is that of day 0, the most careful one, and no day is claimed."""
    plan = plan_of(knowledge, None)

    assert plan.today.day is None
    assert tuple(item.id for item in plan.today.avoid) == plan.days[0].avoid


def test_the_end_is_said(knowledge):
    """The plan says on which day it ends and that some problems come later."""
    assert plan_of(knowledge, 3).ends == (
        "Small pimples usually settle before day 11. This plan ends on day 28; dark marks and lumps can come later."
    )


@pytest.mark.parametrize("day", [29, 400])
def test_after_the_end(day, knowledge):
    """After its end the plan still answers, with the advice of its last day."""
    plan = plan_of(knowledge, day)

    assert plan.today.day == day
    assert tuple(item.id for item in plan.today.do) == plan.days[28].do


def test_the_most_important_first(knowledge):
    """On each day what matters most stands first."""
    plan = plan_of(knowledge, 0)
    ranks = [knowledge.care[item.id].rank for item in plan.today.do]

    assert ranks == sorted(ranks)


def test_every_id_has_its_item(knowledge):
    """Every id that a day names stands once in the items."""
    plan = plan_of(knowledge, 0)
    named = {name for day in plan.days for name in (*day.do, *day.avoid, *day.may_resume, *day.ask)}

    assert named <= plan.items.keys()
