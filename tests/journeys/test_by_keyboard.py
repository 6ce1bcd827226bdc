"""By keyboard alone: every step can be reached, seen and taken."""

from tests.journeys.browser import person
from tests.journeys.keyboard import goes_on_to, words_in_focus
from tests.journeys.people import a_patient, phone_of


def overlap(page, one, other):
    first, second = page.locator(one).bounding_box(), page.locator(other).bounding_box()
    return first["y"] < second["y"] + second["height"] and second["y"] < first["y"] + first["height"]


def test_the_check_is_walked_by_keyboard_alone(browser, live_server):
    with person(browser, live_server.url) as somebody:
        somebody.goes_to("/")
        page = somebody.page
        page.keyboard.press("Tab")
        assert words_in_focus(page) == "Skip to main content"
        assert not overlap(page, ".nhsuk-skip-link", ".app-header__name")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert words_in_focus(page) == "Is this normal?"
        page.keyboard.press("Enter")
        page.wait_for_url("**/check")
        goes_on_to(page, name="day")
        page.keyboard.type("2")
        page.keyboard.press("Enter")
        somebody.sees("Do you have any of these now")


def test_a_check_in_is_told_by_keyboard_alone(browser, live_server):
    patient = a_patient(day=3)
    with phone_of(browser, live_server.url, patient) as somebody:
        page = somebody.page
        somebody.goes_to("/my/")
        goes_on_to(page, "Check in · about 1 minute")
        page.keyboard.press("Enter")
        page.wait_for_url("**/my/check-in?**")
        goes_on_to(page, name="trend")
        page.keyboard.press("ArrowRight")
        assert words_in_focus(page) == "The same"
        goes_on_to(page, "None of these")
        page.keyboard.press("Space")
        for title in ("What do you see?", "How does it feel?", "What did you use and do?", "Anything else?"):
            goes_on_to(page, "Next")
            page.keyboard.press("Enter")
            page.get_by_role("heading", level=1, name=title).wait_for()
        goes_on_to(page, name="note")
        page.keyboard.type("Less red.")
        goes_on_to(page, "Send")
        page.keyboard.press("Enter")
        page.wait_for_url("**/my/answers/**")
    told = patient.treatments.get().check_ins.get().told
    assert (told["trend"], told["note"], told["signs"]["vesicles"]) == ("stable", "Less red.", "none")


def test_enter_in_the_middle_of_a_check_in_goes_on_and_sends_nothing(browser, live_server):
    patient = a_patient(day=3)
    with phone_of(browser, live_server.url, patient) as somebody:
        page = somebody.page
        somebody.goes_to("/my/check-in")
        somebody.chooses("Hives")
        somebody.taps_on("Next")
        somebody.sees("You told us of a warning sign.")
        for title in ("How does it feel?", "What did you use and do?"):
            page.locator("main input[type=radio]").first.focus()
            page.keyboard.press("Enter")
            page.get_by_role("heading", level=1, name=title).wait_for()
    assert not patient.treatments.get().check_ins.exists()
