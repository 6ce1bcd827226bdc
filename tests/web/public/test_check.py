""" "Is this normal?" leads from page to page to the answer of the core, keeps nothing anywhere, and loses nothing."""

import pytest
from django.test import Client

from needlecare.core.assess import assess
from needlecare.core.case import Case
from needlecare.web.asking.case import answers_of, case_of
from needlecare.web.asking.forms import bound_to
from needlecare.web.asking.pages import PUBLIC
from tests.support.knowledge import SHIPPED
from tests.support.web import NOW
from tests.support.web_asking import Seen, filled, shown_with, walked
from tests.support.worked import worked_cases

TODAY = NOW.date()
DAY_3 = {"day": "3", "device": "pen", "needle_depth_mm": "1", "sign.erythema": "mild", "trend": "stable"}
ASKED = {key for page in PUBLIC for key in page.facts(SHIPPED)}
WALKED = [
    worked for worked in worked_cases()
    if len(worked.case.get("check_ins", ())) == 1 and not worked.case.get("products")
    and answers_of(worked.case).keys() <= ASKED
]  # fmt: skip


def page(response):
    """The id of the page that a response shows; empty for an answer."""
    return "".join(Seen(response).hidden.get("page", []))


@pytest.mark.parametrize("worked", WALKED[::9], ids=lambda worked: worked.name)
def test_a_worked_case_page_by_page_gives_its_answer(worked, client: Client):
    answers = answers_of(worked.case)
    chosen = {key: value for page in PUBLIC for key, value in bound_to(page, SHIPPED, answers).answers().items()}
    expected = assess(Case.read(case_of(chosen, SHIPPED)), SHIPPED, TODAY).disposition
    seen = Seen(walked(client, answers))
    assert expected.level == (worked.expect.level or expected.level)
    assert expected.headline in seen.headings[0]
    assert f"app-card--{expected.level}" in seen.classes


def test_enough_worked_cases_are_walked():
    assert len(WALKED[::9]) > 15


def test_what_is_told_is_all_in_the_answer(client):
    seen = Seen(walked(client, DAY_3))
    assert {key: seen.carried[key] for key in DAY_3} == {key: [value] for key, value in DAY_3.items()}


def test_nothing_is_stored_and_nobody_is_known(client):
    """No test here may touch the database: pytest-django refuses every query of a test that does not ask for one."""
    for response in (client.get("/check"), client.post("/check", {"day": "3"}), walked(client, DAY_3)):
        assert not response.cookies
        assert response.headers["Cache-Control"] == "no-store"
        assert "Cookie" not in response.headers.get("Vary", "")


def test_an_empty_form_gives_an_honest_answer_and_asks(client):
    response = walked(client, {})
    seen = Seen(response)
    assert "We cannot tell from this" in seen.headings[0]
    assert "app-card--contact-provider" in seen.classes
    assert seen.ids.count("ask") == 1


def test_an_emergency_ends_the_questions(client):
    answers = {"day": "1", "sign.breathing_difficulty": "moderate"}
    response = client.post("/check", {**filled(PUBLIC[1], answers), "day": "1", "page": "warning", "go": "next"})
    assert Seen(response).headings[0].strip().endswith("Get emergency help now")


def test_back_and_on_again_keep_what_was_told(client):
    sent = {"day": "3", "any.warning": ["sign.hives"], "sign.hives": "mild", "page": "warning", "go": "back"}
    back = Seen(client.post("/check", sent))
    assert back.hidden["sign.hives"] == ["mild"]
    on = Seen(client.post("/check", {**back.hidden, "day": "3", "go": "next"}))
    assert ("any.warning", "sign.hives") in on.checked
    assert ("sign.hives", "mild") in on.checked


def test_back_from_a_faulty_page_keeps_the_fault_until_the_answer(client):
    back = client.post("/check", {"pain_0_10": "99", "page": "feeling", "go": "back"})
    assert page(back) == "spots"
    answer = client.post("/check/result", Seen(back).hidden)
    assert (answer.status_code, page(answer)) == (422, "feeling")


@pytest.mark.parametrize("wrong", [{"day": "-3"}, {"day": "x"}, {"treated_on": "2026-06-03"}, {"treated_on": "soon"}])
def test_a_fault_stands_first_with_a_link_and_what_was_sent_is_kept(wrong, client):
    response = client.post("/check", {"device": "rf", "page": "treatment", "go": "next", "sign.itch": "mild", **wrong})
    if response.status_code == 200:  # only the whole case can tell
        response = client.post("/check/result", Seen(response).hidden)
    seen, text = Seen(response), response.content.decode()
    assert response.status_code == 422
    assert "<title>Error: " in text
    ((key, value),) = wrong.items()
    assert f"#{key}" in seen.links
    assert key in seen.ids
    assert f'value="{value}"' in text
    assert ("device", "rf") in seen.checked
    assert seen.hidden["sign.itch"] == ["mild"]


def test_a_sign_without_its_strength_is_taken_as_severe_and_said_so(client):
    response = client.post("/check/result", {"day": "3", "any.warning": "sign.hives", "page": "warning"})
    assert "app-card--emergency" in Seen(response).classes
    assert "You did not say how strong this is: hives. We took it as severe" in response.content.decode()


