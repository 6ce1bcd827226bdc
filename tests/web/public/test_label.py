""" "Can I use this today?": the verdict of the label check, the label with its marks, and words for bad input."""

from datetime import timedelta

import pytest
from django.test import Client

from needlecare.core.label.use import Person
from needlecare.labels import check_label
from tests.support.knowledge import SHIPPED
from tests.support.web import NOW
from tests.support.web_pages import title
from tests.support.web_public import LABEL, forbidden, headings, label_form, marked, says, shown_label, words
from tests.support.worked_labels import worked_labels

TABLE = SHIPPED.ingredients
SCRIPT = 'Aqua, <script>alert("x")</script>, Glycolic Acid & <b onclick="x">Retinol</b>'


def asked(client: Client, **told: str):
    """The page that the form leads to."""
    return client.post("/label", label_form(**told))


@pytest.mark.parametrize("text", [label.text for _, label in worked_labels() if label.text.strip()][::9])
def test_the_verdict_is_that_of_the_label_check(client: Client, text: str) -> None:
    response = asked(client, text=text)

    answer = check_label(text.strip(), day=3, ingredients=TABLE)
    assert headings(response) == [answer.headline]
    assert says(response, *answer.reasons, *answer.instead)
    assert f"app-card--{answer.verdict}" in response.content.decode()


@pytest.mark.parametrize("day", [0, 3, 7, 30])
def test_every_class_that_decides_says_why_and_names_its_sources(client: Client, day: int) -> None:
    response = asked(client, day=str(day))

    answer = check_label(LABEL, day=day, ingredients=TABLE)
    page = response.content.decode()
    for found in answer.concerns.values():
        if found.decides:
            assert says(response, found.why, found.disagreement or "")
            assert all(f'id="source-{key}"' in page for key in found.sources)


def test_the_marks_lie_on_the_words_that_decide_and_on_those_not_understood(client: Client) -> None:
    response = asked(client)

    assert marked(response) == [("decides", "Glycolic Acid"), ("not-read", "Xyzzolin"), ("decides", "Parfum")]
    assert shown_label(response) == LABEL


def test_each_mark_says_in_words_what_it_means(client: Client) -> None:
    page = asked(client).content.decode()

    assert 'Glycolic Acid<span class="nhsuk-u-visually-hidden">(decides)</span>' in page
    assert 'Xyzzolin<span class="nhsuk-u-visually-hidden">(not understood)</span>' in page


def test_a_class_that_does_not_decide_today_is_marked_as_that(client: Client) -> None:
    response = asked(client, day="30")

    assert ("also", "Glycolic Acid") in marked(response)
    assert "Also in it, but not deciding today" in words(response)


def test_lines_of_a_label_stay_as_they_were(client: Client) -> None:
    assert shown_label(asked(client, text="Aqua,\r\nGlycolic Acid,\r\nGlycerin")) == "Aqua,\nGlycolic Acid,\nGlycerin"


def test_a_label_is_text_and_never_code(client: Client) -> None:
    response = asked(client, text=SCRIPT, name=SCRIPT, allergies=SCRIPT)

    page = response.content.decode()
    assert "<script>alert" not in page
    assert "<b onclick" not in page
    assert shown_label(response) == SCRIPT


def test_an_answer_is_kept_nowhere(client: Client) -> None:
    response = Client(enforce_csrf_checks=True).post("/label", label_form())

    assert response.status_code == 200
    assert not response.cookies
    assert response.headers["Cache-Control"] == "no-store"
    assert "Cookie" not in response.headers.get("Vary", "")
    assert forbidden(response) == []


def test_the_day_is_counted_from_the_date(client: Client) -> None:
    treated_on = (NOW.date() - timedelta(days=5)).isoformat()

    response = asked(client, day="", treated_on=treated_on)

    assert says(response, "For day 5 after the treatment")
    assert headings(response) == [check_label(LABEL, day=5, ingredients=TABLE).headline]


def test_needles_use_and_person_change_the_question(client: Client) -> None:
    text = "Aqua, Coconut Oil, Lanolin"

    response = asked(client, text=text, depth_mm="0.25", kind="rinse_off", acne_prone="no", allergies="lanolin, ")

    person = Person(acne_prone=False, allergies=("lanolin",))
    answer = check_label(text, day=3, depth_mm=0.25, kind="rinse_off", person=person, ingredients=TABLE)
    assert headings(response) == [answer.headline]
    assert says(response, *answer.reasons, "is washed off", "needles of 0.25 mm")


def test_a_text_that_is_no_list_is_never_fine(client: Client) -> None:
    response = asked(client, text="This lovely cream makes your skin glow and your day bright.")

    assert "app-card--unknown" in response.content.decode()
    assert says(response, *check_label("This lovely cream makes your skin glow and your day bright.", day=3).reasons)


@pytest.mark.parametrize(
    ("told", "field", "said"),
    [
        ({"text": ""}, "text", "Paste or type the list of ingredients"),
        ({"text": "  \n "}, "text", "Paste or type the list of ingredients"),
        ({"text": "a" * 20_001}, "text", "The list must be 20,000 characters or fewer"),
        ({"day": ""}, "day", "Enter how many days ago the treatment was, or its date"),
        ({"day": "three"}, "day", "The number of days must be a whole number, such as 3"),
        ({"day": "-1"}, "day", "The number of days must be 0 or more"),
        ({"day": "3651"}, "day", "The treatment must be 3650 days ago or less"),
        ({"day": "", "treated_on": "2026-02-30"}, "treated_on", "The date of the treatment must be a real date"),
        ({"day": "", "treated_on": "2026-06-02"}, "treated_on", "The date of the treatment must be today or before"),
        ({"day": "", "treated_on": "1990-01-01"}, "treated_on", "The treatment must be 3650 days ago or less"),
        ({"treated_on": "2026-05-30"}, "day", "The number of days and the date do not agree"),
        ({"kind": "eaten"}, "kind", "Choose whether it stays on or is washed off"),
        ({"depth_mm": "9"}, "depth_mm", "Choose one of the needle lengths"),
        ({"acne_prone": "maybe"}, "acne_prone", "Choose yes, no or"),
        ({"name": "x" * 201}, "name", "The name must be 200 characters or fewer"),
        ({"allergies": "x" * 501}, "allergies", "The allergies must be 500 characters or fewer"),
    ],
)
def test_bad_input_is_told_with_a_link_to_its_field_and_kept(client: Client, told: dict, field: str, said: str) -> None:
    response = asked(client, **told)

    page = response.content.decode()
    assert response.status_code == 422
    assert title(response).startswith("Error: ")
    assert f'<a href="#id_{field}">{said}'.encode() in response.content
    assert f'id="id_{field}"' in page
    assert said in page.split("</form>")[0].split("<form")[1]
    assert told.get("text") in (None, "", "  \n ") or told["text"] in page
    assert field == "text" or LABEL in page
    assert forbidden(response) == []


def test_an_empty_form_asks_for_all_that_is_needed_at_once(client: Client) -> None:
    response = client.post("/label", {})

    assert response.content.decode().count('<li><a href="#id_') == 2
    assert headings(response) == ["Can I use this today?"]


def test_a_parcel_that_is_too_large_is_refused_in_words(client: Client) -> None:
    response = asked(client, text="Aqua, " * 200_000)

    assert response.status_code == 413
    assert headings(response) == ["That is too large"]
