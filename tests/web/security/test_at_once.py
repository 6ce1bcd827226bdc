"""Erasing at the same moment as something else: either came first, nothing is left, and nothing breaks."""

import pytest

from needlecare.web.journal import actions
from needlecare.web.journal.models import CheckIn, Device, Invitation, Look, Patient, ShelfProduct
from tests.support.web import ADDRESS, NOW, a_check_in, a_patient, a_product
from tests.support.web_processes import at_once, in_process

REFUSALS = ("DoesNotExist", "NotAdmitted")


def begin() -> dict[str, str]:
    patient = a_patient()
    return {"patient": str(patient.pk), "token": actions.invite(patient=patient, now=NOW).token}


def begin_with_a_product() -> int:
    return a_product(a_patient()).pk


def accept(token: str) -> str:
    actions.accept(token=token, address=ADDRESS, now=NOW)
    return "admitted"


def look(patient: str) -> str:
    actions.note_look(patient=Patient.objects.get(pk=patient), by="Nurse Ada", what="your record", now=NOW)
    return "noted"


def erase(patient: str) -> str:
    actions.erase(patient=Patient.objects.select_related("clinic").get(pk=patient), now=NOW)
    return "erased"


def use(product: int) -> str:
    found = ShelfProduct.objects.get(pk=product)
    a_check_in(found.patient.treatments.get(), used=[product])
    return "used"


def remove(product: int) -> str:
    found = ShelfProduct.objects.get(pk=product)
    actions.remove_product(patient=found.patient, product_id=product, now=NOW)
    return "removed"


def left() -> list[int]:
    return [model.objects.count() for model in (Patient, Device, Invitation, Look)]


def used() -> list[int]:
    return [*CheckIn.objects.values_list("used", flat=True)]


@pytest.mark.parametrize("what", ["accept", "look"])
def test_who_is_erased_leaves_nothing_behind(shared_database, what):
    begun = in_process(shared_database, begin)
    patient = {"patient": begun["patient"]}
    other = (accept, {"token": begun["token"]}) if what == "accept" else (look, patient)
    erased, done = at_once(shared_database, [(erase, patient), other])
    assert erased == "erased"
    assert done in ("admitted", "noted") or done[0] in REFUSALS
    assert in_process(shared_database, left) == [0, 0, 0, 0]


def test_a_product_that_is_removed_during_a_check_in_was_used(shared_database):
    product = in_process(shared_database, begin_with_a_product)
    calls = [(use, {"product": product}), (remove, {"product": product})]
    assert at_once(shared_database, calls) == ["used", "removed"]
    assert in_process(shared_database, used) == [product]
