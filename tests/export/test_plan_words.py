"""The plan in words: what is left out, what is only to be minded, what is held back and why."""

from datetime import date

import pytest
from tests.support.knowledge import SHIPPED

from needlecare.core.assess import assess
from needlecare.core.case import Case
from needlecare.export.plan_words import held_words, in_short
from needlecare.export.text import assessment_text


def terminal(**case):
    answer = assess(Case.read(case), SHIPPED, date(2026, 5, 31))
    return " ".join(" ".join(line.text for line in assessment_text(answer, full=True)).split())


@pytest.mark.parametrize("topic", ["isotretinoin", "pregnancy and breastfeeding"])
def test_the_terminal_never_says_to_leave_out_what_a_rule_is_only_about(topic: str) -> None:
    told = {"pregnant": "yes", "medicines": {"isotretinoin": "yes"}}
    said = terminal(patient=told, check_ins=[{"date": "2026-05-31"}], procedure={"date": "2026-05-31"})
    left_out = [part.split(";")[0].split(" day ")[0] for part in said.split("leave out: ")[1:]]
    assert not any(topic in part for part in left_out)


def test_the_terminal_says_why_something_is_held_back() -> None:
    said = terminal(check_ins=[{"day": 6, "signs": {"itch": "severe", "redness": "moderate"}}])
    assert "not for now: it may be a product that irritates the skin" in said
    assert "until day 29" not in said


def test_what_is_not_held_back_has_no_reason() -> None:
    assert held_words(()) == ""


@pytest.mark.parametrize("rest", ["More pain or heat is different: call today.", "Do not stop it.", "Ask your clinic."])
def test_a_text_is_not_cut_where_the_rest_says_to_call_or_not_to_do_something(rest: str) -> None:
    assert in_short(f"Small spots may come. {rest}") == f"Small spots may come. {rest}"
    assert in_short("Wash with water. That is enough.") == "Wash with water."
