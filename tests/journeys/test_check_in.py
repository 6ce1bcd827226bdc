"""A patient tells how the skin is, and reads at once what that means."""

import time

import pytest
from django.utils import timezone

from tests.journeys.people import a_patient, phone_of, yesterday

SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
READING = 2.5  # seconds that a person takes to read and tap once; an estimate
MOST_TAPS, MOST_TAPS_SAME = 25, 3


def an_ordinary_day(somebody):
    """From the first page of the record to the answer, as on an ordinary day."""
    somebody.taps_on("Check in · about 1 minute")
    for _ in range(5):
        page = somebody.page
        if page.get_by_text("Compared with yesterday, is your skin").count():
            somebody.chooses("The same")
            somebody.chooses("None of these")
        elif page.get_by_role("heading", name="How does it feel?").count():
            somebody.taps += 1
            page.locator("[name=pain_0_10][value='1']").check(force=True)
        if page.get_by_role("button", name="Send", exact=True).count():
            break
        somebody.taps_on("Next")
    somebody.taps_on("Send")
    somebody.page.wait_for_url("**/my/answers/**")


@SCRIPTS
def test_an_ordinary_day_is_told_in_a_minute_and_few_taps(browser, live_server, screen, scripts):
    patient = a_patient(day=3)
    yesterday(patient)
    with phone_of(browser, live_server.url, patient, screen, java_script_enabled=scripts) as somebody:
        somebody.goes_to("/my/")
        started = time.monotonic()
        an_ordinary_day(somebody)
        machine = time.monotonic() - started
        somebody.page_is_good()
        assert somebody.taps <= MOST_TAPS
        assert machine + somebody.taps * READING < 60
    assert patient.treatments.get().check_ins.count() == 2


@SCRIPTS
def test_the_same_as_yesterday_takes_three_taps(browser, live_server, scripts):
    patient = a_patient(day=3)
    yesterday(patient)
    with phone_of(browser, live_server.url, patient, java_script_enabled=scripts) as somebody:
        somebody.goes_to("/my/")
        somebody.taps_on("Same as yesterday")
        somebody.chooses("None of these")
        somebody.taps_on("Send")
        somebody.page.wait_for_url("**/my/answers/**")
        assert somebody.taps <= MOST_TAPS_SAME
    first, second = patient.treatments.get().check_ins.order_by("made_at")
    assert second.told["signs"]["erythema"] == first.told["signs"]["erythema"]


def test_trouble_breathing_is_answered_with_the_emergency_card(browser, live_server):
    patient = a_patient(day=1)
    with phone_of(browser, live_server.url, patient) as somebody:
        somebody.goes_to("/my/check-in")
        somebody.chooses("Trouble breathing")
        somebody.taps_on("Next")
        somebody.taps_on("Send now and leave out the rest")
        somebody.page.wait_for_url("**/my/answers/**")
        assert "emergency" in somebody.reads().lower()
        somebody.page_is_good()
    assert patient.treatments.get().check_ins.get().assessment.level == "emergency"


def test_a_check_in_that_could_not_be_sent_is_kept_on_the_page_and_sent_once_later(browser, live_server):
    patient = a_patient(day=3)
    yesterday(patient)
    with phone_of(browser, live_server.url, patient) as somebody:
        somebody.goes_to("/my/check-in?same")
        somebody.chooses("None of these")
        somebody.context.set_offline(True)
        somebody.taps_on("Send")
        somebody.sees("Not sent yet")
        assert patient.treatments.get().check_ins.count() == 1
        kept = somebody.page.evaluate("[localStorage.length, sessionStorage.length]")
        assert kept == [0, 0]
        somebody.context.set_offline(False)  # and the page tries again by itself
        somebody.page.wait_for_url("**/my/answers/**")
    assert patient.treatments.get().check_ins.count() == 2


def test_going_back_and_sending_again_stores_nothing_twice(browser, live_server):
    patient = a_patient(day=3)
    yesterday(patient)
    with phone_of(browser, live_server.url, patient, java_script_enabled=False) as somebody:
        somebody.goes_to("/my/")
        somebody.taps_on("Same as yesterday")
        somebody.chooses("None of these")
        somebody.taps_on("Send")
        somebody.page.wait_for_url("**/my/answers/**")
        first = somebody.page.url
        somebody.page.go_back()
        somebody.chooses("None of these")
        somebody.taps_on("Send")
        somebody.page.wait_for_url("**/my/answers/**")
        assert somebody.page.url == first
    assert patient.treatments.get().check_ins.filter(made_at__date=timezone.now().date()).count() == 1
