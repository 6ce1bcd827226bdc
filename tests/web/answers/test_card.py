"""The card that every answer begins with."""

from typing import Any

import pytest

from needlecare.web.answers.card import ClinicContact, card_of, dialled
from tests.support.knowledge import SHIPPED
from tests.support.web_answers import CLINIC, Elements, an_answer, an_old_answer, page_of


def test_as_expected_needs_no_call() -> None:
    card = card_of(
        an_answer(day=3, procedure={"needle_depth_mm": 1.5, "device": "pen"}, signs={"redness": "mild"}), SHIPPED
    )
    assert (card.kind, card.title, card.calls, card.act_within) == (
        "self-care",
        "This looks as expected for day 3",
        False,
        "",
    )


def test_ask_says_within_which_time() -> None:
    card = card_of(an_answer(day=12, signs={"pimples": "severe"}), SHIPPED)
    assert (card.kind, card.calls, card.act_within) == ("contact-provider", True, "the next 2 days")


def test_today_stands_in_the_title_and_is_not_said_twice() -> None:
    card = card_of(an_answer(day=4, signs={"pus": "moderate"}, fever="yes"), SHIPPED)
    assert (card.kind, card.title, card.act_within) == ("same-day", "Call your clinic today", "")


def test_an_emergency_comes_with_the_number_of_the_place() -> None:
    answer = an_answer(day=1, signs={"breathing_difficulty": "severe"})
    html = page_of(answer, clinic=CLINIC)
    assert card_of(answer, SHIPPED).is_emergency
    assert 'href="tel:999"' in html
    assert "tel:+441632960123" not in html  # the clinic is not whom to call now


@pytest.mark.parametrize(("signs", "fever"), [({"pus": "moderate"}, "yes"), ({"pimples": "severe"}, "no")])
def test_who_should_call_sees_the_number_the_hours_and_what_to_do_when_it_is_closed(signs, fever) -> None:
    text = Elements(html := page_of(an_answer(day=12, signs=signs, fever=fever), clinic=CLINIC)).text
    assert 'href="tel:+441632960123"' in html
    assert "Rose Lane Clinic, open 9:00 to 18:00" in text
    assert "If it is closed: call NHS 111" in text


def test_who_need_not_call_sees_no_number() -> None:
    assert "tel:" not in page_of(an_answer(day=3, signs={"redness": "mild"}), clinic=CLINIC)


def test_the_clinic_of_the_protocol_is_named_where_no_other_is() -> None:
    kept = {"name": "Old Mill", "phone": "01632 960 000", "hours": None, "out_of_hours": None}
    answer = an_old_answer(knowledge={"clinic": kept})
    assert card_of(answer, SHIPPED).clinic == ClinicContact("Old Mill", "01632 960 000")
    assert card_of(answer, SHIPPED, CLINIC).clinic == CLINIC


def test_the_level_is_said_in_words_too() -> None:
    assert "Look after it at home: This looks as expected" in Elements(
        page_of(an_answer(day=3, procedure={"needle_depth_mm": 1.5, "device": "pen"}, signs={"redness": "mild"}))
    ).text.replace(" :", ":")


def test_a_level_that_was_not_kept_never_reads_as_safe() -> None:
    card = card_of({"disposition": {"headline": "Some old words"}}, SHIPPED)
    assert (card.kind, card.calls) == ("unknown", True)
    assert "Ask your clinic" in card.means


@pytest.mark.parametrize("told", [{}, {"signs": {"vesicles": "none"}}], ids=str)
def test_that_we_cannot_tell_does_not_look_like_good_news(told: dict[str, Any]) -> None:
    """Without a tick on green ground, though nothing that was told needs a call."""
    answer = an_answer(day=4, procedure={"needle_depth_mm": 1.5, "device": "pen"}, **told)
    card = card_of(answer, SHIPPED)
    assert card.title.startswith("You have not told us how your skin looks")
    assert (card.kind, card.is_open) == ("self-care", True)
    assert "app-card--open" in page_of(answer)
    assert "#self-care" not in page_of(answer).split("</h")[0]


def test_nor_does_that_we_cannot_tell_of_all() -> None:
    said = SHIPPED.words["headline_unsure"].format(day=4)
    course = {"signs": [{"sign": "erythema", "severity": "mild", "compared": "cannot_tell"}]}
    answer = {"disposition": {"level": "self-care", "headline": said}, "course": course}
    assert card_of(answer, SHIPPED).is_open


def test_whatever_words_it_was_given_in() -> None:
    answer = an_answer(day=4, procedure={"needle_depth_mm": 1.5, "device": "pen"})
    answer["disposition"]["headline"] = "Words of another day, or of another tongue"
    assert card_of(answer, SHIPPED).is_open


def test_what_is_as_expected_looks_so() -> None:
    card = card_of(
        an_answer(day=3, procedure={"needle_depth_mm": 1.5, "device": "pen"}, signs={"redness": "mild"}), SHIPPED
    )
    assert not card.is_open


@pytest.mark.parametrize(
    ("written", "digits"),
    [("+44 (1632) 960-123", "+441632960123"), ("01632 960 123", "01632960123"), ("", ""), ("none", "")],
)
def test_a_number_is_dialled_without_its_blanks(written: str, digits: str) -> None:
    assert dialled(written) == digits
