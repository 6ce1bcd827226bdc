"""Whatever a label says, it is answered; more on the label, or less known, never reads as safer (SAFETY.md)."""

from dataclasses import replace

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from needlecare.core.label.answer import LabelAnswer
from needlecare.core.label.screening import Row, Screener
from needlecare.core.label.use import Person, Use
from needlecare.knowledge.ingredients.folding import key
from tests.support.data import needs, real_labels
from tests.support.label_strategies import DEPTHS, FACTS, NOT_KNOWN, labels, lists, misspelt, names, pieces, uses
from tests.support.labels import (
    SHIPPED_INGREDIENTS as TABLE,
)  # fmt: skip
from tests.support.labels import (
    a_list,
    a_use,
    checked,
    flagged_of,
    names_of,
    placed_of,
    preservatives_of,
    rank,
    screened,
)

PARTS_OF_TEXT = (
    "Aqua", "Retinol", "Parfum (Linalool", "Ingredients:", "May contain", "Step 1:", "[+/-", "5%", "CI 77891", "<br>",
    "&amp;", "1,2-", "free from", ",", "、", "/", " - ", "\n", "(", ")", "]", ".", "*", "\u202e", "e\u0301", "😀", "\0",
    "\ud800", "水", "정제수",
)  # fmt: skip
any_text = st.text(max_size=200) | st.lists(st.sampled_from(PARTS_OF_TEXT) | st.text(max_size=5), max_size=40).map(
    "".join
)
real_lists = lists(TABLE, names(TABLE))
a_day = st.integers(0, 40)


def answered(text: str, use: Use) -> LabelAnswer:
    return checked(text, use, TABLE)


def not_better(worse: LabelAnswer, than: LabelAnswer) -> bool:
    """Whether one answer is as bad as another, or worse: its verdict, and where both say to wait, its day."""
    if worse.verdict == than.verdict == "wait":
        assert worse.until_day is not None
        assert than.until_day is not None
        return worse.until_day >= than.until_day
    return rank(worse.verdict) >= rank(than.verdict)


# -- any text ----------------------------------------------------------------------------------------------------


@given(any_text | labels(TABLE), uses(TABLE))
@example("", a_use())
def test_any_text_at_all_is_answered_with_places_that_lie_in_it(text: str, use: Use) -> None:
    found = answered(text, use)
    assert found.headline
    end = 0
    for ingredient in found.ingredients:
        assert end <= ingredient.start <= ingredient.end <= len(text)
        assert text[ingredient.start : ingredient.end] == ingredient.text
        end = ingredient.end


@given(any_text | labels(TABLE), uses(TABLE))
def test_a_catalogue_gives_every_text_the_same_verdict_as_a_single_check(text: str, use: Use) -> None:
    assert screened(text, use, TABLE) == as_row(answered(text, use), screened(text, use, TABLE))


@given(st.lists(any_text | labels(TABLE), max_size=5), uses(TABLE))
def test_what_a_catalogue_has_read_before_does_not_matter(texts: list[str], use: Use) -> None:
    one = Screener(TABLE, use)
    assert [one.row(text) for text in texts] == [screened(text, use, TABLE) for text in texts]


@given(any_text | labels(TABLE), uses(TABLE))
def test_the_same_label_and_use_give_the_same_answer(text: str, use: Use) -> None:
    assert answered(text, use) == answered(text, use)


def as_row(found: LabelAnswer, row: Row) -> Row:
    """The row that a single check would make; the classes are compared where it says which decide."""
    deciding = {name for name, concern in found.concerns.items() if concern.decides}
    concerns = row.concerns if set(row.concerns) <= deciding else ()
    return Row(found.verdict, found.until_day, concerns, found.deciding, found.read.tokens, found.read.recognised)


@needs("labels.jsonl")
@pytest.mark.parametrize(
    "use", [a_use(), Use(0, None, during=True), Use(5, 1.5, "rinse_off", person=Person(acne_prone=True))]
)
def test_a_catalogue_of_real_labels_gets_the_verdicts_of_single_checks(use: Use) -> None:
    screener = Screener(TABLE, use)
    for name, text in real_labels().items():
        if int(name, 16) % 5 != 0:
            row = screener.row(text)
            assert row == as_row(answered(text, use), row), name


# -- more on the label -------------------------------------------------------------------------------------------


@given(lists(TABLE, pieces(TABLE), least=2), pieces(TABLE), uses(TABLE))
def test_an_ingredient_more_at_the_end_is_never_better(said: list[str], more: str, use: Use) -> None:
    before = answered(a_list(*said), use)
    assume(before.is_list)
    assert not_better(answered(a_list(*said, more), use), before)


@given(real_lists, st.sampled_from((*names_of(TABLE), *NOT_KNOWN)), st.integers(0, 12), uses(TABLE))
def test_an_ingredient_more_anywhere_is_never_better_unless_a_place_in_the_list_decides(
    said: list[str], more: str, at: int, use: Use
) -> None:
    """A usual preservative, and whatever stands ahead of a name that counts only among the first, may make it less."""
    assume(more not in preservatives_of(TABLE) and not set(said) & set(placed_of(TABLE)))
    before = answered(a_list(*said), use)
    assert not_better(answered(a_list(*said[:at], more, *said[at:]), use), before)


