"""A plan for this person

Some advice is for some people only: for acne-prone or deep skin, after cold sores, with isotretinoin, in pregnancy.
It is shown where the person told us so, and not where it is unknown.
"""

import pytest

from needlecare.core.assess import assess
from tests.spec.building import TODAY, a_case


def plan_of(knowledge, day=0, **case):
    return assess(a_case(day, **case), knowledge, TODAY).plan


@pytest.mark.parametrize(
    ("person", "rule"),
    [
        ({"patient": {"history": {"acne": "yes"}}}, "acne_prone_products"),
        ({"patient": {"fitzpatrick": "IV"}}, "strict_sun"),
        ({"patient": {"fitzpatrick": "VI"}}, "dark_mark_care"),
        ({"patient": {"history": {"melasma": "yes"}}}, "strict_sun"),
        ({"patient": {"medicines": {"photosensitiser": "yes"}}}, "strict_sun"),
        ({"patient": {"history": {"cold_sores": "yes"}}}, "cold_sores_antiviral"),
        ({"patient": {"history": {"cold_sores": "yes"}}}, "cold_sores_watch"),
        ({"patient": {"medicines": {"isotretinoin": "yes"}}}, "isotretinoin"),
        ({"patient": {"medicines": {"anticoagulant": "yes"}}}, "blood_thinner"),
        ({"patient": {"history": {"diabetes": "yes"}}}, "weak_defences"),
        ({"patient": {"history": {"keloid": "yes"}}}, "keloid"),
        ({"patient": {"pregnant": "yes"}}, "pregnancy"),
        ({"procedure": {"device": "rf"}}, "rf_no_ice"),
        ({"procedure": {"setting": "home"}}, "home_device"),
        ({"procedure": {"numbing_cream": "yes"}}, "numbing_cream"),
    ],
)
def test_personal_rules(person, rule, knowledge):
    """Each personal rule shows for those whom it concerns, and not where nobody said so."""
    assert rule in plan_of(knowledge, **person).items
    assert rule not in plan_of(knowledge).items


def test_lighter_skin(knowledge):
    """The strict sun rule begins at type IV."""
    assert "strict_sun" not in plan_of(knowledge, patient={"fitzpatrick": "III"}).items


def test_somebody_without_cold_sores(knowledge):
    """Somebody who never had a cold sore is not told to ask for tablets."""
    assert "cold_sores_antiviral" not in plan_of(knowledge, patient={"history": {"cold_sores": "no"}}).items


@pytest.mark.parametrize(("day", "shown"), [(0, True), (2, True), (3, False)])
def test_cold_sore_tablets_are_for_the_first_days(day, shown, knowledge):
    """Cold sore tablets are spoken of on days 0 to 2."""
    today = plan_of(knowledge, day, patient={"history": {"cold_sores": "yes"}}).today

    assert ("cold_sores_antiviral" in {item.id for item in today.do}) is shown


def test_isotretinoin_is_a_disagreement(knowledge):
    """On isotretinoin sources disagree, and the answer says so rather than forbidding it; nobody is told to stop it."""
    item = plan_of(knowledge, patient={"medicines": {"isotretinoin": "yes"}}).items["isotretinoin"]

    assert item.text.startswith("Do not stop or change isotretinoin by yourself.")
    assert item.disagreement.startswith("Labels and clinics wait 6 to 12 months; experts found too little evidence")
    assert {"SPR17", "WAL17"} <= set(item.sources)


@pytest.mark.parametrize("patient", [{"pregnant": "yes"}, {"history": {"breastfeeding": "yes"}}])
def test_pregnancy_keeps_retinoids_off(patient, knowledge):
    """In pregnancy and while breastfeeding, retinoids are avoided on every day of the plan."""
    days = plan_of(knowledge, patient=patient).days

    assert all("retinoids" in day.avoid for day in days)
    assert not any("retinoids" in day.may_resume for day in days)


def test_pregnancy_names_no_day_for_retinoids(knowledge):
    """In pregnancy no day is given from which retinoids may be resumed within the plan."""
    plan = plan_of(knowledge, patient={"pregnant": "yes"})

    assert plan.items["retinoids"].from_day not in range(1, len(plan.days))


def test_somebody_who_is_not_pregnant(knowledge):
    """Somebody who is not pregnant may resume retinoids on day 7."""
    days = plan_of(knowledge, patient={"pregnant": "no"}).days

    assert next(day.day for day in days if "retinoids" in day.may_resume) == 7


def test_a_likely_cause_shapes_the_plan(knowledge):
    """What a likely cause calls for is part of the plan: somebody with blocked pores leaves rich products off."""
    case = {"signs": {"blackheads": "moderate", "pimples": "mild"}, "care": {"occlusive": "yes"}}

    assert "acne_prone_products" in plan_of(knowledge, 5, **case).items


def test_every_item_says_why(knowledge):
    """Every item of a plan says why, and gives its grade of evidence."""
    for item in plan_of(knowledge).items.values():
        assert item.why
        assert item.grade in ("trial", "series", "report", "opinion", "estimate")
        assert item.sources or item.grade == "estimate"
