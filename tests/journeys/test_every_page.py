"""Every page is good: on a phone, on a desktop, by day and in the dark, and enlarged to 400 %."""

import pytest

from tests.journeys.browser import ZOOMED, Person, person
from tests.journeys.people import a_patient, desk_of, phone_of, yesterday
from tests.support import web

PUBLIC = (
    "/", "/check", "/check/open", "/label", "/why-spots", "/why-spots/preexisting_acne", "/normal", "/normal/3",
    "/signs/erythema", "/when", "/sources", "/about", "/my/open", "/my/goodbye", "/staff/login/",
    "/staff/password/reset/", "/no-such-page",
)  # fmt: skip
RECORD = (
    "/my/", "/my/check-in", "/my/check-in?same", "/my/course", "/my/plan", "/my/products", "/my/messages", "/my/call",
    "/my/looks", "/my/reminders", "/my/devices", "/my/caregiver", "/my/leave",
)  # fmt: skip
CLINIC = ("/clinic/", "/clinic/enrol", "/clinic/templates", "/clinic/templates/add")


def walk(somebody: Person, paths: tuple[str, ...]) -> None:
    for path in paths:
        somebody.complaints.clear()
        somebody.goes_to(path)
        if path == "/no-such-page":
            somebody.complaints.clear()  # the browser complains of the 404 itself
        somebody.page_is_good()


def test_the_public_pages_are_good(browser, live_server, screen):
    with person(browser, live_server.url, screen) as somebody:
        walk(somebody, PUBLIC)


def test_a_patients_pages_are_good(browser, live_server, screen):
    patient = a_patient(day=3)
    yesterday(patient)
    web.a_product(patient)
    web.a_message(patient)
    last = patient.treatments.get().check_ins.get()
    with phone_of(browser, live_server.url, patient, screen) as somebody:
        walk(somebody, (*RECORD, f"/my/answers/{last.pk}"))


@pytest.mark.parametrize("day", [-2, 0, 10, 40])
def test_the_first_page_of_a_record_is_good_on_any_day(browser, live_server, day):
    with phone_of(browser, live_server.url, a_patient(day=day)) as somebody:
        walk(somebody, ("/my/", "/my/course", "/my/plan"))


def test_the_clinics_pages_are_good(browser, live_server, screen):
    clinic = web.a_clinic()
    patient = a_patient(day=3, clinic=clinic)
    yesterday(patient)
    template = web.a_template(clinic)
    with desk_of(browser, live_server.url, web.a_user(clinic), screen) as somebody:
        walk(somebody, (*CLINIC, f"/clinic/patients/{patient.pk}", f"/clinic/patients/{patient.pk}/plan"))
        walk(somebody, (f"/clinic/templates/{template.pk}", "/staff/password/change/"))


def test_all_is_readable_at_four_hundred_per_cent(browser, live_server):
    patient = a_patient(day=3)
    yesterday(patient)
    last = patient.treatments.get().check_ins.get()
    with phone_of(browser, live_server.url, patient, ZOOMED) as somebody:
        walk(
            somebody,
            ("/", "/check", "/label", "/normal/3", "/my/", "/my/check-in", "/my/course", f"/my/answers/{last.pk}"),
        )