@given(real_lists, st.sampled_from(NOT_KNOWN[:5]), st.integers(0, 12), uses(TABLE))
def test_with_a_name_that_was_not_read_it_is_never_fine(said: list[str], word: str, at: int, use: Use) -> None:
    assert answered(a_list(*said[:at], word, *said[at:]), use).verdict != "fine"


@given(
    st.sampled_from(flagged_of(TABLE)).flatmap(lambda name: st.tuples(st.just(name), misspelt(st.just(name)))),
    st.sampled_from(["{}", "{} 5%", "2% {}", "Allantoin/{}", "Allantoin 1% {}"]),
)
@example(("Retinol", "Retinool"), "Allantoin ({})")
@example(("Retinol", "Retinool"), "123456 {}")
def test_a_misspelling_of_a_name_that_decides_is_never_fine(pair: tuple[str, str], printed: str) -> None:
    name, wrong = pair
    rest = ("Aqua", "Glycerin", "Panthenol", "Squalane")
    assume(answered(a_list(name, *rest), a_use()).verdict != "fine")
    assume(key(wrong) not in TABLE.exact and key(wrong) not in TABLE.synonyms)  # another ingredient's own name
    assume(key(answered(wrong, a_use()).ingredients[0].inci or "") != key(wrong))
    assert answered(a_list(printed.format(wrong), *rest), a_use()).verdict != "fine"


@given(real_lists, uses(TABLE), st.sampled_from(["", " ", "\n", "\t ", "\u00a0"]))
def test_case_and_spaces_around_a_list_do_not_matter(said: list[str], use: Use, space: str) -> None:
    text = a_list(*said)
    for other in (
        text.upper(),
        text.lower(),
        space + text + space,
        text.replace(", ", ","),
        text.replace(", ", " ,  "),
    ):
        found, same = answered(text, use), answered(other, use)
        assert (same.verdict, same.until_day, same.read) == (found.verdict, found.until_day, found.read)
        assert [key(name) for name in same.deciding] == [key(name) for name in found.deciding]


# -- another use -------------------------------------------------------------------------------------------------


@given(labels(TABLE), uses(TABLE), a_day, st.integers(1, 30))
def test_a_later_day_is_never_worse(text: str, use: Use, day: int, later: int) -> None:
    now, then = answered(text, replace(use, day=day)), answered(text, replace(use, day=day + later))
    assert not_better(now, then)


@given(labels(TABLE), uses(TABLE))
def test_left_on_is_never_better_than_rinsed_off(text: str, use: Use) -> None:
    assert not_better(answered(text, replace(use, kind="leave_on")), answered(text, replace(use, kind="rinse_off")))


@given(labels(TABLE), uses(TABLE), st.permutations([depth for depth in DEPTHS if depth is not None]))
def test_deeper_is_never_better_and_unknown_is_as_bad_as_the_deepest(text: str, use: Use, depths: list[float]) -> None:
    shallow, deep = sorted(depths[:2])
    found = answered(text, replace(use, depth_mm=deep))
    assert not_better(found, answered(text, replace(use, depth_mm=shallow)))
    assert not_better(answered(text, replace(use, depth_mm=None)), found)


@given(labels(TABLE), uses(TABLE))
def test_during_the_session_is_never_better_than_on_the_same_day(text: str, use: Use) -> None:
    assert not_better(answered(text, replace(use, during=True)), answered(text, replace(use, during=False)))


@given(labels(TABLE), uses(TABLE), st.sampled_from(FACTS))
def test_an_unknown_fact_of_a_person_never_reads_better_than_no(text: str, use: Use, fact: str) -> None:
    unknown, no = (replace(use, person=replace(use.person, **{fact: value})) for value in (None, False))
    assert not_better(answered(text, unknown), answered(text, no))


@given(labels(TABLE), uses(TABLE), st.sampled_from(FACTS))
def test_a_person_of_whom_something_is_true_never_hears_better_than_one_of_whom_it_is_not(
    text: str, use: Use, fact: str
) -> None:
    true, no = (replace(use, person=replace(use.person, **{fact: value})) for value in (True, False))
    assert not_better(answered(text, true), answered(text, no))


@given(labels(TABLE), uses(TABLE), st.sampled_from((*flagged_of(TABLE), *TABLE.concerns, "Zzqx Vorbium")))
def test_an_allergy_more_is_never_better(text: str, use: Use, word: str) -> None:
    person = replace(use.person, allergies=(*use.person.allergies, word))
    assert not_better(answered(text, replace(use, person=person)), answered(text, use))


@given(labels(TABLE), uses(TABLE), st.sampled_from(tuple(TABLE.concerns)))
def test_a_class_held_back_is_never_better(text: str, use: Use, concern: str) -> None:
    assert not_better(answered(text, replace(use, held=(*use.held, concern))), answered(text, use))
