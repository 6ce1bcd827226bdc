"""Every fact that may be asked for has a question in the words of the knowledge, and can be left out."""

from itertools import pairwise

import pytest

from needlecare.core.assess import assess
from needlecare.core.case import Case, CheckIn
from needlecare.core.facts import situation
from needlecare.core.severity import severities
from needlecare.knowledge.vocabulary import SIGNS
from needlecare.web.asking.options import ROUGHLY, UNKNOWN
from needlecare.web.asking.pages import CHECK_IN, PUBLIC, Page
from needlecare.web.asking.questions import question
from needlecare.web.asking.tiles import members
from tests.support.cases import TODAY
from tests.support.worked import worked_cases

EVERY_PAGE = [*PUBLIC, *CHECK_IN]


def test_whatever_an_assessment_asks_for_can_be_asked(knowledge):
    for worked in worked_cases():
        for asked in assess(Case.read(worked.case), knowledge, worked.today).questions:
            assert question(asked.fact, knowledge).label == asked.text


@pytest.mark.parametrize("page", EVERY_PAGE, ids=lambda page: page.id)
def test_every_choice_offers_not_to_know(page: Page, knowledge):
    for asked in page.questions(knowledge):
        if asked.kind in ("choice", "scale"):
            assert asked.options[-1] == UNKNOWN


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_is_graded_in_its_own_words(sign, knowledge):
    entry, asked = knowledge.signs[sign], question(f"sign.{sign}", knowledge)
    assert [option.hint for option in asked.options[1:4]] == [entry.mild, entry.moderate, entry.severe]


def test_redness_says_what_it_looks_like_on_brown_and_black_skin(knowledge):
    assert "On brown and black skin it may look darker, purple or greyish" in " ".join(
        question("sign.erythema", knowledge).looks
    )


@pytest.mark.parametrize("key", ["sign.unheard_of", "history.unheard_of", "unheard_of", "any.unheard_of"])
def test_there_is_no_question_for_what_is_no_fact(key, knowledge):
    with pytest.raises(KeyError):
        question(key, knowledge)


@pytest.mark.parametrize(("before", "now"), [*pairwise(ROUGHLY)], ids=str)
def test_a_step_up_in_a_rough_count_is_seen_as_growing(before, now, knowledge):
    looks = [{"day": day, "counts": {"papules": option.value}} for day, option in ((3, before), (4, now))]
    assert situation(Case.read({"check_ins": looks}), knowledge, TODAY).facts["rising.papules"]


@pytest.mark.parametrize(("number", "severity"), [(0, 0), (1, 1), (5, 1), (6, 2), (20, 2), (21, 3), (500, 3)])
def test_a_rough_count_is_as_strong_as_every_number_in_its_band(number, severity, knowledge):
    rough = int(ROUGHLY[severity].value)
    ranks = [severities(CheckIn(counts={"papules": count}), knowledge)[0]["papules"] for count in (number, rough)]
    assert ranks == [severity, severity]


def test_every_warning_sign_is_asked_for_on_one_page(knowledge):
    warning = {f"sign.{name}" for name, sign in knowledge.signs.items() if sign.group in ("warning", "general")}
    assert set(members("any.warning", knowledge)) == warning
    for pages in (PUBLIC, CHECK_IN):
        assert any("any.warning" in page.keys for page in pages[:2])


def test_a_check_in_has_at_most_five_screens():
    assert len(CHECK_IN) <= 5


def test_the_public_pages_ask_for_every_sign(knowledge):
    asked = {key for page in PUBLIC for key in page.facts(knowledge)}
    instead = {"sign.papules": "count.papules", "sign.pustules": "count.pustules", "sign.pain": "pain_0_10"}
    instead["sign.itch"] = "itch_0_10"
    assert {instead.get(f"sign.{sign}", f"sign.{sign}") for sign in SIGNS} <= asked
