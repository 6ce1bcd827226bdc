"""Pages that are answered in place: nothing is loaded anew, the reader is led to what changed, and Back leads back."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import expect

from tests.journeys.answering import told_day_three
from tests.journeys.browser import PHONE, Person, person

LABEL = "Aqua, Glycerin, Glycolic Acid, Phenoxyethanol, Parfum"


@contextmanager
def somebody_at(path: str, browser, live_server, **options) -> Iterator[Person]:
    """Somebody on a phone, on a page that bears a mark: it is gone as soon as a page is loaded."""
    with person(browser, live_server.url, PHONE, **options) as found:
        found.goes_to(path)
        found.page.evaluate("window.mark = true")
        yield found


def heading(somebody: Person) -> str:
    """The heading that the reader was led to, which is in sight."""
    found = somebody.page.locator("h1")
    expect(found).to_be_focused()
    expect(found).to_be_in_viewport()
    return found.inner_text()


def is_in_place(somebody: Person) -> bool:
    """Whether no page was loaded since the first."""
    return bool(somebody.page.evaluate("window.mark === true"))


def test_a_step_changes_the_page_in_place_and_leads_to_its_heading(browser, live_server):
    with somebody_at("/check", browser, live_server) as somebody:
        somebody.page.locator("[name=day]").fill("3")
        somebody.page.evaluate("scrollTo(0, document.body.scrollHeight)")
        somebody.taps_on("Continue")
        expect(somebody.page).to_have_title("Signs to look for first · step 2 of 10 · Needlecare")
        assert "Signs to look for first" in heading(somebody)
        assert somebody.page.evaluate("scrollY") == 0
        somebody.page_is_good()
        assert is_in_place(somebody)


def test_what_is_wrong_is_read_first(browser, live_server):
    with somebody_at("/check", browser, live_server) as somebody:
        somebody.page.locator("[name=day]").fill("x")
        somebody.taps_on("Continue")
        expect(somebody.page.locator(".nhsuk-error-summary")).to_be_focused()
        expect(somebody.page).to_have_title("Error: Your treatment · step 1 of 10 · Needlecare")
        assert somebody.page.locator("[name=day]").input_value() == "x"
        somebody.complaints.clear()  # the browser complains of the 422 itself
        somebody.page_is_good()
        assert is_in_place(somebody)


def test_the_next_question_is_answered_in_the_answer_and_the_card_is_seen(browser, live_server):
    with somebody_at("/check", browser, live_server) as somebody:
        told_day_three(somebody)
        asked = somebody.page.locator("#ask")
        before = asked.inner_text()
        asked.scroll_into_view_if_needed()
        somebody.taps_on("Skip this question")
        expect(asked).not_to_have_text(before)
        expect(somebody.page.locator(".app-card")).to_be_in_viewport()
        assert "day 3" in heading(somebody)
        assert is_in_place(somebody)


def test_a_fact_is_changed_at_its_place(browser, live_server):
    with somebody_at("/check", browser, live_server) as somebody:
        told_day_three(somebody)
        somebody.page.get_by_role("button", name="Change Redness").first.click()
        expect(somebody.page.locator("#sign-erythema")).to_be_focused()
        somebody.page.locator("[name='sign.erythema'][value=severe]").check(force=True)
        somebody.taps_on("Show the answer")
        somebody.sees("What would change this")
        assert "severe" in somebody.page.locator(".app-because").inner_text()
        assert is_in_place(somebody)


def test_back_and_forward_lead_through_the_steps_with_all_that_was_told(browser, live_server):
    with somebody_at("/label", browser, live_server) as somebody:
        somebody.goes_to("/check")
        somebody.page.evaluate("window.mark = true")
        told_day_three(somebody)
        somebody.page.go_back()
        expect(somebody.page.locator("h1")).to_contain_text("What you see today")
        expect(somebody.page.locator("[name='sign.erythema'][value=mild]")).to_be_checked()
        somebody.page.go_back()
        somebody.page.go_back()  # sooner than the answer to the first
        expect(somebody.page.locator("h1")).to_contain_text("Your treatment")
        expect(somebody.page.locator("[name=day]")).to_have_value("3")
        somebody.page.locator("[name=day]").fill("4")
        somebody.page.go_forward()
        expect(somebody.page.locator("h1")).to_contain_text("Signs to look for first")
        somebody.taps_on("Show the answer")
        somebody.sees("What would change this")
        assert "day 4" in heading(somebody)
        assert "Redness" in somebody.page.locator(".app-because").inner_text()
        assert is_in_place(somebody)
        assert somebody.page.evaluate("JSON.stringify(history.state)").count("erythema") == 0
        for _ in range(2):
            somebody.page.go_back()
            expect(somebody.page.locator("h1")).not_to_contain_text("day 4")
        somebody.page.go_back()
        somebody.page.wait_for_url("**/label")


def test_after_a_reload_back_leaves(browser, live_server):
    with somebody_at("/label", browser, live_server) as somebody:
        somebody.goes_to("/check")
        told_day_three(somebody)
        somebody.page.reload()
        expect(somebody.page.locator("h1")).to_contain_text("Your treatment")
        somebody.page.go_back(wait_until="commit")
        somebody.page.wait_for_url("**/label")


def test_without_a_connection_it_says_so_and_keeps_what_was_told(browser, live_server):
    with somebody_at("/check", browser, live_server) as somebody:
        somebody.page.locator("[name=day]").fill("3")
        somebody.context.set_offline(True)
        somebody.taps_on("Continue")
        said = somebody.page.get_by_role("alert").get_by_text("Not sent.")
        expect(said).to_be_in_viewport()
        assert somebody.page.locator("[name=day]").input_value() == "3"
        somebody.complaints.clear()  # the browser complains of it itself
        somebody.page_is_good()
        somebody.context.set_offline(False)
        somebody.page.wait_for_timeout(1000)  # a second press within a second is none
        somebody.taps_on("Continue")
        expect(somebody.page.locator("h1")).to_contain_text("Signs to look for first")
        assert somebody.page.get_by_text("Not sent.").is_hidden()
        somebody.context.set_offline(True)
        somebody.page.go_back()
        expect(somebody.page.get_by_text("Not sent.")).to_be_in_viewport()
        somebody.context.set_offline(False)
        somebody.page.go_back()
        expect(somebody.page.locator("[name=day]")).to_have_value("3")


def test_what_is_refused_is_said_beside_what_was_told(browser, live_server):
    with somebody_at("/label", browser, live_server) as somebody:
        text = "Aqua, " * 200_000
        somebody.page.locator("[name=day]").fill("3")
        somebody.page.locator("textarea").evaluate("(field, text) => { field.value = text }", text)
        somebody.taps_on("Check the product")
        expect(somebody.page.get_by_role("alert").get_by_text("That is too large")).to_be_in_viewport()
        assert somebody.page.locator("[name=day]").input_value() == "3"
        assert "too large" not in somebody.page.title()


def test_a_label_is_answered_in_place_and_back_leads_to_the_filled_form(browser, live_server):
    with somebody_at("/label", browser, live_server) as somebody:
        somebody.page.locator("textarea").fill(LABEL)
        somebody.page.locator("[name=day]").fill("2")
        somebody.taps_on("Check the product")
        somebody.sees("Wait until day")
        assert "Wait until day" in heading(somebody)
        somebody.page_is_good()
        somebody.page.go_back()
        expect(somebody.page.locator("h1")).to_have_text("Can I use this today?")
        expect(somebody.page.locator("textarea")).to_have_value(LABEL)
        assert is_in_place(somebody)


def test_nothing_is_put_into_the_browser(browser, live_server):
    with somebody_at("/check", browser, live_server) as somebody:
        told_day_three(somebody)
        somebody.goes_to("/about")
        assert somebody.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
        assert somebody.context.storage_state() == {"cookies": [], "origins": []}


def test_the_browser_asks_before_open_questions_are_left_and_never_before_an_answer_is(browser, live_server):
    with somebody_at("/check", browser, live_server) as somebody:
        asked: list[str] = []
        somebody.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
        somebody.page.locator("[name=day]").fill("3")
        somebody.taps_on("Continue")
        expect(somebody.page.locator("h1")).to_contain_text("Signs to look for first")
        somebody.page.evaluate("location.assign('/about')")
        expect(somebody.page.locator("h1")).to_contain_text("Signs to look for first")
        assert asked == ["beforeunload"]
        somebody.taps_on("Show the answer")
        somebody.sees("What would change this")
        somebody.goes_to("/about")
        assert asked == ["beforeunload"]
