"""An answer is taken to the clinic on paper: all that matters, with nothing to press, on as few sheets as it takes."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.browser import person

SHEETS = 2  # at most; an ordinary answer takes one with the letters of most machines


def sheets(page: Page) -> int:
    """How many sheets of A4 a page takes."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4")))


def test_an_answer_prints_with_all_of_its_plan_and_when_to_call(browser, live_server):
    with person(browser, live_server.url) as somebody:
        somebody.goes_to("/check")
        somebody.page.locator("[name=day]").fill("3")
        somebody.taps_on("Continue")
        somebody.chooses("None of these")
        somebody.taps_on("Continue")
        for name in ("erythema", "flaking"):
            somebody.page.locator(f"[name='sign.{name}'][value=mild]").check(force=True)
        somebody.taps_on("Show the answer")
        somebody.sees("What would change this")
        assert sheets(somebody.page) <= SHEETS
        somebody.page.emulate_media(media="print")
        for row in somebody.page.locator(".app-plan .app-why > summary").all():
            expect(row).to_be_visible()
        expect(somebody.page.get_by_role("heading", name="Ask your clinic in the next days if you get")).to_be_visible()
        assert not somebody.page.locator("main").get_by_role("button").filter(visible=True).count()
        assert not somebody.page.locator(".app-why__said").filter(visible=True).count()
