"""Every address of the app, opened by everybody: without a session, with somebody else's, with one that has ended."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from tests.support import web
from tests.web.addresses import ACCOUNT, ADMIN, CLINIC, PUBLIC, RECORD, Address, addresses

ALL = addresses()
NAME, NOTE = "Violet Victim", "nobody else may read this"
pytestmark = pytest.mark.django_db


def of(*kinds: str) -> Any:
    """All addresses of these kinds."""
    found = [address for address in ALL if address.of in kinds]
    return pytest.mark.parametrize("address", found, ids=[address.name or address.route for address in found])


@pytest.fixture
def victim() -> SimpleNamespace:
    """A patient of whose record nobody else may see a word."""
    clinic = web.a_clinic("Clinic on the Hill")
    patient = web.a_patient(clinic, shown_name=NAME, email="violet@victim.example")
    treatment = patient.treatments.get()
    check_in = web.a_check_in(treatment, signs={"erythema": "mild"}, note=NOTE)
    product, message = web.a_product(patient, f"cream: {NOTE}"), web.a_message(patient, NOTE)
    template = web.a_template(clinic, f"Template of {NAME}")
    return SimpleNamespace(
        clinic=clinic, patient=patient, check_in=check_in, product=product, message=message, template=template
    )


def path_of(address: Address, victim: SimpleNamespace) -> str:
    """The path with the ids of the victim's own things in its places."""
    whole = {
        "answers/<uuid:id>": str(victim.check_in.pk), "products/<int:id>": str(victim.product.pk),
        "patients/<uuid:id>": str(victim.patient.pk), "templates/<int:id>": str(victim.template.pk),
    }  # fmt: skip
    route = "/" + address.route
    for part, value in whole.items():
        route = route.replace(part, f"{part.split('/')[0]}/{value}")
    for place, value in {
        "<int:device_id>": victim.patient.devices.values_list("pk", flat=True).first() or 1,
        "<int:day>": 3, "<int:id>": 1, "<str:id>": "erythema", "<slug:id>": "erythema",
    }.items():  # fmt: skip
        route = route.replace(place, str(value))
    return route


def tells_nothing(response: Any) -> None:
    """Not a word of the victim's."""
    said = b"".join(response.streaming_content) if response.streaming else response.content
    assert NAME.encode() not in said
    assert NOTE.encode() not in said
    assert b"violet@victim.example" not in said


@of(RECORD)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_record_is_shut_without_a_session(address, method, victim):
    response = getattr(Client(), method)(path_of(address, victim))
    assert response.status_code in (403, 405)
    tells_nothing(response)


@of(RECORD)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_session_opens_its_own_record_alone(address, method, victim):
    browser = web.browser_of(web.a_patient(shown_name="Somebody Else"))
    response = getattr(browser, method)(path_of(address, victim))
    if "<" in address.route:
        assert response.status_code in (404, 405)
    tells_nothing(response)
    assert type(victim.patient).objects.filter(pk=victim.patient.pk).exists()
    assert type(victim.product).objects.filter(pk=victim.product.pk, removed_at=None).exists()


@of(RECORD)
def test_a_session_that_was_ended_opens_nothing(address, victim):
    browser = web.browser_of(victim.patient)
    victim.patient.devices.update(ended_at=web.NOW)
    response = browser.get(path_of(address, victim))
    assert response.status_code in (403, 405)
    tells_nothing(response)


@of(RECORD)
def test_a_session_opens_nothing_after_its_time(address, victim, clock):
    browser = web.browser_of(victim.patient)
    clock.pass_time(days=400)
    response = browser.get(path_of(address, victim))
    assert response.status_code in (403, 405)
    tells_nothing(response)


@of(RECORD)
def test_a_staff_account_is_no_way_into_a_patients_own_pages(address, victim):
    response = web.browser_of_staff(web.a_user(victim.clinic)).get(path_of(address, victim))
    assert response.status_code in (403, 405)


@pytest.mark.parametrize("when", ["used", "expired", "withdrawn"])
def test_an_invitation_that_is_over_opens_nothing(when, victim, clock):
    from needlecare.web.journal import actions

    invited = actions.invite(patient=victim.patient, now=web.NOW)
    if when == "used":
        actions.accept(token=invited.token, address="192.0.2.9", now=web.NOW)
    elif when == "expired":
        clock.moment = invited.expires_at + timedelta(seconds=1)
    else:
        actions.invite(patient=victim.patient, now=web.NOW)
    for sent in ({"token": invited.token}, {"code": invited.code}):
        browser = Client()
        response = browser.post("/my/open", sent)
        assert response.status_code == 410
        assert browser.get("/my/").status_code == 403
        tells_nothing(response)


@of(CLINIC)
@pytest.mark.parametrize("method", ["get", "post"])
def test_the_clinics_pages_ask_strangers_to_sign_in(address, method, victim):
    response = getattr(Client(), method)(path_of(address, victim))
    assert response.status_code in (302, 405)
    if response.status_code == 302:
        assert response["Location"].startswith("/staff/")
    tells_nothing(response)


@of(CLINIC)
@pytest.mark.parametrize("method", ["get", "post"])
def test_another_clinic_sees_nothing(address, method, victim):
    staff = web.browser_of_staff(web.a_user(web.a_clinic("Clinic in the Valley")))
    response = getattr(staff, method)(path_of(address, victim))
    if "<" in address.route:
        assert response.status_code in (404, 405)
    tells_nothing(response)


@of(CLINIC)
def test_a_patients_session_is_no_way_into_the_clinics_pages(address, victim):
    response = web.browser_of(victim.patient).get(path_of(address, victim))
    assert response.status_code in (302, 405)


@of(ADMIN)
def test_the_admin_is_shut_to_all_but_superusers(address, victim):
    for browser in (
        Client(),
        web.browser_of_staff(web.a_user(victim.clinic, role="lead")),
        web.browser_of(victim.patient),
    ):
        response = browser.get(path_of(address, victim))
        assert response.status_code in (301, 302, 403, 404)
        tells_nothing(response)


@of(PUBLIC)
def test_a_public_page_leaves_nothing_in_the_browser(address, victim):
    if address.name == "journal:open":
        return  # a form that opens a record has the check against forgery, which needs a cookie
    browser = Client()
    response = browser.get(path_of(address, victim), follow=True)
    assert response.status_code in (200, 404, 405)
    assert not browser.cookies
    assert not [to for to, _ in response.redirect_chain if to.startswith(("/my/", "/clinic/", "/staff/", "/admin/"))]
    tells_nothing(response)


@of(PUBLIC, RECORD, CLINIC, ACCOUNT)
def test_no_address_breaks(address, victim):
    patient, staff = web.browser_of(victim.patient), web.browser_of_staff(web.a_user(victim.clinic))
    for browser in (Client(), patient, staff):
        for method in (browser.get, browser.post, browser.put, browser.delete, browser.head):
            assert method(path_of(address, victim)).status_code < 500


def test_nobody_signs_up():
    assert not [address for address in ALL if "signup" in address.route or "signup" in address.name]
