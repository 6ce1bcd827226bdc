"""A page as a form: nothing is required, tiles say what is there and what is not, faults stand at their fields."""

import pytest
from django.http import QueryDict

from needlecare.web.asking.answers import answers_in
from needlecare.web.asking.forms import bound_to, form_for
from needlecare.web.asking.pages import CHECK_IN, PUBLIC, Page, page_of, single
from tests.support.knowledge import SHIPPED

BY_ID = {page.id: page for page in (*PUBLIC, *CHECK_IN)}


def sent(page, text):
    """The form of a page as posted."""
    return form_for(BY_ID[page], SHIPPED, QueryDict(text))


@pytest.mark.parametrize("page", BY_ID.values(), ids=lambda page: page.id)
def test_a_page_may_be_sent_empty(page: Page):
    form = form_for(page, SHIPPED, QueryDict(""))
    assert form.is_valid()
    assert form.answers() == {}


def test_tiles_that_are_left_out_are_not_there():
    answers = sent("warning", "any.warning=sign.hives&sign.hives=mild").answers()
    assert answers["sign.hives"] == "mild"
    assert {value for key, value in answers.items() if key != "sign.hives"} == {"none"}


def test_none_of_these_says_that_none_is_there():
    assert set(sent("warning", "any.warning=none").answers().values()) == {"none"}
    assert set(sent("care", "any.care=none").answers().values()) == {"no"}


def test_no_tile_at_all_says_nothing():
    assert sent("warning", "").answers() == {}


def test_none_of_these_beside_a_sign_is_read_as_the_sign():
    assert sent("warning", "any.warning=none&any.warning=sign.fainting").answers()["sign.fainting"] == "there"


def test_a_strength_alone_chooses_its_tile():
    assert sent("warning", "sign.chills=moderate").answers()["sign.chills"] == "moderate"


def test_a_tile_that_is_unchecked_again_is_not_there_any_more():
    before = {"sign.hives": "severe", "sign.chills": "none", "day": "3"}
    assert sent("warning", "any.warning=none").merged(before)["sign.hives"] == "none"
    assert sent("warning", "").merged(before) == {"day": "3"}


def test_what_is_known_is_filled_in():
    form = form_for(BY_ID["warning"], SHIPPED, initial={"sign.hives": "mild", "sign.chills": "none"})
    assert form["any.warning"].value() == ["sign.hives"]
    assert form["sign.hives"].value() == "mild"


def test_a_known_count_between_the_rough_ones_is_not_lost():
    form = form_for(BY_ID["spots"], SHIPPED, initial={"count.papules": "7"})
    (_, asked), *_ = form.shown()
    assert asked.shown_with("7")[-1].value == "7"


@pytest.mark.parametrize(
    ("page", "text", "href", "words"),
    [
        ("treatment", "day=-1", "#day", "Give a whole number from 0 to 3650"),
        ("treatment", "day=1.5", "#day", "Give a whole number from 0 to 3650"),
        ("treatment", "needle_depth_mm=0", "#needle_depth_mm", "Give a number above 0, up to 10"),
        ("treatment", "needle_depth_mm=nan", "#needle_depth_mm", "Give a number above 0, up to 10"),
        ("treatment", "treated_on=31.5.2026", "#treated_on", "Give the date as a real date"),
        ("treatment", "device=pencil", "#device", "Choose one of the answers"),
        ("feeling", "pain_0_10=11", "#pain_0_10", "Give a number from 0 to 10"),
        ("warning", "any.warning=sign.hives&sign.hives=huge", "#sign-hives", "Choose one of the answers"),
        ("change", "distribution=sideways", "#distribution", "Choose one of the answers"),
        ("products", "product.1.name=" + "x" * 501, "#product-1-name", "Write at most 500 characters"),
        ("note", "note=" + "x" * 20_001, "#note", "Write at most 20,000 characters"),
        ("note", "note=%00", "#note", "Null characters are not allowed"),
    ],
)
def test_a_fault_is_said_in_plain_words_at_its_field(page, text, href, words):
    form = sent(page, text)
    assert not form.is_valid()
    (fault,) = form.summary()
    assert fault["href"] == href
    assert words.lower() in fault["text"].lower()


def test_what_was_sent_is_kept_beside_its_fault():
    form = sent("treatment", "day=-1&device=pen")
    assert not form.is_valid()
    assert form["day"].value() == "-1"
    assert form.answers()["device"] == "pen"


def test_dont_know_beside_other_answers_is_dont_know():
    form = form_for(single("distribution", SHIPPED), SHIPPED, QueryDict("distribution=spreading&distribution=unknown"))
    assert form.answers() == {"distribution": "unknown"}


def test_only_known_facts_are_taken_from_what_is_posted():
    data = QueryDict(
        "day=3&page=x&go=next&sign.itch=mild&sign.x=mild&onset.itch=2&product.7.name=A&product.999.name=B&b="
    )
    assert answers_in(data, SHIPPED) == {"day": "3", "sign.itch": "mild", "onset.itch": "2", "product.7.name": "A"}


def test_a_form_can_be_bound_to_answers_from_elsewhere():
    form = bound_to(BY_ID["treatment"], SHIPPED, {"day": "4000", "device": "pen"})
    assert not form.is_valid()
    assert form["device"].value() == "pen"


def test_the_page_of_a_fact_is_found():
    assert page_of("sign.hives", PUBLIC, SHIPPED).id == "warning"
    assert page_of("product.3.name", PUBLIC, SHIPPED).id == "products"
    assert page_of("sign.papules", PUBLIC, SHIPPED) is None
