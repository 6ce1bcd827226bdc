"""The check-in: five screens at most, one where nothing has changed, each sent once."""

import uuid

import pytest

from needlecare.web.asking.pages import CHECK_IN
from needlecare.web.asking.questions import question
from tests.support import web
from tests.support.knowledge import SHIPPED
from tests.support.web_pages import form, forms, text, title

pytestmark = pytest.mark.django_db
ADDRESS = "/my/check-in"
WARNINGS = [option.value for option in question("any.warning", SHIPPED).options]
CALM = {"signs": dict.fromkeys((key.removeprefix("sign.") for key in WARNINGS), "none"), "fever": "no"}


def on(browser, page, **answers):
    """The page after this one."""
    return browser.post(ADDRESS, form(page, ADDRESS).filled(go="next", **answers))


def told_through(browser, *answers):
    """The last answer of the check-in, told screen by screen."""
    page = browser.get(ADDRESS)
    for given in [*answers, *[{}] * (len(CHECK_IN) - len(answers))]:
        page = on(browser, page, **given)
    return page


def yesterday(treatment, **told):
    return web.a_check_in(treatment, now=web.NOW - web.timedelta(days=1), **{**CALM, **told})


def test_it_has_five_screens_at_most():
    assert len(CHECK_IN) <= 5


def test_told_screen_by_screen_it_is_stored_with_its_answer(browser, treatment):
    response = told_through(
        browser, {"trend": "stable", "any__warning": "none"}, {"sign__erythema": "mild"}, {"pain_0_10": "2"},
        {}, {"note": "Less red than on Monday."},
    )  # fmt: skip
    stored = treatment.check_ins.get()
    assert response["Location"] == f"/my/answers/{stored.pk}"
    assert stored.told["signs"]["erythema"] == "mild"
    assert stored.told["signs"]["vesicles"] == "none"
    assert stored.told["note"] == "Less red than on Monday."
    assert (stored.day, stored.who, stored.screens) == (3, "patient", 5)


def test_every_question_may_be_left_out(browser, treatment):
    assert told_through(browser).status_code == 302
    assert treatment.check_ins.get().told.get("signs", {}) == {}


def test_sent_twice_it_is_stored_once(browser, treatment):
    page = browser.get(ADDRESS)
    for _ in CHECK_IN[1:]:
        page = on(browser, page)
    last = form(page, ADDRESS).filled(go="next")
    assert browser.post(ADDRESS, last)["Location"] == browser.post(ADDRESS, last)["Location"]
    assert treatment.check_ins.count() == 1


def test_the_script_is_told_where_the_answer_is(browser, treatment):
    page = browser.get(ADDRESS)
    for _ in CHECK_IN[1:]:
        page = on(browser, page)
    response = browser.post(ADDRESS, form(page, ADDRESS).filled(), headers={"accept": "application/json"})
    assert response.status_code == 201
    assert response.json() == {"answer": f"/my/answers/{treatment.check_ins.get().pk}"}


def test_the_first_one_is_filled_in_from_nothing(browser):
    assert "Filled in" not in text(on(browser, browser.get(ADDRESS)))


def test_the_next_one_is_filled_in_from_the_last_and_says_so(browser, treatment):
    yesterday(treatment, signs={**CALM["signs"], "erythema": "moderate"}, counts={"papules": 3})
    page = on(browser, browser.get(ADDRESS), any__warning="none")
    assert "Filled in from day 2" in text(page)
    assert form(page, ADDRESS).fields["sign.erythema"] == ["moderate"]
    assert form(page, ADDRESS).fields["count.papules"] == ["3"]


def test_what_is_asked_anew_is_never_filled_in(browser, treatment):
    yesterday(treatment, note="Old words", trend="improving", care={"picked": "yes"})
    page = browser.get(ADDRESS)
    asked = []
    for _ in CHECK_IN:
        fields = form(page, ADDRESS).fields
        asked += [fields.get(key) for key in ("trend", "any.warning", "fever", "note")]
        page = on(browser, page)
    assert {str(value) for value in asked} <= {"None", "['']"}