def test_the_next_question_is_asked_in_the_answer_and_its_answer_counts(client):
    first = client.post("/check/result", DAY_3)
    key = shown_with(first)["ask"].page.keys[0]
    skipped = client.post("/check/result", {**DAY_3, key: "unknown", "page": f"fact:{key}"})
    assert shown_with(skipped)["ask"].page.keys[0] != key
    hives = {**DAY_3, "sign.breathing_difficulty": "mild", "page": "fact:sign.breathing_difficulty"}
    assert "app-card--emergency" in Seen(client.post("/check/result", hives)).classes


def test_every_fact_that_was_told_can_be_changed(client):
    response = client.post("/check/result", {**DAY_3, "onset.erythema": "1", "temperature_c": "37.5"})
    for row in shown_with(response)["told"]:
        changed = client.post("/check", {**DAY_3, "onset.erythema": "1", "temperature_c": "37.5", "go": row.page})
        assert row.place in Seen(changed).ids, row


def test_a_fact_worked_out_is_changed_where_it_was_told(client):
    response = client.post(
        "/check/result", {"day": "30", "count.papules": "12", "itch_0_10": "8", "sign.erythema": "mild"}
    )
    at = shown_with(response)["change_at"]
    assert at("beyond.erythema").page == "skin_today"
    assert at("sign.papules").place == "count-papules"
    assert at("sign.itch").place == "itch_0_10"


def test_the_date_of_the_treatment_gives_the_day(client):
    sent = {"treated_on": "2026-05-28", "page": "treatment", "sign.erythema": "mild"}
    assert "day 3" in Seen(client.post("/check/result", sent)).headings[0]


def test_somebody_east_of_us_may_be_treated_tomorrow(client, clock):
    sent = {"treated_on": "2026-06-01", "page": "treatment", "sign.erythema": "mild"}
    assert "day 0" in Seen(client.post("/check/result", sent)).headings[0]
    clock.pass_time(hours=-10)
    assert client.post("/check/result", sent).status_code == 422


def test_the_course_of_another_sign_is_a_button_away(client):
    response = client.post("/check/result", {**DAY_3, "sign": "papules"})
    assert [to.sign for to in shown_with(response)["switch"] if to.current] == ["papules"]


@pytest.mark.parametrize("address", ["/check/result", "/check/file"])
def test_an_answer_cannot_be_visited_without_answers(address, client):
    assert client.get(address).headers["Location"] == "/check"


def test_other_methods_are_refused(client):
    assert client.put("/check").status_code == 405


def test_unknown_keys_are_ignored(client):
    sent = {
        **DAY_3,
        "sign.unheard_of": "mild",
        "history.x": "yes",
        "__class__": "x",
        "page": "nowhere",
        "go": "nowhere",
    }
    response = client.post("/check/result", sent)
    assert response.status_code == 200
    assert not {"sign.unheard_of", "history.x", "__class__"} & Seen(response).hidden.keys()


@pytest.mark.parametrize(("key", "value"), [("looked_on", "never"), ("earlier", "{}}"), ("applied", ["a"] * 300)])
def test_a_forged_state_is_refused_cleanly(key, value, client):
    assert client.post("/check/result", {**DAY_3, key: value}).status_code == 400


def test_what_people_write_is_shown_as_text(client):
    name = "<script>alert(1)</script>"
    sent = {**DAY_3, "product.0.name": name, "note": name, "product.0.ingredients": name, "page": "products"}
    for response in (client.post("/check/result", sent), client.post("/check", {**sent, "go": "products"})):
        assert name not in response.content.decode()
        assert "&lt;script&gt;" in response.content.decode()


def test_too_much_is_a_page_of_its_own(client):
    assert client.post("/check/result", {"note": "x" * 1_100_000}).status_code == 413
    assert client.post("/check/result", {f"sign.{at}": "x" for at in range(2100)}).status_code == 413


@pytest.mark.parametrize("page", [*(page.id for page in PUBLIC), "fact:day", "fact:sign.papules", "fact:areas"])
def test_every_page_has_one_heading_and_a_label_for_every_input(page, client):
    seen = Seen(client.post("/check", {**DAY_3, "go": page}))
    assert len(seen.headings) == 1
    assert len(set(seen.ids)) == len(seen.ids)
    assert set(seen.inputs) == set(seen.labelled)


def test_the_answer_has_one_heading_and_no_id_twice(client):
    seen = Seen(client.post("/check/result", {**DAY_3, "product.0.name": "Cream", "sign.hives": "there"}))
    assert len(seen.headings) == 1
    assert len(set(seen.ids)) == len(seen.ids)
    assert set(seen.inputs) == set(seen.labelled)


def test_leaving_out_earlier_looks_leads_to_the_answer(client):
    sent = {**DAY_3, "earlier": '{"day": 1, "fever": true}', "go": "without_earlier"}
    assert "earlier" not in Seen(client.post("/check", sent)).carried
