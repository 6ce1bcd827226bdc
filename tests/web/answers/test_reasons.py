"""Why an answer is as it is, and what is open."""

from needlecare.web.answers.because import ToldFact, because_of
from needlecare.web.answers.left_open import NAMED, left_open_of
from needlecare.web.answers.said import Citing
from needlecare.web.answers.shown import shown
from tests.support.knowledge import SHIPPED
from tests.support.web_answers import RICH, Elements, an_answer, an_old_answer, page_of, plain


def test_each_reason_has_its_facts_with_their_keys() -> None:
    because = because_of(an_answer(day=4, fever="yes"), SHIPPED, Citing())
    assert [reason.rule for reason in because.reasons] == ["fever"]
    assert ToldFact("fever", "A fever") in because.facts or any(fact.key == "fever" for fact in because.facts)


def test_a_fact_that_counts_for_several_reasons_is_listed_once() -> None:
    because = because_of(plain(RICH), SHIPPED, Citing())
    assert len(because.facts) == len(set(because.facts))
    assert {fact for reason in because.reasons for fact in reason.facts} == set(because.facts)


def test_where_no_rule_spoke_what_was_told_of_today_is_listed() -> None:
    facts = because_of(an_answer(day=3, signs={"redness": "mild"}), SHIPPED, Citing()).facts
    assert facts == (ToldFact("day", "It is day 3"), ToldFact("sign.erythema", "Redness: mild"))


def test_what_is_not_there_is_named_in_one_line() -> None:
    answer = an_answer(day=3, signs={"redness": "mild", "swelling": "none", "itch": "none"})
    found = because_of(answer, SHIPPED, Citing())
    assert [fact.key for fact in found.facts] == ["day", "sign.erythema"]
    assert set(found.absent) == {"swelling", "itching"}
    assert f"Not there: {', '.join(found.absent)}." in page_of(answer)


def test_many_reasons_begin_with_the_most_urgent_three() -> None:
    answer = an_answer(day=4, signs={"redness": "severe", "warmth": "severe", "pain": "severe"}, trend="worsening")
    reasons = because_of(answer, SHIPPED, Citing()).reasons
    open_, behind = page_of(answer).split('id="because"')[1].split("more reasons, none more urgent")
    assert len(reasons) > 4
    assert [reason.name in open_ for reason in reasons] == [True] * 3 + [False] * (len(reasons) - 3)
    assert all(reason.name in behind for reason in reasons[3:])


def test_a_page_can_let_each_fact_be_changed() -> None:
    from django.template import engines

    template = engines.all()[0].from_string(
        '{% from "answers/parts.jinja" import because %}'
        '{% call(fact) because(shown) %}<a href="?edit={{ fact.key }}">Change</a>{% endcall %}'
    )
    html = template.render({"shown": shown(an_answer(day=3, signs={"redness": "mild"}), SHIPPED)})
    assert '<a href="?edit=sign.erythema">Change</a>' in html


def test_the_one_question_is_the_first_of_the_assessment() -> None:
    answer = an_answer(day=3, signs={"redness": "mild"})
    found = left_open_of(answer, SHIPPED)
    assert found is not None
    assert found.ask is not None
    assert (found.ask.fact, found.ask.text) == (answer["questions"][0]["fact"], answer["questions"][0]["text"])
    assert found.ask.text in page_of(answer)
    assert answer["questions"][1]["text"] not in page_of(answer)


def test_the_page_draws_the_field_of_the_question() -> None:
    from django.template import engines

    template = engines.all()[0].from_string(
        '{% from "answers/parts.jinja" import not_ruled_out %}'
        '{% call(ask) not_ruled_out(shown) %}<input name="{{ ask.fact }}">{% endcall %}'
    )
    answer = an_answer(day=3)
    assert f'<input name="{answer["questions"][0]["fact"]}">' in template.render({"shown": shown(answer, SHIPPED)})


def test_the_most_urgent_are_named_and_the_rest_is_counted() -> None:
    answer = an_answer(day=3, signs={"redness": "mild"})
    open_rules = answer["disposition"]["could_not_rule_out"]
    found = left_open_of(answer, SHIPPED)
    assert found is not None
    assert found.named == tuple(rule["name"] for rule in open_rules[:NAMED])
    assert found.more == len(open_rules) - NAMED
    assert str(len(open_rules)) in found.sentence


def test_one_open_thing_is_said_in_the_singular() -> None:
    rule = {"rule": "fever", "level": "same-day", "name": "Fever", "missing": ["fever"]}
    found = left_open_of({"disposition": {"could_not_rule_out": [rule]}}, SHIPPED)
    assert found is not None
    assert found.sentence == "We cannot rule out one urgent thing from this."


def test_nothing_open_shows_nothing() -> None:
    assert left_open_of({"disposition": {"could_not_rule_out": []}, "questions": []}, SHIPPED) is None
    answer = an_old_answer(disposition={"could_not_rule_out": []}, questions=[])
    assert "could not rule out" not in Elements(page_of(answer)).text


def test_how_the_case_was_read_is_said() -> None:
    answer = an_old_answer(notices=[{"kind": "stale", "text": "Your last check-in was 5 days ago."}])
    assert "Your last check-in was 5 days ago." in page_of(answer)