def test_what_was_taken_back_on_a_screen_stays_taken_back(browser, treatment):
    yesterday(treatment, signs={**CALM["signs"], "erythema": "moderate"})
    seen = on(browser, browser.get(ADDRESS))
    felt = on(browser, seen, sign__erythema="unknown")
    back = browser.post(ADDRESS, form(felt, ADDRESS).filled(go="back"))
    assert form(back, ADDRESS).fields.get("sign.erythema") in (["unknown"], None)


def test_going_back_keeps_what_was_told(browser):
    second = on(browser, browser.get(ADDRESS), trend="worsening", any__warning="none")
    first = browser.post(ADDRESS, form(second, ADDRESS).filled(go="back", sign__erythema="severe"))
    assert form(first, ADDRESS).fields["trend"] == ["worsening"]
    again = on(browser, first)
    assert form(again, ADDRESS).fields["sign.erythema"] == ["severe"]


def test_a_fault_is_said_first_and_what_was_told_is_kept(browser):
    second = on(browser, browser.get(ADDRESS), trend="worsening")
    wrong = on(browser, second, sign__erythema="enormous", sign__oedema="mild")
    assert wrong.status_code == 422
    assert title(wrong).startswith("Error: ")
    assert 'href="#sign-erythema"' in wrong.content.decode()
    assert form(wrong, ADDRESS).fields["sign.oedema"] == ["mild"]
    assert form(wrong, ADDRESS).fields["trend"] == ["worsening"]


def test_who_has_told_enough_may_send_at_once(browser, treatment):
    second = on(browser, browser.get(ADDRESS), any__warning="sign.discharge")
    assert browser.post(ADDRESS, form(second, ADDRESS).filled(go="send")).status_code == 302
    assert treatment.check_ins.get().assessment.level == "same-day"


def test_after_a_warning_sign_every_screen_offers_to_send_at_once(browser):
    assert "You told us of a warning sign" in text(on(browser, browser.get(ADDRESS), any__warning="sign.discharge"))
    assert "You told us of a warning sign" not in text(on(browser, browser.get(ADDRESS), any__warning="none"))


def test_a_sign_told_without_its_strength_is_said_to_count_as_severe(browser):
    second = on(browser, browser.get(ADDRESS), any__warning="sign.discharge")
    assert "You did not say how strong it is: pus or yellow fluid" in text(second)
    second = on(browser, browser.get(ADDRESS), any__warning="sign.discharge", sign__discharge="mild")
    assert "You did not say how strong" not in text(second)


def test_on_the_day_of_the_treatment_nothing_is_compared_with_yesterday():
    first = web.browser_of(web.a_patient(day=0)).get(ADDRESS)
    assert "yesterday" not in text(first)
    assert "any.warning" in form(first, ADDRESS).options


def test_the_products_of_the_shelf_are_asked_for_and_those_of_last_time_ticked(browser, treatment):
    cream, serum = web.a_product(treatment.patient), web.a_product(treatment.patient, "Serum <b>")
    yesterday(treatment, used=[cream.pk])
    page = browser.get(ADDRESS)
    for _ in CHECK_IN[:3]:
        page = on(browser, page)
    assert form(page, ADDRESS).fields["used"] == [str(cream.pk)]
    assert b"Serum <b>" not in page.content
    last = on(browser, page, used=[str(serum.pk)])
    on(browser, last)
    assert [product.pk for product in treatment.check_ins.last().used.all()] == [serum.pk]


def test_another_patients_product_cannot_be_told(browser, treatment):
    other = web.a_product(web.a_patient())
    data = {"sent_key": str(uuid.uuid4()), "at": "4", "used": str(other.pk)}
    assert browser.post(ADDRESS, data).status_code == 400
    assert not treatment.check_ins.exists()


@pytest.mark.parametrize(
    "data",
    [
        {}, {"sent_key": "not a key"}, {"sent_key": str(uuid.uuid4()), "at": "9"},
        {"sent_key": str(uuid.uuid4()), "at": "x"}, {"sent_key": str(uuid.uuid4()), "used": "x"},
    ],
)  # fmt: skip
def test_what_no_page_of_ours_sends_is_refused(browser, treatment, data):
    assert browser.post(ADDRESS, data).status_code == 400
    assert not treatment.check_ins.exists()


