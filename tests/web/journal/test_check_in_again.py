"""Who goes back in the browser after a check-in: the same again counts once, another answer is not lost."""

import re
import uuid

import pytest

from tests.support import web
from tests.support.web_pages import form
from tests.web.journal.test_pages_check_in import ADDRESS, CALM, yesterday

pytestmark = pytest.mark.django_db
KEY = uuid.UUID("5d0f6a53-6a3b-4d0e-9d3d-0d8f7d6a9c11")


def sent(browser, **answers):
    """The first screen, sent at once; its address is the same each time."""
    page = browser.get(f"{ADDRESS}?key={KEY}")
    return browser.post(ADDRESS, form(page, ADDRESS).filled(go="send", **answers))["Location"]


def test_the_key_of_a_check_in_stands_in_its_address(browser, treatment):
    yesterday(treatment, signs={**CALM["signs"], "erythema": "mild"})
    page = browser.get("/my/").content.decode()
    assert f"{ADDRESS}?key=" in page
    assert re.search(ADDRESS + r"\?same&(amp;)?key=", page)
    for query in (f"?key={KEY}", f"?same&key={KEY}"):
        assert str(KEY) in browser.get(ADDRESS + query).content.decode()


def test_a_key_that_is_none_does_no_harm(browser):
    assert browser.get(f"{ADDRESS}?key=x").status_code == 200


def test_the_same_again_is_the_same_check_in(browser, treatment):
    first = sent(browser, trend="stable")
    assert sent(browser, trend="stable") == first
    assert treatment.check_ins.count() == 1


def test_another_answer_is_another_check_in_and_that_one_is_stored_once(browser, treatment, clock):
    first = sent(browser, trend="stable")
    clock.pass_time(minutes=1)
    second = sent(browser, any__warning="sign.vesicles")
    assert second != first
    assert sent(browser, any__warning="sign.vesicles") == second
    assert treatment.check_ins.count() == 2
    assert treatment.check_ins.last().assessment.level != "self-care"


def test_other_products_are_another_check_in(browser, treatment):
    product = web.a_product(treatment.patient)
    first = sent(browser, trend="stable")
    assert sent(browser, trend="stable", used=str(product.pk)) != first
