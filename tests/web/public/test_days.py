"""A page for each day says what the expected course says, for every needle length and for one."""

import pytest
from django.test import Client

from needlecare.core.course import TOLD_TO_THE_CLINIC, bands_for, rank_on
from needlecare.web.public.presenters.days import day_page
from tests.support.knowledge import SHIPPED
from tests.support.web_public import DAYS, headings, says, words


@pytest.mark.parametrize("day", DAYS)
def test_every_sign_of_the_course_is_where_its_bands_put_it(day: int) -> None:
    page = day_page(day, None, SHIPPED)

    may_be = {sign for sign in SHIPPED.course if _expected(sign, day)}
    over = {sign for sign in SHIPPED.course if all(day >= band.published_latest.value for band in _bands(sign))}
    assert {sign.key for sign in page.usual} == may_be - set(TOLD_TO_THE_CLINIC)
    assert {sign.key for sign in page.tell} == may_be & set(TOLD_TO_THE_CLINIC)
    assert {sign.key for sign in page.beyond} == over - may_be
    assert {sign.key for sign in page.never} == set(SHIPPED.signs) - set(SHIPPED.course)


@pytest.mark.parametrize("day", DAYS)
def test_the_page_of_a_day_names_its_signs_and_its_neighbours(client: Client, day: int) -> None:
    response = client.get(f"/normal/{day}")

    assert headings(response) == [f"What is normal on day {day}"]
    assert says(response, *(sign.name for sign in day_page(day, None, SHIPPED).usual))
    assert (f'href="/normal/{day - 1}"' in response.content.decode()) == (day > 0)
    assert (f'href="/normal/{day + 1}"' in response.content.decode()) == (day < DAYS[-1])


def test_for_one_needle_length_only_its_own_bands_speak(client: Client) -> None:
    short, long = (client.get(f"/normal/2?depth_mm={depth}") for depth in ("0.25", "2"))

    assert "Mild at most: a light flush or tint" in words(short)
    assert "Moderate at most: clear, like mild sunburn" in words(long)
    assert 'content="noindex"' in short.content.decode()


def test_a_sign_that_lingers_is_never_told_as_usual(client: Client) -> None:
    assert "it lasts longer than in any published course. Ask your clinic." in words(client.get("/normal/9"))


def _bands(sign: str):
    return bands_for(sign, {}, SHIPPED)


def _expected(sign: str, day: int) -> bool:
    return any(rank_on(band, day) and day >= band.onset.value for band in _bands(sign))
