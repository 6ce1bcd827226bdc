"""Signing in and out, and passwords."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from needlecare.web.accounts import actions
from needlecare.web.accounts.models import User
from tests.support import web

pytestmark = pytest.mark.django_db
NEW = "four words go together"


@pytest.fixture
def nurse() -> User:
    """Somebody with an account."""
    return web.a_user(email="ada@clinic.example")


@pytest.fixture(autouse=True)
def no_attempts() -> None:
    """Nobody has tried anything yet."""
    cache.clear()


def signed_in(password: str = web.PASSWORD, email: str = "ada@clinic.example", browser: Client | None = None):
    """The answer to the form."""
    return (browser or Client()).post("/staff/login/", {"login": email, "password": password})


def test_the_right_password_leads_to_the_patients(nurse):
    assert signed_in().url == "/clinic/"


def test_a_wrong_one_is_told_without_telling_who_has_an_account(nurse):
    known, unknown = signed_in("wrong"), signed_in("wrong", "nobody@clinic.example")
    faults = [re.findall(r'error-summary__list">(.+?)</ul>', r.content.decode(), re.DOTALL) for r in (known, unknown)]
    assert faults[0] == faults[1] != []
    assert "<title>Error: Sign in" in known.content.decode()


def test_after_a_few_wrong_ones_even_the_right_one_waits(nurse):
    for _ in range(5):
        signed_in("wrong")
    assert signed_in().status_code != 302


def test_attempts_are_counted_for_all_processes_together():
    assert "DatabaseCache" in type(cache._connections["default"]).__name__


def test_one_signs_out_by_post_alone(nurse):
    browser = web.browser_of_staff(nurse)
    assert "Sign out?" in browser.get("/staff/logout/").content.decode()
    assert browser.get("/clinic/").status_code == 200
    browser.post("/staff/logout/")
    assert browser.get("/clinic/").status_code == 302


def test_a_forgotten_password_is_set_anew_by_a_link_that_works_once(nurse):
    Client().post("/staff/password/reset/", {"email": "ada@clinic.example"})
    link = re.search(r"http://\S+?(/staff/\S+)", mail.outbox[0].body)[1]
    browser = Client()
    form = browser.get(link, follow=True).redirect_chain[-1][0]
    assert browser.post(form, {"password1": NEW, "password2": NEW}).status_code == 302
    assert signed_in(NEW).url == "/clinic/"
    assert "no longer works" in Client().get(link, follow=True).content.decode()


def test_an_unknown_address_gets_the_same_page_and_no_mail(nurse):
    pages = [
        Client().post("/staff/password/reset/", {"email": email}, follow=True).content
        for email in ("ada@clinic.example", "nobody@clinic.example")
    ]
    assert len(mail.outbox) == 1
    assert re.sub(rb'nonce="[^"]*"', b"", pages[0]) == re.sub(rb'nonce="[^"]*"', b"", pages[1])


def test_a_dead_mail_server_breaks_no_page(nurse, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 1
    assert Client().post("/staff/password/reset/", {"email": "ada@clinic.example"}).status_code == 302


def test_a_changed_password_is_said_to_be_changed(nurse):
    browser = web.browser_of_staff(nurse)
    form = {"oldpassword": web.PASSWORD, "password1": NEW, "password2": NEW}
    page = browser.post("/staff/password/change/", form, follow=True).content.decode()
    assert "Your password is changed" in page
    assert signed_in(NEW).url == "/clinic/"


@pytest.mark.parametrize("weak", ["short", "password1234", "ada@clinic.example"])
def test_a_weak_password_is_refused(nurse, weak):
    browser = web.browser_of_staff(nurse)
    form = {"oldpassword": web.PASSWORD, "password1": weak, "password2": weak}
    assert "There is a problem" in browser.post("/staff/password/change/", form).content.decode()


def test_who_is_made_with_a_link_sets_the_first_password_by_it():
    user = actions.add_staff(clinic=web.a_clinic(), email="new@clinic.example", name="New")
    path = actions.first_link(user).removeprefix("http://127.0.0.1:8000")
    browser = Client()
    form = browser.get(path, follow=True).redirect_chain[-1][0]
    browser.post(form, {"password1": NEW, "password2": NEW})
    assert signed_in(NEW, "new@clinic.example").url == "/clinic/"


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_reauthenticate", "account_set_password"])
def test_what_we_do_not_need_of_the_library_is_closed(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_nobody_signs_up():
    assert Client().get("/staff/signup/").status_code == 404


def test_too_many_forms_from_one_place_get_a_page_that_says_so(nurse):
    for _ in range(30):
        response = signed_in("wrong", "nobody@clinic.example")
    response = signed_in("wrong", "nobody@clinic.example")
    assert response.status_code == 429
    assert "Wait a few minutes" in response.content.decode()
