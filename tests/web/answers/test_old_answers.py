"""Answers that were stored long ago: shown as they were given, and never a fault for what they lack."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from needlecare.web.answers.said import Said
from needlecare.web.answers.shown import shown
from tests.support.knowledge import SHIPPED
from tests.support.web_answers import RICH, Elements, an_old_answer, page_of, plain, without_one_key
from tests.support.worked import WorkedCase, worked_cases

LESS = list(without_one_key(plain(RICH)))


def test_there_are_many_places_to_take_away() -> None:
    assert len(LESS) > 150


@pytest.mark.parametrize("answer", [less for _, less in LESS], ids=[path for path, _ in LESS])
def test_an_answer_without_a_key_is_still_shown(answer: dict[str, Any]) -> None:
    assert "app-card" in page_of(answer)


@pytest.mark.parametrize("odd", [None, 7, "words", [], {}, [None], ["x"], True])
def test_an_answer_with_something_odd_under_a_key_is_still_shown(odd: Any) -> None:
    for key in plain(RICH):
        assert "app-card" in page_of({**plain(RICH), key: odd})


def test_an_answer_of_which_nothing_is_left_is_still_shown() -> None:
    text = Elements(page_of({})).text
    assert "How urgent this was has not been kept. Ask your clinic if you are not sure." in text


def test_nothing_of_an_answer_is_worked_out_anew() -> None:
    """Words that no knowledge of today would give stay as they stand."""
    answer = an_old_answer(disposition={"headline": "Words of years ago", "do": ["An old thing to do"]})
    answer["course"]["signs"][0]["text"] = "An old sentence about redness."
    answer["causes"][0] |= {"name": "an old cause", "probability": 0.31}
    answer["plan"]["today"]["do"][0]["text"] = "An old piece of advice."
    answer["safety_net"][0]["text"] = "An old warning"
    answer["questions"][0]["text"] = "An old question?"
    text = Elements(page_of(answer)).text
    for words in ("Words of years ago", "An old thing to do", "An old sentence about redness.", "An old cause"):
        assert words in text
    for words in ("possible, about 3 in 10", "An old piece of advice.", "An old question?", "An old warning"):
        assert words in text


def test_the_presenters_touch_nothing_but_what_they_are_given(sealed) -> None:
    answer = plain(RICH)
    with sealed():
        assert shown(answer, SHIPPED) == shown(answer, SHIPPED)


def _statements(value: Any) -> Iterator[Said]:
    if isinstance(value, Said):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _statements(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _statements(item)


@pytest.mark.parametrize("worked", worked_cases(), ids=lambda worked: worked.name)
def test_every_statement_has_a_source_or_is_marked_as_an_estimate(worked: WorkedCase) -> None:
    found = shown(plain(worked.case, worked.today), SHIPPED)
    for said in _statements((found.because, found.causes, found.plan)):
        assert said.sources or said.is_estimate, said.text
    for sign in found.course.told:
        assert sign.said.sources or sign.said.is_estimate or sign.severity == "none", sign.said.text
