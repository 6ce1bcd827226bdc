"""The plan, the products, what would change the answer, the sources, the review."""

import pytest
from django.template import engines

from needlecare.web.answers.plan import plan_of
from needlecare.web.answers.products import products_of
from needlecare.web.answers.review import review_of
from needlecare.web.answers.safety_net import safety_net_of
from needlecare.web.answers.said import Citing
from needlecare.web.answers.shown import shown
from tests.support.knowledge import SHIPPED
from tests.support.web_answers import RICH, Elements, an_answer, an_old_answer, page_of, plain


def _items(answer, kind):
    plan = plan_of(answer, Citing())
    return {item.id: item for found in plan.lists if found.kind == kind for item in found.items}


def test_every_item_of_today_stands_in_its_list() -> None:
    answer = plain(RICH)
    for kind in ("do", "avoid", "may_resume", "ask"):
        assert list(_items(answer, kind)) == [item["id"] for item in answer["plan"]["today"][kind]]


def test_what_is_left_out_until_a_day_shows_the_day_and_what_sources_say() -> None:
    item = _items(an_answer(day=3), "avoid")["retinoids"]
    assert (item.glance, item.until, item.published) == (
        "Retinol and other retinoids",
        "until day 7",
        "sources: day 2 to 7",
    )


def test_a_rule_without_a_range_is_said_in_full_lest_its_name_says_the_opposite() -> None:
    answer = an_answer(day=3, patient={"medicines": {"isotretinoin": "yes"}})
    items = {item.glance for item in _items(answer, "avoid").values()}
    assert "Isotretinoin" not in items
    assert any(text.startswith("Do not stop or change isotretinoin") for text in items)
    assert "leave out: isotretinoin" not in Elements(page_of(answer)).text.lower()


def test_what_may_start_again_says_so() -> None:
    items = _items(an_answer(day=12), "may_resume")
    assert items["makeup"].text == SHIPPED.care["makeup"].resume_text


def test_the_ends_of_a_range_bring_their_sources() -> None:
    answer = an_answer(day=3)
    row = next(item for item in answer["plan"]["today"]["avoid"] if item["id"] == "retinoids")
    named = {source.id for source in _items(answer, "avoid")["retinoids"].why.sources}
    assert named == {*row["sources"], *row["earliest_sources"], *row["latest_sources"]}


def test_the_plan_of_an_unknown_day_says_that_it_is_the_careful_one() -> None:
    plan = plan_of(an_answer(day=None), Citing())
    assert (plan.title, plan.warning) == (
        "Plan",
        "We do not know which day it is, so this is the careful plan of day 0.",
    )


def test_a_day_shows_what_is_new_on_it() -> None:
    days = {day.day: day for day in plan_of(an_answer(day=3), Citing()).days}
    assert days[3].is_today
    assert days[0].is_past
    said = dict(days[7].new)
    assert "retinol and other retinoids" in said["may start again"]


def test_a_product_shows_its_verdict_and_how_much_of_its_label_was_read() -> None:
    cream, balm = products_of(plain(RICH), Citing())
    assert (cream.name, cream.verdict, cream.read) == ("Night cream", "avoid", "4 of 4 names understood.")
    assert (balm.name, balm.verdict, balm.verdict_words) == ("Balm", "unknown", "we cannot tell")


def test_a_verdict_that_is_not_known_is_never_fine() -> None:
    [product] = products_of({"products": [{"verdict": "lovely"}]}, Citing())
    assert (product.name, product.verdict, product.verdict_words) == ("Product 1", "unknown", "we cannot tell")


def test_what_would_change_the_answer_begins_with_the_most_urgent() -> None:
    answer = an_answer(day=3)
    found = safety_net_of(answer, SHIPPED)
    assert [to.level for to in found] == ["emergency", "same-day", "contact-provider"][: len(found)]
    assert sum(len(to.changes) for to in found) == len(answer["safety_net"])
    assert found[0].title == SHIPPED.levels["emergency"].safety_net


def test_sources_are_numbered_in_the_order_in_which_they_are_named() -> None:
    found = shown(plain(RICH), SHIPPED)
    assert [source.number for source in found.sources] == list(range(1, len(found.sources) + 1))
    first = found.because.reasons[0].said.sources[0]
    assert found.sources[0].id == first.id


