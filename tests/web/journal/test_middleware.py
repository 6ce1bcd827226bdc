"""What a browser's cookie opens, what that costs, and what it cannot be talked into."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from needlecare.web.journal.cookie import cookie_name, forget_secret, keep_secret
from needlecare.web.journal.middleware import DeviceMiddleware
from needlecare.web.journal.models import Device
from tests.support.web import NOW, a_patient, admitted

pytestmark = pytest.mark.django_db


def opened(cookies: str = ""):
    request = RequestFactory().get("/my/", HTTP_COOKIE=cookies)
    DeviceMiddleware(lambda request: HttpResponse())(request)
    return request.device, request.patient


def test_without_a_cookie_nothing_is_opened_and_nothing_is_asked(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert opened() == (None, None)


def test_a_device_and_its_patient_and_clinic_cost_one_query(django_assert_num_queries):
    made = admitted(a_patient())
    with django_assert_num_queries(1):
        device, patient = opened(f"{cookie_name()}={made.secret}")
        assert (device, patient) == (made.device, made.device.patient)
        assert patient.clinic.name


@pytest.mark.parametrize("forged", ["", "x", "x" * 43, "x" * 4000, "é" * 43, "%00" * 14 + "x", "../" * 14 + "x"])
def test_what_nobody_gave_opens_nothing(forged):
    admitted(a_patient())
    assert opened(f"{cookie_name()}={forged}") == (None, None)


def test_what_is_kept_of_a_secret_opens_nothing():
    made = admitted(a_patient())
    assert opened(f"{cookie_name()}={made.device.secret_hash}") == (None, None)


def test_the_day_of_its_last_use_is_written_once_a_day(clock, django_assert_num_queries):
    cookie = f"{cookie_name()}={admitted(a_patient()).secret}"
    clock.pass_time(days=1)
    opened(cookie)
    assert Device.objects.get().seen_on == (NOW + timedelta(days=1)).date()
    clock.pass_time(hours=1)
    with django_assert_num_queries(1):
        opened(cookie)


@pytest.mark.parametrize(("https", "name"), [(True, "__Host-record"), (False, "record")])
def test_the_cookie_is_for_this_host_and_for_no_script(settings, https, name):
    settings.HTTPS = https
    response, made = HttpResponse(), admitted(a_patient())
    keep_secret(response, made.device, made.secret, NOW)
    cookie = response.cookies[name]
    assert cookie.value == made.secret
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Lax", "/", "")
    assert bool(cookie["secure"]) == https
    assert cookie["max-age"] == 180 * 24 * 60 * 60


def test_a_forgotten_secret_is_taken_from_the_browser():
    response = HttpResponse()
    forget_secret(response)
    assert (response.cookies[cookie_name()].value, response.cookies[cookie_name()]["max-age"]) == ("", 0)
