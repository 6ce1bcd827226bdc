"""A patient keeps what they use on a shelf, and reads of each from which day it may be used."""

import pytest

from tests.journeys.people import a_patient, phone_of


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_product_is_added_by_its_label_judged_used_and_removed(browser, live_server, scripts):
    patient = a_patient(day=3)
    with phone_of(browser, live_server.url, patient, java_script_enabled=scripts) as somebody:
        somebody.goes_to("/my/products")
        somebody.sees("Nothing is on your shelf yet.")
        somebody.fills("What is it called?", "Night cream")
        somebody.fills("Ingredients, as they stand on the pack", "Aqua, Glycerin, Retinol, Phenoxyethanol")
        somebody.chooses("It stays on, like a cream")
        somebody.taps_on("Add it")
        row = somebody.page.locator("li.app-row", has_text="Night cream")
        row.get_by_text("wait until day").first.wait_for()
        somebody.page_is_good()
        somebody.goes_to("/my/")
        somebody.sees("Leave out Night cream")
        somebody.goes_to("/my/products")
        somebody.taps_on("Remove Night cream")
        somebody.sees("Nothing is on your shelf yet.")
    assert patient.products.get().removed_at is not None
