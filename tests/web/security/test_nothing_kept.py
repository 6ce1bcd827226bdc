"""Without an account nothing is stored, changed or told apart, so those pages need no check against forged forms."""

import pytest
from django.test import Client
from django.urls import get_resolver

from tests.support.web_public import label_form
from tests.web.addresses import ADMIN, PUBLIC, addresses

SENT = {
    "day": "3",
    "sign.erythema": "mild",
    "note": "It itches behind my ear",
    "product.0.ingredients": "Aqua, Retinol",
}
EXEMPT = {"check", "check_result", "check_file", "check_open", "label"}


def views_of(resolver):
    for pattern in resolver.url_patterns:
        yield from views_of(pattern) if hasattr(pattern, "url_patterns") else [(pattern.name, pattern.callback)]


def test_they_alone_are_without_that_check():
    exempt = {name for name, view in views_of(get_resolver()) if getattr(view, "csrf_exempt", False)}
    assert exempt == EXEMPT
    assert all(address.of in (PUBLIC, ADMIN) for address in addresses() if address.name.split(":")[-1] in EXEMPT)


@pytest.mark.parametrize("path", ["/check", "/check/result", "/check/file", "/check/open", "/label"])
def test_nothing_that_is_told_there_reaches_the_database_a_cookie_or_the_log(
    world, path, django_assert_num_queries, caplog
):
    with django_assert_num_queries(0), caplog.at_level("DEBUG", "needlecare"):
        response = Client().post(path, {**SENT, **label_form(), "go": "next"})
    assert response.status_code in (200, 422)
    assert not response.cookies
    assert "itches" not in caplog.text


@pytest.mark.parametrize("path", ["/check/result", "/check/file", "/label"])
def test_their_answers_are_the_same_whoever_is_signed_in(world, path):
    sent = {**SENT, **label_form()}
    assert len({browser.post(path, sent).content for browser in (Client(), world.phone(), world.desk())}) == 1
