"""What every answer says to browsers and proxies, be it a page, a redirect or a refusal."""

import re

import pytest
from django.test import Client

from needlecare.web.accounts.models import User
from tests.support import web
from tests.support.web_public import forbidden

POLICY = {
    "default-src 'none'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
    "form-action 'self'", "manifest-src 'self'", "base-uri 'none'", "frame-ancestors 'none'",
}  # fmt: skip
ADMIN = ["", "accounts/user/", "accounts/user/add/", "accounts/clinic/", "accounts/clinic/add/", "password_change/"]
STAFF = ["login/", "logout/", "password/change/", "password/changed/", "password/reset/", "password/reset/done/"]


def guarded(response) -> None:
    """The strict policy, no frame, no guessing of types."""
    policy = {part.strip() for part in response["Content-Security-Policy"].split(";")}
    (script,) = policy - POLICY
    assert policy >= POLICY
    assert re.fullmatch(r"script-src 'self'( 'nonce-\S+')?", script)
    assert response["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    "path", ["/", "/my/", "/my/open", "/clinic/", "/staff/login/", "/admin/", "/nowhere", "/label"]
)
def test_every_answer_is_guarded(world, path):
    for browser in (Client(), world.phone(), world.desk()):
        guarded(browser.get(path))
        guarded(browser.post(path))


def test_so_are_a_wrong_host_and_the_way_to_https(db, settings):
    for secure in (False, True):
        settings.SECURE_SSL_REDIRECT = secure
        for host, status in (("evil.example", 400), ("testserver", 301 if secure else 403)):
            response = Client().get("/my/", HTTP_HOST=host)
            assert response.status_code == status
            assert response["Cache-Control"] == "no-store"
            guarded(response)


@pytest.mark.parametrize(
    "path",
    ["/my/", "/my/messages", "/my/calendar.ics", "/my/nothing", "/my/goodbye", "/my/open", "/clinic/", "/clinic/enrol"],
)
def test_what_is_personal_is_kept_by_no_browser_and_no_proxy(world, path):
    for browser in (Client(), world.phone(), world.desk()):
        for response in (browser.get(path), browser.post(path), browser.head(path)):
            assert response["Cache-Control"] == "no-store"


def test_what_may_be_kept_is_the_same_for_everybody(world):
    pages = [browser.get("/") for browser in (Client(), world.phone(), world.desk())]
    assert len({page.content for page in pages}) == 1
    assert not any(page.cookies for page in pages)


@pytest.mark.parametrize("page", [f"/admin/{page}" for page in ADMIN] + [f"/staff/{page}" for page in STAFF])
def test_pages_of_libraries_work_under_the_policy(db, page):
    root = User.objects.create_superuser("root@clinic.example", web.PASSWORD, name="Root")
    for browser in (web.browser_of_staff(root), Client()):
        assert not forbidden(browser.get(page, follow=True))


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_other_methods_tell_and_change_nothing(world, method):
    for path in ("/my/", "/my/check-in", "/my/leave", "/my/download", "/clinic/", "/check", "/label"):
        for browser in (world.phone(), world.desk()):
            response = browser.generic(method, path)
            assert response.status_code == 405
            assert not response.content
