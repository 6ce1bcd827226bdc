"""The cookies: for this host alone, over HTTPS alone, out of the reach of scripts, new at every change of rights."""

import runpy
from typing import Any

import pytest
from django.test import Client

from needlecare.web import settings as settings_module
from tests.support import web


def settings_with(monkeypatch: pytest.MonkeyPatch, **environment: str) -> dict[str, Any]:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(str(settings_module.__file__))


def test_over_https_the_browser_itself_holds_them_to_this_host(monkeypatch):
    found = settings_with(monkeypatch, NEEDLECARE_HTTPS="yes")
    for kind in ("SESSION", "CSRF"):
        assert found[f"{kind}_COOKIE_NAME"].startswith("__Host-")
        assert found[f"{kind}_COOKIE_SECURE"] is True
        assert found[f"{kind}_COOKIE_HTTPONLY"] is True if kind == "CSRF" else "SESSION_COOKIE_HTTPONLY" not in found
        assert not any(
            f"{kind}_COOKIE_{rule}" in found for rule in ("DOMAIN", "PATH", "SAMESITE")
        )  # Django's: none, /, Lax


def test_without_https_their_names_claim_nothing(monkeypatch):
    found = settings_with(monkeypatch, NEEDLECARE_HTTPS="no")
    for kind in ("SESSION", "CSRF"):
        assert not found[f"{kind}_COOKIE_NAME"].startswith("__")
        assert found[f"{kind}_COOKIE_SECURE"] is False


def test_real_use_is_over_https_unless_it_is_said_otherwise(monkeypatch):
    monkeypatch.delenv("NEEDLECARE_HTTPS", raising=False)
    assert settings_with(monkeypatch, NEEDLECARE_MODE="real", NEEDLECARE_SECRET_KEY="x" * 50)["HTTPS"] is True


def test_signing_in_makes_a_new_session(world):
    browser = Client()
    browser.force_login(web.a_user(world.clinic))
    before = browser.session.session_key
    browser.post("/staff/logout/")
    browser.cookies["staff"] = before
    browser.post("/staff/login/", {"login": "ada@clinic.example", "password": web.PASSWORD})
    cookie = browser.cookies["staff"]
    assert cookie.value != before
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Lax", "/", "")


def test_a_new_password_signs_all_other_browsers_out(world):
    here, elsewhere = world.desk(), world.desk()
    new = "four words go together"
    here.post("/staff/password/change/", {"oldpassword": web.PASSWORD, "password1": new, "password2": new})
    assert here.get("/clinic/").status_code == 200
    assert elsewhere.get("/clinic/").status_code == 302


def test_a_secret_put_into_a_browser_beforehand_is_replaced(world):
    browser = Client()
    browser.cookies["record"] = "x" * 43
    from needlecare.web.journal import actions

    browser.post("/my/open", {"token": actions.invite(patient=world.patient, now=web.NOW).token})
    assert browser.cookies["record"].value != "x" * 43
