"""Somebody with a question and no account."""

import pytest

from tests.journeys.answering import told_day_three
from tests.journeys.browser import person

SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


@SCRIPTS
def test_is_this_normal_answers_for_pimples_on_day_three(browser, live_server, screen, scripts):
    with person(browser, live_server.url, screen, java_script_enabled=scripts) as somebody:
        somebody.goes_to("/check")
        told_day_three(somebody)
        somebody.page_is_good()
        assert "day 3" in somebody.reads()
        assert somebody.page.get_by_role("button", name="Print this page").is_visible() == scripts
        assert somebody.page.get_by_text("To print this page").is_visible() != scripts
        assert somebody.context.cookies() == []


def test_an_answer_is_taken_along_as_a_file_and_read_back_in(browser, live_server, tmp_path):
    with person(browser, live_server.url) as somebody:
        somebody.goes_to("/check")
        somebody.page.locator("[name=day]").fill("12")
        somebody.taps_on("Show the answer")
        with somebody.page.expect_download() as waiting:
            somebody.page.locator("[formaction='/check/file'], form[action='/check/file'] button").first.click()
        file = tmp_path / "answer.json"
        waiting.value.save_as(file)
        somebody.goes_to("/check/open")
        somebody.page.locator("input[type=file]").set_input_files(file)
        somebody.page.locator("main form button").first.click()
        somebody.sees("What would change this")
        assert "day 12" in somebody.reads()


@SCRIPTS
def test_a_label_is_answered_with_the_words_that_decide(browser, live_server, screen, scripts):
    with person(browser, live_server.url, screen, java_script_enabled=scripts) as somebody:
        somebody.goes_to("/label")
        somebody.page.locator("textarea").first.fill(
            "Aqua, Glycerin, Glycolic Acid, Phenoxyethanol, Parfum, <b>Xyzabcol</b>"
        )
        somebody.page.locator("[name=day]").fill("2")
        somebody.page.locator("main form button").first.click()
        somebody.sees("Wait until day")
        somebody.page_is_good()
        assert "Xyzabcol" in somebody.reads()
        assert somebody.page.locator("main b", has_text="Xyzabcol").count() == 0
        assert somebody.context.cookies() == []
