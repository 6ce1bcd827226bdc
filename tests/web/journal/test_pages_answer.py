"""An answer as it was given, and one more fact told to it."""

import pytest

from needlecare.web.journal.models import GivenAssessment
from tests.support import web
from tests.support.web_pages import form, text, title

pytestmark = pytest.mark.django_db
CALM = {"signs": {"erythema": "mild", "discharge": "none"}, "trend": "improving"}


def page_of(check_in):
    return f"/my/answers/{check_in.pk}"


def test_it_begins_with_what_to_do(browser, treatment):
    check_in = web.a_check_in(treatment, signs={"discharge": "moderate"})
    response = browser.get(page_of(check_in))
    assert title(response).startswith("Call your clinic today")
    assert response.content.count(b"<h1") == 1
    assert "020 7946 0000" in text(response)


def test_it_is_the_stored_one_and_never_worked_out_anew(browser, treatment):
    check_in = web.a_check_in(treatment, **CALM)
    answer = {**check_in.assessment.answer}
    answer["disposition"] = {**answer["disposition"], "headline": "As it was said in those days"}
    GivenAssessment.objects.update(answer=answer)
    assert "As it was said in those days" in text(browser.get(page_of(check_in)))


def test_an_answer_of_another_day_can_still_be_read_but_not_added_to(browser, treatment, clock):
    check_in = web.a_check_in(treatment, **CALM)
    clock.pass_time(days=2)
    response = browser.get(page_of(check_in))
    assert response.status_code == 200
    assert "/tell" not in response.content.decode()
    sent = {"fact": "fever", "fever": "yes", "sent_key": str(web.uuid.uuid4())}
    assert browser.post(f"{page_of(check_in)}/tell", sent)["Location"] == "/my/"
    assert treatment.check_ins.count() == 1


def test_the_next_question_makes_one_more_check_in_with_all_that_was_told(browser, treatment, clock):
    cream = web.a_product(treatment.patient)
    first = web.a_check_in(treatment, **CALM, note="My note", used=[cream.pk])
    clock.pass_time(minutes=1)
    page = browser.get(page_of(first))
    asked = form(page, f"{page_of(first)}/tell")
    fact = asked.fields["fact"][0]
    sent = asked.filled(**{fact: "severe" if fact.startswith("sign.") else "yes"})
    response = browser.post(asked.action, sent)
    second = treatment.check_ins.last()
    assert response["Location"] == page_of(second)
    assert second.told["signs"]["erythema"] == "mild"
    assert second.told["note"] == "My note"
    assert [product.pk for product in second.used.all()] == [cream.pk]
    assert second.assessment.level != "self-care"
    assert browser.post(asked.action, sent).status_code == 302
    assert treatment.check_ins.count() == 2


def test_a_question_left_unanswered_is_said_and_stores_nothing(browser, treatment):
    first = web.a_check_in(treatment, **CALM)
    asked = form(browser.get(page_of(first)), f"{page_of(first)}/tell")
    response = browser.post(asked.action, asked.filled())
    assert response.status_code == 422
    assert title(response).startswith("Error: ")
    assert treatment.check_ins.count() == 1


def test_another_fact_than_the_one_asked_for_is_not_taken(browser, treatment):
    first = web.a_check_in(treatment, **CALM)
    asked = form(browser.get(page_of(first)), f"{page_of(first)}/tell")
    browser.post(asked.action, asked.filled(fact="note", note="x"))
    assert treatment.check_ins.count() == 1


def test_words_of_the_patient_are_words_and_no_markup(browser, treatment):
    check_in = web.a_check_in(treatment, **CALM, note="<script>alert(1)</script>\nsecond line")
    page = browser.get(page_of(check_in)).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>second line" in page


def test_an_answer_of_somebody_else_is_not_there(browser):
    other = web.a_check_in(web.a_treatment(day=3), **CALM)
    assert browser.get(page_of(other)).status_code == 404
    assert browser.post(f"{page_of(other)}/tell", {}).status_code == 404


def test_the_foot_of_an_answer_says_who_has_reviewed_it():
    check_in = web.a_check_in(web.a_treatment(day=3))
    shown = web.browser_of(check_in.treatment.patient).get(f"/my/answers/{check_in.pk}")
    assert "What it says is not yet reviewed" in shown.content.decode()
