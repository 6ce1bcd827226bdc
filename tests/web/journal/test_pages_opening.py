"""Opening a record: the link and the code, and what is said where they do not open it."""

import logging

import pytest
from django.test import Client

from needlecare.web.journal import actions
from tests.support import web
from tests.support.web_pages import form, text, title

pytestmark = pytest.mark.django_db


@pytest.fixture
def invited():
    return actions.invite(patient=web.a_patient(), now=web.NOW)


def test_the_token_of_a_link_opens_the_record_and_leads_to_today(invited):
    browser = Client()
    response = browser.post("/my/open", {"token": invited.token})
    assert (response.status_code, response["Location"]) == (302, "/my/")
    assert browser.get("/my/").status_code == 200


@pytest.mark.parametrize("typed", [str, str.lower, lambda code: code.replace("-", " ")])
def test_the_short_code_opens_it_however_it_is_typed(invited, typed):
    assert Client().post("/my/open", {"code": typed(invited.code)})["Location"] == "/my/"


def test_the_cookie_is_for_this_host_alone_and_no_script_reads_it(invited, settings):
    settings.HTTPS = True
    cookie = Client().post("/my/open", {"token": invited.token}, secure=True).cookies["__Host-record"]
    assert cookie["secure"]
    assert cookie["httponly"]
    assert (cookie["samesite"], cookie["path"], cookie["domain"]) == ("Lax", "/", "")


def test_neither_token_nor_code_stands_in_an_address_or_a_log(invited, caplog):
    with caplog.at_level(logging.DEBUG):
        browser = Client()
        response = browser.post("/my/open", {"token": invited.token}, follow=True)
        browser.post("/my/open", {"token": invited.token, "code": invited.code})
    assert all(invited.token not in address for address, _ in response.redirect_chain)
    assert invited.token not in caplog.text + response.content.decode()
    assert invited.code not in caplog.text


def test_without_a_script_the_page_asks_for_the_code():
    response = Client().get("/my/open")
    assert "code" in form(response, "/my/open").fields
    assert "Your clinic gave you a short code" in text(response)


def test_nothing_typed_is_said_at_the_field():
    response = Client().post("/my/open", {})
    assert response.status_code == 422
    assert title(response).startswith("Error: ")
    assert 'href="#id_code"' in response.content.decode()


@pytest.mark.parametrize(
    ("reason", "status", "words"),
    [("used", 410, "already used"), ("expired", 410, "too old"), ("withdrawn", 410, "newer link")],
)
def test_a_link_that_is_over_says_why_and_what_to_do(invited, clock, reason, status, words):
    if reason == "used":
        actions.accept(token=invited.token, address=web.ADDRESS, now=web.NOW)
    elif reason == "expired":
        clock.pass_time(days=3)
    else:
        actions.invite(patient=web.Patient.objects.get(), now=web.NOW)
    response = Client().post("/my/open", {"token": invited.token})
    assert response.status_code == status
    assert words in text(response)
    assert "ask your clinic for a new link" in text(response)


def test_an_unknown_code_may_be_typed_again():
    response = Client().post("/my/open", {"code": "2222-2222"})
    assert response.status_code == 404
    assert 'href="/my/open"' in response.content.decode()


def test_too_many_codes_are_stopped():
    answers = [Client().post("/my/open", {"code": "2222-2222"}).status_code for _ in range(11)]
    assert answers[-1] == 429


def test_who_is_in_already_is_led_on():
    browser = web.browser_of(web.a_patient())
    assert 'id="go-on" href="/my/"' in browser.get("/my/open").content.decode()


def test_a_browser_that_opens_a_new_link_has_one_device():
    patient = web.a_patient()
    browser = web.browser_of(patient)
    browser.post("/my/open", {"token": actions.invite(patient=patient, now=web.NOW).token})
    assert [device.ended_at is None for device in patient.devices.order_by("pk")] == [False, True]


def test_the_own_link_opened_a_second_time_leads_on(invited):
    browser = Client()
    browser.post("/my/open", {"token": invited.token})
    assert browser.post("/my/open", {"token": invited.token})["Location"] == "/my/"


def test_a_form_from_elsewhere_opens_nothing(invited):
    browser = Client(enforce_csrf_checks=True)
    assert browser.post("/my/open", {"token": invited.token}).status_code == 403
