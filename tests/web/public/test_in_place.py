"""To htmx the same views answer with the part of the page that changes, and to everybody else with the whole page."""

import pytest
from django.test import Client

from tests.support.web_asking import Seen
from tests.support.web_public import LABEL, forbidden, label_form

IN_PLACE = {"HTTP_HX_REQUEST": "true"}
SENT = {"day": "3", "sign.erythema": "mild"}
ASKED = [
    ("/check", {**SENT, "page": "treatment", "go": "next"}, 200),
    ("/check", {**SENT, "day": "x", "page": "treatment", "go": "next"}, 422),
    ("/check", {**SENT, "go": "fact:sign.itch"}, 200),
    ("/check/result", SENT, 200),
    ("/check/result", {**SENT, "sign": "papules"}, 200),
    ("/label", label_form(), 200),
    ("/label", {}, 422),
]


def after(text: str, mark: str) -> str:
    """What stands between a mark and the end of the page's main content."""
    return text.partition(mark)[2].partition("</main>")[0]


@pytest.mark.parametrize(("path", "sent", "status"), ASKED)
def test_the_part_is_what_the_whole_page_shows_there(path, sent, status, client: Client):
    whole, part = client.post(path, sent), client.post(path, sent, **IN_PLACE)
    assert (whole.status_code, part.status_code) == (status, status)
    pages = [response.content.decode() for response in (whole, part)]
    assert (
        after(pages[0], '<main class="nhsuk-main-wrapper"') == after(pages[1], '<main class="nhsuk-main-wrapper"') != ""
    )
    assert after(pages[0], "<title>").partition("<")[0] == after(pages[1], "<title>").partition("<")[0] != ""
    assert "<!DOCTYPE html>" in pages[0]
    assert not any(tag in pages[1] for tag in ("<!DOCTYPE", "<html", "<head", "<header", "<footer", "<script"))


@pytest.mark.parametrize(("path", "sent", "status"), ASKED)
def test_neither_is_kept_anywhere_or_taken_for_the_other(path, sent, status, client: Client):
    for headers in ({}, IN_PLACE):
        response = client.post(path, sent, **headers)
        assert response.headers["Cache-Control"] == "no-store"
        assert "HX-Request" in response.headers["Vary"]
        assert not response.cookies
        assert not [name for name in response.headers if name.lower().startswith("hx-")]
        assert forbidden(response) == []


@pytest.mark.parametrize(("path", "sent", "status"), ASKED)
def test_a_part_bears_its_name_and_what_leads_back_to_it(path, sent, status, client: Client):
    text = client.post(path, sent, **IN_PLACE).content.decode()
    name = text.partition('data-step="')[2].partition('"')[0]
    assert name
    assert text.count("data-carries=") == 1
    again = client.post(
        path if path == "/label" else "/check", {**sent, **Seen(client.post(path, sent)).carried, "go": name}
    )
    assert f'data-step="{name}"' in again.content.decode()


@pytest.mark.parametrize("path", ["/check", "/label"])
def test_htmx_may_run_nothing_and_keep_nothing(path, client: Client):
    text = client.get(path).content.decode()
    config = text.partition('<meta name="htmx-config" content=\'')[2].partition("'>")[0]
    for forbidden_to_it in ("allowEval", "allowScriptTags", "includeIndicatorStyles", "historyEnabled"):
        assert f'"{forbidden_to_it}": false' in config
    assert '"historyCacheSize": 0' in config
    assert '"selfRequestsOnly": true' in config
    assert "hx-push-url" not in text
    assert "hx-on" not in text


@pytest.mark.parametrize("path", ["/", "/check/open", "/normal/3", "/about", "/my/open"])
def test_pages_that_do_not_change_in_place_do_not_load_it(path, client: Client, db):
    assert "htmx" not in client.get(path).content.decode()


def test_a_refusal_is_said_in_words_alone(client: Client):
    response = client.post("/label", label_form(text="Aqua, " * 200_000), **IN_PLACE)
    assert response.status_code == 413
    assert (
        response.content.decode()
        .strip()
        .endswith("<p><strong>That is too large.</strong> Send less text, or a smaller file.</p>")
    )


def test_the_form_of_a_label_comes_back_as_it_was_filled_in(client: Client):
    response = client.post("/label", {**label_form(day="4"), "go": "form"})
    text = response.content.decode()
    assert response.status_code == 200
    assert LABEL in text
    assert 'value="4"' in text
    assert "There is a problem" not in text
    assert client.post("/label", {"go": "form"}).status_code == 200