def test_a_source_is_shown_as_the_answer_keeps_it() -> None:
    answer = an_old_answer()
    key = answer["disposition"]["because"][0]["sources"][0]
    answer["sources"][key] |= {"cite": "Old words, 2020", "url": "https://example.org/x", "doi": None, "pmid": None}
    source = next(source for source in shown(answer, SHIPPED).sources if source.id == key)
    assert (source.cite, source.link) == ("Old words, 2020", "https://example.org/x")


def test_only_web_addresses_become_links() -> None:
    answer = an_old_answer()
    key = answer["disposition"]["because"][0]["sources"][0]
    answer["sources"][key] |= {"url": "javascript:alert(1)", "doi": None, "pmid": None, "pmc": None}
    source = next(source for source in shown(answer, SHIPPED).sources if source.id == key)
    assert source.link == ""


def test_a_source_that_was_not_kept_is_the_one_of_today_or_its_id() -> None:
    answer = an_old_answer(sources={})
    answer["sources"] = {}
    answer["disposition"]["because"][0]["sources"] = ["CHU21", "GONE99"]
    cites = {source.id: source.cite for source in shown(answer, SHIPPED).sources}
    assert (cites["CHU21"], cites["GONE99"]) == (SHIPPED.sources["CHU21"].cite, "GONE99")


def test_the_review_is_that_of_the_answer() -> None:
    answer = an_old_answer(knowledge={"version": "2020.1", "hash": "abc", "review": "reviewed by Dr A"})
    assert (review_of(answer).version, review_of(answer).state) == ("2020.1", "reviewed by Dr A")
    assert "reviewed by Dr A" in page_of(answer)


def test_what_is_held_back_says_why_on_the_page() -> None:
    answer = an_answer(day=6, signs={"itch": "severe", "redness": "moderate"})
    item = _items(answer, "avoid")["retinoids"]
    assert (item.until, item.published) == ("not for now", "sources: day 2 to 7")
    assert "it may be a product that irritates the skin" in item.held
    assert item.held in Elements(page_of(answer)).text


def test_an_answer_of_before_reasons_were_kept_still_shows() -> None:
    answer = an_answer(day=3)
    for item in answer["plan"]["today"]["avoid"]:
        del item["held_because"]
    assert _items(answer, "avoid")["retinoids"].held == ""


def test_what_is_urgent_stands_open_and_what_can_wait_is_folded() -> None:
    answer = an_answer(day=3)
    urgent, wait = page_of(answer).split('id="safety-net"')[1].split("app-row--contact-provider")
    for row in answer["safety_net"]:
        place = wait if row["level"] == "contact-provider" else urgent.partition("<details")[0]
        assert row["text"].casefold() in Elements(place).text.casefold()


def test_what_can_wait_is_named_on_paper_too() -> None:
    answer = an_answer(day=3)
    paper = page_of(answer).split("app-only-on-paper")[1].partition("</div>")[0]
    for row in answer["safety_net"]:
        assert (row["text"].casefold() in Elements(paper).text.casefold()) == (row["level"] == "contact-provider")


@pytest.mark.parametrize("first", [1, 3, 6])
def test_the_first_of_each_list_stand_open_and_a_fold_hides_two_at_least(first: int) -> None:
    answer = an_answer(day=3)
    page = engines["jinja2"].from_string(
        '{% from "answers/parts.jinja" import plan_today %}{{ plan_today(shown, first=first) }}'
    )
    lists = page.render({"shown": shown(answer, SHIPPED), "first": first}).split("<h3>")[1:]
    for found, kind in zip(lists, ("do", "may_resume", "ask", "avoid"), strict=True):
        count = len(answer["plan"]["today"][kind])
        before, _, behind = found.partition("app-goes-on")
        assert before.count("app-why__said") == (first if count > first + 1 else count)
        assert before.count("app-why__said") + behind.count("app-why__said") == count


def test_no_product_says_the_same_sentence_twice() -> None:
    for kind in ("leave_on", "rinse_off"):
        label = "Aqua, Glycerin, Coco-Glucoside, Panthenol, Sodium Chloride, Citric Acid"
        answer = an_answer(day=3, products=({"name": "Wash", "ingredients": label, "kind": kind},))
        [product] = products_of(answer, Citing())
        said = f"{product.text} {product.read}".split(". ")
        assert len(said) == len(set(said))
