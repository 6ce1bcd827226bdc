"""Answers make a case and a case makes answers; nothing that was told is lost on the way, and nothing is added."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from needlecare.core.assess import assess
from needlecare.core.case import Case
from needlecare.core.faults import CaseError
from needlecare.knowledge.vocabulary import LEVELS, SEVERITIES, SIGNS
from needlecare.web.asking.case import answers_of, assumed_severe, case_of, key_of
from needlecare.web.asking.pages import PUBLIC
from needlecare.web.asking.questions import question
from needlecare.web.asking.tiles import TILES, members
from tests.support.cases import TODAY
from tests.support.knowledge import SHIPPED
from tests.support.strategies import cases


def read(case):
    """A case without what says nothing: empty lists and tables, check-ins and products without a word."""
    held = Case.read(case).model_dump(mode="json", exclude_none=True)
    looks = sorted((_told(look) for look in held["check_ins"]), key=json.dumps)
    products = [
        product for product in map(_told, held["products"]) if product.get("name") or product.get("ingredients")
    ]
    return _told(held["patient"]), _told(held["procedure"]), [look for look in looks if look], products


def _told(part):
    return {key: value for key, value in part.items() if value not in ([], {}, "")}


@given(case=cases())
@settings(max_examples=150)
def test_a_case_comes_back_from_its_answers(case):
    assert read(case_of(answers_of(case), SHIPPED)) == read(case)


@given(case=cases())
@settings(max_examples=60)
def test_the_way_through_answers_changes_no_assessment(case):
    case = case if case["check_ins"] else {**case, "check_ins": [{}]}
    there_and_back = case_of(answers_of(case), SHIPPED)
    before, after = (assess(Case.read(one), SHIPPED, TODAY) for one in (case, there_and_back))
    assert after.disposition == before.disposition
    assert after.questions == before.questions


@st.composite
def answered(draw):
    """Answers that somebody can give by choosing on the public pages."""
    answers = {}
    for page in PUBLIC:
        for asked in page.questions(SHIPPED):
            for key in members(asked.key, SHIPPED) if asked.key in TILES else (asked.key,):
                single = question(key, SHIPPED)
                if not single.options or not draw(st.booleans()):
                    continue
                values = [option.value for option in single.options]
                one = st.sampled_from([*values, "there"] if key.startswith("sign.") else values)
                many = st.lists(st.sampled_from(values), min_size=1, unique=True)
                answers[key] = draw(many if single.kind == "choices" else one)
    return answers


@given(answers=answered())
@settings(max_examples=100)
def test_answers_of_the_case_of_answers_say_the_same(answers):
    case = case_of(answers, SHIPPED)
    again = answers_of(case)
    assert read(case_of(again, SHIPPED)) == read(case)
    assert again == {key: value for key, value in answers.items() if value != "unknown"}


def test_what_nobody_knows_is_not_in_the_case():
    answers = {"day": "", "fever": "unknown", "sign.itch": "unknown", "areas": [], "note": "  "}
    assert case_of(answers, SHIPPED) == {"patient": {}, "procedure": {}, "check_ins": [{}]}


def test_what_is_no_fact_is_left_out():
    answers = {"any.warning": "sign.hives", "sign.unheard_of": "mild", "rising.itch": "yes", "page": "warning"}
    assert case_of(answers, SHIPPED)["check_ins"] == [{}]


@pytest.mark.parametrize(("written", "number"), [("1,5", 1.5), (" 2 ", 2), ("0.25", 0.25)])
def test_numbers_may_be_written_as_people_write_them(written, number):
    assert case_of({"needle_depth_mm": written}, SHIPPED)["procedure"]["needle_depth_mm"] == number


def test_what_is_no_number_is_for_the_case_model_to_refuse():
    with pytest.raises(CaseError) as error:
        Case.read(case_of({"day": "three"}, SHIPPED))
    assert key_of(error.value.faults[0].path, {}) == "day"


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_of_unsaid_strength_is_never_calmer_than_with_its_true_one(sign):
    def level(value):
        case = Case.read(case_of({"day": "3", f"sign.{sign}": value}, SHIPPED))
        return LEVELS.index(assess(case, SHIPPED, TODAY).disposition.level)

    assert all(level("there") >= level(strength) for strength in SEVERITIES)
    assert assumed_severe({f"sign.{sign}": "there", "day": "3"}, SHIPPED) == [SHIPPED.signs[sign].name]


def test_products_without_a_word_are_left_out_and_faults_still_find_theirs():
    answers = {"product.0.kind": "leave_on", "product.2.name": "Cream", "product.2.kind": "on the skin"}
    case = case_of(answers, SHIPPED)
    assert [product["name"] for product in case["products"]] == ["Cream"]
    with pytest.raises(CaseError) as error:
        Case.read(case)
    assert key_of(error.value.faults[0].path, answers) == "product.2.kind"


def test_earlier_check_ins_are_carried_along():
    case = {"check_ins": [{"day": 5, "fever": True}, {"day": 2, "signs": {"redness": "mild"}}]}
    answers = answers_of(case)
    assert answers["day"] == "5"
    assert [json.loads(look)["day"] for look in answers["earlier"]] == [2]


@pytest.mark.parametrize("text", ["{", "[]", "3", "null", '{"day": -1}', "[" * 100_000])
def test_an_earlier_check_in_that_is_none_is_refused(text):
    with pytest.raises(CaseError):
        Case.read(case_of({"earlier": [text]}, SHIPPED))