def test_where_the_record_was_shut_meanwhile_what_was_told_stays_on_the_page(browser, treatment):
    page = on(browser, browser.get(ADDRESS), any__warning="none")
    treatment.patient.devices.update(ended_at=web.NOW)
    response = browser.post(ADDRESS, form(page, ADDRESS).filled(go="next", sign__erythema="severe"))
    assert response.status_code == 403
    kept = form(response, ADDRESS)
    assert kept.fields["sign.erythema"] == ["severe"]
    again = web.browser_of(treatment.patient).post(ADDRESS, kept.fields)
    assert "How does it feel?" in text(again)


def test_a_caregiver_checks_in_as_one(treatment):
    told_through(web.browser_of(treatment.patient, who="caregiver"))
    assert treatment.check_ins.get().who == "caregiver"


class TestTheSame:
    """As yesterday: two requests after the first page, and the warning signs are asked."""

    @pytest.fixture(autouse=True)
    def told_yesterday(self, treatment):
        self.last = yesterday(
            treatment, signs={**CALM["signs"], "erythema": "moderate"}, pain_0_10=2, care={"picked": "no"}, note="Old"
        )

    def test_it_takes_three_taps_and_three_requests(self, browser, treatment):
        assert "Same as yesterday" in text(browser.get("/my/"))  # tap: the link
        page = browser.get(f"{ADDRESS}?same")  # taps: None of these, Send
        response = browser.post(ADDRESS, form(page, ADDRESS).filled(same="none"))
        stored = treatment.check_ins.last()
        assert response["Location"] == f"/my/answers/{stored.pk}"
        assert stored.told["signs"]["erythema"] == "moderate"
        assert (stored.told["trend"], stored.told["pain_0_10"], stored.screens) == ("stable", 2, 1)
        assert "note" not in stored.told

    def test_every_warning_sign_stands_on_the_page(self, browser):
        said = text(browser.get(f"{ADDRESS}?same"))
        assert all(option.text in said for option in question("any.warning", SHIPPED).options)
        assert "fever" in said

    def test_what_is_sent_again_stands_on_the_page(self, browser):
        said = text(browser.get(f"{ADDRESS}?same"))
        assert "redness: moderate" in said
        assert "pain: 2 out of 10" in said

    def test_without_a_word_on_the_warning_signs_nothing_is_stored(self, browser, treatment):
        page = browser.get(f"{ADDRESS}?same")
        response = browser.post(ADDRESS, form(page, ADDRESS).filled())
        assert response.status_code == 422
        assert title(response).startswith("Error: ")
        assert treatment.check_ins.count() == 1
        sent = browser.post(ADDRESS, form(response, ADDRESS).filled(same="none"))
        assert sent.status_code == 302

    def test_who_has_a_warning_sign_is_asked_which(self, browser, treatment):
        page = browser.get(f"{ADDRESS}?same")
        asked = browser.post(ADDRESS, form(page, ADDRESS).filled(same="some"))
        assert "any.warning" in form(asked, ADDRESS).options
        assert treatment.check_ins.count() == 1

    def test_sent_twice_it_is_stored_once(self, browser, treatment):
        data = form(browser.get(f"{ADDRESS}?same"), ADDRESS).filled(same="none")
        browser.post(ADDRESS, data)
        browser.post(ADDRESS, data)
        assert treatment.check_ins.count() == 2


@pytest.mark.parametrize(
    "told", [{"fever": "yes"}, {"signs": {"discharge": "mild"}}, {"signs": {"pain": "severe"}}, {"note": "only words"}]
)
def test_the_same_is_not_offered_after_anything_that_alarms_or_tells_nothing(browser, treatment, told):
    web.a_check_in(treatment, now=web.NOW - web.timedelta(days=1), **told)
    assert browser.get(f"{ADDRESS}?same")["Location"] == ADDRESS


def test_the_same_is_not_offered_after_days_of_silence(browser, treatment, clock):
    yesterday(treatment, signs={"erythema": "mild"})
    clock.pass_time(days=2)
    assert "Same as" not in text(browser.get("/my/"))


def test_only_the_last_screen_has_the_script_that_tries_again(browser):
    page = browser.get(ADDRESS)
    assert b"check-in." not in page.content
    for _ in CHECK_IN[1:]:
        page = on(browser, page)
    assert b"scripts/check-in" in page.content
    assert "Not sent yet" in text(page)
    assert len(forms(page)) == 1
