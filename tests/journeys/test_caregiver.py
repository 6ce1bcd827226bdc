"""Somebody who helps: admitted by the patient's own link, to check in and to write, and to nothing more."""

from urllib.parse import urlsplit

from tests.journeys.browser import person
from tests.journeys.people import a_patient, phone_of

THE_PATIENTS_OWN = ("/my/leave", "/my/caregiver", "/my/devices", "/my/looks", "/my/reminders")


def test_a_caregiver_checks_in_by_the_patients_link_and_may_not_leave_for_them(browser, live_server):
    patient = a_patient(day=3)
    with phone_of(browser, live_server.url, patient) as somebody:
        somebody.goes_to("/my/caregiver")
        somebody.taps_on("Make a link for them")
        link = urlsplit(somebody.page.locator("dd", has_text="/my/open#").inner_text())
        somebody.page_is_good()
        with person(browser, live_server.url) as helper:
            helper.goes_to(f"{link.path}#{link.fragment}")
            helper.page.wait_for_url("**/my/")
            helper.sees("for M. K.")
            helper.taps_on("Check in · about 1 minute")
            helper.chooses("The same")
            helper.chooses("None of these")
            for _ in range(4):
                helper.taps_on("Next")
            helper.taps_on("Send")
            helper.page.wait_for_url("**/my/answers/**")
            helper.page_is_good()
            for path in THE_PATIENTS_OWN:
                answer = helper.page.goto(path)
                assert answer is not None
                assert answer.status == 403, path
            assert helper.page.get_by_role("link", name="Download or leave").count() == 0
        somebody.goes_to("/my/caregiver")
        somebody.page.locator("main .app-rows .app-quiet").click()
        somebody.page.wait_for_url("**/my/devices")
        somebody.goes_to("/my/caregiver")
        somebody.sees("Nobody yet.")
    assert patient.treatments.get().check_ins.get().who == "caregiver"


def test_a_caregiver_who_was_ended_is_shut_out_with_what_they_were_telling_still_there(browser, live_server):
    patient = a_patient(day=3)
    with phone_of(browser, live_server.url, patient, who="caregiver") as helper:
        helper.goes_to("/my/check-in")
        helper.chooses("Worse")
        patient.devices.update(ended_at=patient.enrolled_at)
        helper.taps_on("Next")
        helper.page.get_by_role("heading", level=1).wait_for()
        assert helper.page.locator("input[name=trend][value=worsening]").count() == 1
    assert not patient.treatments.get().check_ins.exists()
