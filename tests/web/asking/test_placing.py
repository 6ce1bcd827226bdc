"""Every fact has one place in a case: what is put there is found there, and a fault there leads back to it."""

import pytest

from needlecare.core.case import Case
from needlecare.core.faults import CaseError
from needlecare.core.placing import facts_in, key_at, part_of, put

PLACED = {
    "age": 30, "fitzpatrick": 4, "history.acne": True, "medicines.nsaid": False, "device": "pen", "areas": ["face"],
    "treated_on": "2026-05-28", "day": 3, "looked_on": "2026-05-31", "sign.itch": "mild", "count.papules": 3,
    "onset.itch": 1, "care.sun": True, "fever": False, "note": "sore",
}  # fmt: skip


def placed(facts):
    """A case with these facts put in their places."""
    case = {}
    for key, value in facts.items():
        put(case, key, value)
    return case


def test_what_is_put_is_found_again():
    case = placed(PLACED)
    assert dict(facts_in(case)) == PLACED
    assert Case.read(case).check_ins[0].signs == {"itch": "mild"}


@pytest.mark.parametrize("key", [key for key in PLACED if key != "note"])
def test_a_fault_leads_to_its_fact(key):
    with pytest.raises(CaseError) as error:
        Case.read(placed({key: "wrong"}))
    assert [key_at(fault.path) for fault in error.value.faults] == [key]


def test_a_check_in_is_the_last_one():
    case = {"check_ins": [{"day": 1}, {"day": 2}]}
    put(case, "sign.itch", "mild")
    assert case["check_ins"] == [{"day": 1}, {"day": 2, "signs": {"itch": "mild"}}]


@pytest.mark.parametrize("path", ["", "products[0].name", "check_ins", "surgery.date"])
def test_what_is_no_fact_has_no_key(path):
    assert key_at(path) is None


def test_a_fact_belongs_to_a_part_of_the_case():
    assert [part_of(key) for key in ("history.acne", "device", "sign.itch")] == ["patient", "procedure", "check_ins"]
    with pytest.raises(KeyError):
        part_of("rising.itch")
