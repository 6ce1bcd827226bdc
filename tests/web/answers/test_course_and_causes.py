"""How the healing compares, and what may be causing it."""

import pytest

from needlecare.web.answers.causes import IN_FULL, causes_of
from needlecare.web.answers.course import course_of, drawn
from needlecare.web.answers.marks import marks_of
from needlecare.web.answers.said import Citing
from needlecare.web.answers.shown import shown
from tests.support.knowledge import SHIPPED
from tests.support.web_answers import RICH, Elements, an_answer, page_of, plain


def test_what_is_not_as_expected_comes_first() -> None:
    told = course_of(plain(RICH), Citing()).told
    order = ["beyond", "later", "earlier", "cannot_tell", "within"]
    assert told[0].compared == "beyond"
    assert [sign.compared for sign in told] == sorted((sign.compared for sign in told), key=order.index)


def test_each_sign_is_said_in_the_words_of_the_answer() -> None:
    answer = plain(RICH)
    said = {sign["sign"]: sign["text"] for sign in answer["course"]["signs"]}
    for sign in course_of(answer, Citing()).told:
        assert sign.said.text == said[sign.sign]
        assert sign.said.text in Elements(page_of(answer)).text


def test_signs_that_were_not_told_are_named_as_not_told() -> None:
    course = course_of(an_answer(day=2, signs={"redness": "mild"}), Citing())
    assert "swelling" in course.not_told
    assert "not told: " in page_of(an_answer(day=2, signs={"redness": "mild"}))


def test_a_page_may_fold_away_only_the_signs_that_are_as_expected() -> None:
    from django.template import engines

    answer = an_answer(day=6, signs={"redness": "severe", "pain": "severe", "pimples": "mild", "itch": "none"})
    found = shown(answer, SHIPPED)
    chart, switch = drawn(answer)
    page = engines["jinja2"].from_string(
        '{% from "answers/parts.jinja" import course %}{{ course(shown, chart, switch, form="told", folded=true) }}'
    )
    text = page.render({"shown": found, "chart": chart, "switch": switch})
    open_, _, behind = text.partition("app-shut-on-paper")
    for sign in found.course.told:
        assert sign.said.text in (behind if sign.compared == "within" and sign.sign != chart.sign else open_)
    assert {sign.compared for sign in found.course.told} > {"within"}
    assert behind.count('name="sign"') == len(switch)


def test_without_any_sign_the_page_says_so() -> None:
    assert "You have not told us how your skin looks." in page_of(an_answer(day=2))


def test_the_chart_is_of_the_sign_that_is_least_as_expected() -> None:
    chart, switch = drawn(plain(RICH))
    assert chart is not None
    assert chart.sign == "erythema"
    assert [to.sign for to in switch if to.current] == ["erythema"]


def test_any_sign_with_a_course_can_be_switched_to() -> None:
    answer = plain(RICH)
    _, switch = drawn(answer)
    assert {to.sign for to in switch} == {sign["sign"] for sign in answer["course"]["signs"] if sign["path"]}
    for to in switch:
        chart, _ = drawn(answer, to.sign)
        assert chart is not None
        assert chart.sign == to.sign


@pytest.mark.parametrize("sign", ["no_such_sign", "", "<script>"])
def test_a_sign_that_has_no_course_falls_back_to_one_that_has(sign: str) -> None:
    chart, _ = drawn(plain(RICH), sign)
    assert chart is not None
    assert chart.sign == "erythema"


def test_without_courses_there_is_no_chart() -> None:
    assert drawn({"course": {"signs": []}}) == (None, ())


def test_the_days_of_treatment_and_products_are_marked() -> None:
    marks = marks_of(RICH)
    assert [(mark.day, mark.name) for mark in marks] == [(0, "treatment"), (4, "Night cream"), (6, "Night cream")]


def test_the_first_causes_are_shown_and_the_rest_is_named() -> None:
    answer = plain(RICH)
    causes = causes_of(answer, Citing())
    assert causes is not None
    names = [cause["name"] for cause in answer["causes"]]
    assert [cause.name for cause in causes.first] == names[:IN_FULL]
    assert [cause.name for cause in causes.rest] == names[IN_FULL:]
    text = Elements(page_of(answer)).text.lower()
    assert all(name.lower() in text for name in names)


def test_how_likely_a_cause_is_is_said_in_words_and_in_tenths() -> None:
    causes = causes_of({"causes": [{"id": "x", "name": "x", "probability": 0.72}]}, Citing())
    assert causes is not None
    assert (causes.first[0].likely, causes.first[0].tenths) == ("likely, about 7 in 10", 7)


def test_a_probability_that_was_not_kept_is_said_to_be_unknown() -> None:
    causes = causes_of({"causes": [{"id": "x", "name": "x"}]}, Citing())
    assert causes is not None
    assert causes.first[0].likely == "we cannot tell how likely"


def test_a_close_call_and_an_order_that_rests_on_an_estimate_are_said() -> None:
    first = {"id": "a", "name": "acne", "probability": 0.5, "close_to": "b", "rests_on": ["how common acne is"]}
    causes = causes_of({"causes": [first, {"id": "b", "name": "blocked pores", "probability": 0.5}]}, Citing())
    assert causes is not None
    assert [note.split(":")[0].split(" (")[0] for note in causes.first[0].notes] == [
        "Too close to call against this one",
        "That this comes first depends on an estimate",
    ]
    assert "blocked pores" in causes.first[0].notes[0]


def test_clues_stand_for_against_and_missing() -> None:
    clues = [
        {"finding": "a", "name": "itchy spots", "present": True, "weight": 1.2},
        {"finding": "b", "name": "pus", "present": True, "weight": -0.1},
        {"finding": "c", "name": "oily skin", "present": False, "weight": -0.5},
    ]
    causes = causes_of({"causes": [{"id": "x", "contributions": clues}]}, Citing())
    assert causes is not None
    [cause] = causes.first
    assert [(clue.name, clue.much) for clue in cause.clues_for] == [("itchy spots", "strongly")]
    assert [(clue.name, clue.much) for clue in cause.clues_against] == [("pus", "a little")]
    assert [(clue.name, clue.much) for clue in cause.missing] == [("oily skin", "")]
