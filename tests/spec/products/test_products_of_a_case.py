"""Products in an assessment

Each product that somebody uses is judged by its label, for this person and this day. What it holds counts as put on
the skin, and what is to be left out stands in the plan.
"""

from needlecare.core.assess import assess
from needlecare.core.facts import situation
from needlecare.knowledge.load import load_knowledge
from tests.spec.building import TODAY, a_case, a_fully_told_case

PEEL = {"name": "Peel Pads", "ingredients": "Aqua, Glycolic Acid, Glycerin, Phenoxyethanol"}
CREAM = {"name": "Plain Cream", "ingredients": "Aqua, Glycerin, Squalane, Panthenol, Phenoxyethanol"}


def assessed(knowledge, *products, day=2, **case):
    return assess(a_case(day, products=products, **case), knowledge, TODAY)


def told_well(knowledge, product, day=2):
    """The assessment of somebody in whom nothing is amiss, with one product."""
    case = a_fully_told_case(day)
    return assess(case.model_copy(update={"products": a_case(products=(product,)).products}), knowledge, TODAY)


def exposed(knowledge, *products, **check_in):
    facts = situation(a_case(products=products, **check_in), knowledge, TODAY).facts
    return {key.removeprefix("exposure.") for key in facts if key.startswith("exposure.")}


def test_each_product_has_its_verdict(knowledge):
    """A peel waits, a plain cream is fine; each with what decides and how much of its label was read."""
    peel, cream = told_well(knowledge, PEEL).products[0], told_well(knowledge, CREAM).products[0]

    assert (peel.verdict, peel.until_day, peel.deciding) == ("wait", 7, ("Glycolic Acid",))
    assert (cream.verdict, cream.until_day, cream.deciding) == ("fine", None, ())
    assert (cream.read.tokens, cream.read.recognised) == (5, 5)


def test_the_day_is_that_of_the_assessment(knowledge):
    """The same product is free once its day has come."""
    assert told_well(knowledge, PEEL, day=6).products[0].verdict == "wait"
    assert told_well(knowledge, PEEL, day=7).products[0].verdict == "fine"


def test_without_a_day_it_is_judged_for_day_0(knowledge):
    """An unknown day is the most careful one."""
    assert assessed(knowledge, PEEL, day=None).products[0].verdict in ("wait", "avoid")


def test_a_product_without_a_label_is_unknown(knowledge):
    """A name alone tells nothing, however harmless it sounds."""
    found = assessed(knowledge, {"name": "Baby Lotion"}).products[0]

    assert found.verdict == "unknown"
    assert "ingredients" in found.text


def test_what_waits_stands_in_the_plan(knowledge):
    """Leave out X until day N; from that day on it may be used again."""
    plan = told_well(knowledge, PEEL).plan

    assert "Leave out Peel Pads until day 7." in [item.text for item in plan.today.avoid]
    assert [day.day for day in plan.days if "product_1" in day.avoid] == list(range(7))
    assert "product_1" in plan.days[7].may_resume


def test_what_is_fine_does_not(knowledge):
    """A plain cream adds nothing to the plan."""
    assert not [key for key in told_well(knowledge, CREAM).plan.items if key.startswith("product_")]


def test_an_allergy_is_found_under_every_name(knowledge):
    """Who names MI avoids methylisothiazolinone, whatever the day."""
    wipes = {"name": "Wipes", "ingredients": "Aqua, Glycerin, Panthenol, Methylisothiazolinone"}
    found = assessed(
        knowledge, wipes, day=200, patient={"allergies": ["methylisothiazolinon", "Methyl-isothiazolinone"]}
    )

    assert found.products[0].verdict == "avoid"


def test_an_allergy_nobody_knows_leaves_it_open(knowledge):
    """Where we do not know the name, we cannot look for it."""
    assert assessed(knowledge, CREAM, patient={"allergies": "blorbium"}).products[0].verdict == "unknown"


def test_what_the_plan_holds_back_is_avoided(knowledge):
    """While urgent signs stand, actives are left out whatever their day, in the plan and on the label."""
    found = assessed(knowledge, PEEL, day=9, signs={"pus": "severe", "pain": "severe"}, fever="yes")

    assert found.disposition.level in ("same-day", "emergency")
    assert found.products[0].verdict == "avoid"


def test_a_clinic_forbids_and_allows(tmp_path):
    """Names of a protocol's products count, and those of ingredients under every name."""
    protocol = tmp_path / "protocol.toml"
    protocol.write_text('[clinic]\nname = "Elm"\n[products]\nallowed = ["Peel Pads"]\nforbidden = ["squalan"]\n')
    knowledge = load_knowledge(protocol=protocol)

    assert told_well(knowledge, PEEL).products[0].verdict == "fine"
    assert told_well(knowledge, CREAM).products[0].verdict == "avoid"


def test_a_clinics_day_is_the_labels_day(tmp_path):
    """A resume_day of the protocol is the day of the classes that rest on that rule."""
    protocol = tmp_path / "protocol.toml"
    protocol.write_text('[clinic]\nname = "Elm"\n[care.exfoliating_acids]\nresume_day = 4\n')

    assert told_well(load_knowledge(protocol=protocol), PEEL).products[0].until_day == 4


def test_classes_are_exposures(knowledge):
    """What a label holds by class counts as put on, under every name."""
    balm = {"ingredients": "Cocos Nucifera (Coconut) Oil, Tocopherol, Lavandula Angustifolia (Lavender) Oil"}

    assert {"heavy_occlusive", "comedogenic", "essential_oil"} <= exposed(knowledge, balm)


def test_a_trace_is_no_exposure(knowledge):
    """A wax behind the preservatives does not cover the skin."""
    lotion = {"ingredients": "Aqua, Glycerin, Squalane, Panthenol, Phenoxyethanol, Cera Alba"}

    assert "heavy_occlusive" not in exposed(knowledge, lotion)


def test_what_came_after_did_not_cause_it(knowledge):
    """A product first used after the spots began is no exposure; one used before, or on a day unknown, is."""
    spots = {"signs": {"papules": "mild"}, "onset_day": {"papules": 2}}

    assert "retinoid" not in exposed(knowledge, {"ingredients": "Aqua, Retinol", "used_on_days": [3]}, **spots)
    assert "retinoid" in exposed(knowledge, {"ingredients": "Aqua, Retinol", "used_on_days": [1, 3]}, **spots)
    assert "retinoid" in exposed(knowledge, {"ingredients": "Aqua, Retinol"}, **spots)
