"""Every link within a page leads to a place that is there, on every page that shows an answer or names its sources."""

import re
from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.support import web

pytestmark = pytest.mark.django_db
PUBLIC = ["", "check", "label", "why-spots", "why-spots/purging", "normal", "normal/3", "signs/erythema", "when",
          "when/retinoids", "sources", "about"]  # fmt: skip
RECORD = ["", "check-in", "check-in?same", "course", "plan", "products", "messages", "call", "looks"]


def dead(response: HttpResponse) -> set[str]:
    """The places that links lead to and that are not there."""
    html = response.content.decode()
    ids = set(re.findall(r'\bid="([^"]+)"', html))
    return {place for place in re.findall(r'href="#([^"]+)"', html) if place not in ids}


@pytest.mark.parametrize("page", PUBLIC)
def test_on_a_page_without_an_account(client: Client, page: str) -> None:
    assert dead(client.get(f"/{page}")) == set()


@pytest.mark.parametrize("told", [{}, {"day": "3"}, {"day": "9", "sign.erythema": "severe"}])
def test_on_a_result(client: Client, told: dict[str, str]) -> None:
    assert dead(client.post("/check/result", told)) == set()


@pytest.mark.parametrize("day", [-1, 0, 3, 28, 40])
def test_on_every_page_of_a_record(day: int) -> None:
    for response in pages_of_a_record(day):
        assert response.status_code in (200, 302)
        assert dead(response) == set()


def test_on_the_pages_of_the_clinic() -> None:
    clinic = web.a_clinic()
    patient = web.a_patient(clinic, day=3)
    web.a_check_in(patient.treatments.get(), signs={"erythema": "mild"})
    desk = web.browser_of_staff(web.a_user(clinic))
    for page in ("", "enrol", f"patients/{patient.pk}", f"patients/{patient.pk}/plan"):
        response = desk.get(f"/clinic/{page}", follow=True)
        assert response.status_code == 200, page
        assert dead(response) == set()


def pages_of_a_record(day: int) -> Iterator[HttpResponse]:
    patient = web.a_patient(day=day)
    web.a_product(patient, "Peel", "Aqua, Glycolic Acid")
    browser = web.browser_of(patient)
    yield from (browser.get(f"/my/{page}") for page in RECORD)
    if day >= 0:
        given = web.a_check_in(patient.treatments.get(), signs={"erythema": "moderate"})
        yield browser.get("/my/")
        yield browser.get(f"/my/answers/{given.pk}")
