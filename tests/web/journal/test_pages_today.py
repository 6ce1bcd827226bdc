"""The first page of a record, from before the treatment to long after."""

import pytest

from tests.support import web
from tests.support.web_pages import form, text

pytestmark = pytest.mark.django_db


def today(patient, who="patient"):
    return web.browser_of(patient, who=who).get("/my/")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (-1, "Before your treatment"), (0, "Tonight"), (1, "Day 1 of about 10"), (10, "Day 10 of about 10"),
        (11, "Day 11"), (28, "Your plan ends today"), (29, "Your plan is over"), (200, "Your plan is over"),
    ],
)  # fmt: skip
def test_each_stage_has_its_words(day, words):
    response = today(web.a_patient(day=day))
    assert response.status_code == 200
    assert words in text(response)


def test_before_the_treatment_there_is_nothing_to_check_in():
    patient = web.a_patient(day=-1)
    assert "Check in" not in text(today(patient))
    assert web.browser_of(patient).get("/my/check-in")["Location"] == "/my/"


def test_the_check_in_comes_first_and_then_what_is_usual_and_what_to_do():
    said = text(today(web.a_patient(day=3)))
    order = [
        said.index(words) for words in ("Day 3", "Check in · about 1 minute", "What is usual on day 3", "Do today")
    ]
    assert order == sorted(order)


def test_who_checked_in_today_sees_the_answer_first():
    treatment = web.a_treatment(day=3)
    check_in = web.a_check_in(treatment)
    response = today(treatment.patient)
    assert check_in.assessment.answer["disposition"]["headline"] in text(response)
    assert f"/my/answers/{check_in.pk}" in response.content.decode()
    assert "Check in again" in text(response)


def test_a_call_that_was_asked_for_is_said_again_on_the_next_day(clock):
    treatment = web.a_treatment(day=3)
    web.a_check_in(treatment, fever="yes")
    clock.pass_time(days=1)
    said = text(today(treatment.patient))
    assert "On day 3 we said: Call your clinic today" in said
    assert "Same as yesterday" not in said


def test_new_messages_are_counted_until_they_are_read():
    patient, nurse = web.a_patient(), web.a_user()
    web.a_message(patient, "Please wait.", by=nurse)
    browser = web.browser_of(patient)
    assert "1 new message from your clinic" in text(browser.get("/my/"))
    browser.get("/my/messages")
    assert "new message" not in text(browser.get("/my/"))


def test_the_day_is_that_of_the_patients_own_clock():
    patient = web.a_patient(day=3, time_zone="Pacific/Auckland")  # there it is already tomorrow
    assert "Day 4 of about 10" in text(today(patient))


def test_at_the_end_it_is_asked_once_how_it_went():
    patient = web.a_patient(day=28)
    browser = web.browser_of(patient)
    asked = form(browser.get("/my/"), "/my/how-it-went")
    answer = {"how": "As I expected.", "words": "Thank you"}
    for _ in range(2):
        assert browser.post("/my/how-it-went", asked.filled(**answer))["Location"] == "/my/"
    assert [message.text for message in patient.messages.all()] == ["How it went: As I expected. Thank you"]
    assert "How did it go" not in text(browser.get("/my/"))


def test_no_answer_to_how_it_went_is_said_at_the_field():
    browser = web.browser_of(web.a_patient(day=28))
    response = browser.post("/my/how-it-went", {"words": "My words"})
    assert response.status_code == 422
    assert "Choose one of the three" in text(response)
    assert "My words" in text(response)


def test_a_caregiver_reads_whose_record_it_is():
    assert "for M. K." in text(today(web.a_patient(), who="caregiver"))
