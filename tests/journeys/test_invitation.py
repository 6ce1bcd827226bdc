"""From the clinic's desk to the patient's phone: an invitation opens a record once."""

import re

from tests.journeys.browser import person
from tests.journeys.people import desk_of
from tests.support import web


def enrolled(somebody, name="M. K."):
    """Fills in what must be, and gives the link and the code that are shown."""
    somebody.goes_to("/clinic/enrol")
    somebody.fills("Name or initials", name)
    somebody.chooses("Face, 1.5 mm")
    somebody.page.locator("[name=done_on]").fill("")
    somebody.page.locator("[name=done_on]").fill(somebody.page.evaluate("new Date().toISOString().slice(0, 10)"))
    somebody.page.locator("[name=consent]").check(force=True)
    somebody.taps_on("Enrol and make the link")
    somebody.sees("Code for typing")
    link = re.search(r"(/my/open#\S+)", somebody.reads())
    return link[1], somebody.page.locator(".app-code").inner_text()


def test_a_nurse_enrols_a_patient_and_their_phone_opens_the_record_by_the_link(browser, live_server, settings):
    clinic = web.a_clinic()
    web.a_template(clinic, "Face, 1.5 mm")
    with desk_of(browser, live_server.url, web.a_user(clinic)) as nurse:
        link, _ = enrolled(nurse)
        nurse.page_is_good()
    with person(browser, live_server.url) as patient:
        patient.goes_to(link)
        patient.sees("Tonight")
        assert "#" not in patient.page.url
        patient.page_is_good()
    with person(browser, live_server.url) as stranger:
        stranger.goes_to(link)
        stranger.sees("used")
        assert "Tonight" not in stranger.reads()


def test_without_scripts_the_short_code_opens_the_record(browser, live_server):
    clinic = web.a_clinic()
    web.a_template(clinic, "Face, 1.5 mm")
    with desk_of(browser, live_server.url, web.a_user(clinic), java_script_enabled=False) as nurse:
        nurse.goes_to("/clinic/enrol")
        nurse.fills("Name or initials", "M. K.")
        nurse.chooses("Face, 1.5 mm")
        nurse.page.locator("[name=consent]").check(force=True)
        nurse.taps_on("Enrol and make the link")
        code = nurse.page.locator(".app-code").inner_text()
    with person(browser, live_server.url, java_script_enabled=False) as patient:
        patient.goes_to("/my/open")
        patient.fills("Code", code.lower().replace("-", " "))
        patient.taps_on("Open my record")
        patient.sees("Tonight")
