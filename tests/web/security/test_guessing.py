"""Codes and passwords cannot be tried out, and nobody is locked out by the tries of others."""

import pytest
from django.test import Client

from needlecare.web.journal import actions
from needlecare.web.journal.actions.admitting import COUNTS_FOR, TRIES_BY_ADDRESS
from needlecare.web.journal.models import Attempt, Device
from needlecare.web.journal.tasks import send_due_reminders
from tests.support import web


def typed(code: str, **headers: str) -> int:
    """The status after a code was typed in a browser of its own."""
    return Client().post("/my/open", {"code": code}, **headers).status_code


def test_behind_a_proxy_each_patient_has_an_address_of_their_own(world, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    code = actions.invite(patient=world.patient, now=web.NOW).code
    for _ in range(TRIES_BY_ADDRESS):
        typed("2222-2222", HTTP_X_FORWARDED_FOR="192.0.2.66")
    assert typed(code, HTTP_X_FORWARDED_FOR="192.0.2.66") == 429
    assert typed(code, HTTP_X_FORWARDED_FOR="192.0.2.7") == 302


@pytest.mark.parametrize("proxies", [0, 1])
def test_an_address_that_somebody_made_up_is_not_believed(world, settings, proxies):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    code, behind = actions.invite(patient=world.patient, now=web.NOW).code, ", 192.0.2.66" * proxies
    for at in range(TRIES_BY_ADDRESS):
        typed("2222-2222", HTTP_X_FORWARDED_FOR=f"10.0.0.{at}{behind}")
    assert typed(code, HTTP_X_FORWARDED_FOR=f"10.0.0.99{behind}") == 429
    assert not Device.objects.filter(patient=world.patient).exists()


def test_a_link_is_not_held_up_by_guesses_of_codes(world):
    token = actions.invite(patient=world.patient, now=web.NOW).token
    for _ in range(TRIES_BY_ADDRESS + 1):
        typed("2222-2222")
    assert Client().post("/my/open", {"token": token}).status_code == 302


def test_passwords_are_counted_by_account_and_address(world, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    sent = {"login": "ada@clinic.example", "password": "wrong"}
    for _ in range(6):
        Client().post("/staff/login/", sent, HTTP_X_FORWARDED_FOR="192.0.2.66")
    right = {**sent, "password": web.PASSWORD}
    assert Client().post("/staff/login/", right, HTTP_X_FORWARDED_FOR="192.0.2.66").status_code != 302


def test_of_a_guess_a_keyed_hash_is_kept_for_an_hour_and_nothing_longer(world, clock):
    typed("2222-2222")
    assert "127.0.0.1" not in Attempt.objects.get().address_hash
    clock.pass_time(seconds=COUNTS_FOR.total_seconds() + 1)
    send_due_reminders()
    assert not Attempt.objects.exists()


def test_another_secret_of_the_app_ends_codes_and_leaves_links_and_devices(world, settings):
    phone, invited = world.phone(), actions.invite(patient=world.patient, now=web.NOW)
    settings.SECRET_KEY = "another secret " * 5
    assert typed(invited.code) == 404
    assert phone.get("/my/").status_code == 200
    assert Client().post("/my/open", {"token": invited.token}).status_code == 302
