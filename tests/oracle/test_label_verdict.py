"""The verdict on a label: one by one, as a row of a catalogue, and by the slow reading of the rules."""

from functools import lru_cache

from hypothesis import given
from hypothesis import strategies as st

from needlecare.core.label.check import check_label
from needlecare.core.label.reading import Reader
from needlecare.core.label.screening import Screener
from needlecare.core.label.use import Use
from needlecare.knowledge.ingredients.model import Concern, Ingredients
from tests.oracle.slow_reading import read_plain, seen_in
from tests.oracle.slow_verdict import Slow, classes_of, judge
from tests.support.label_strategies import labels, lists, names, other_classes, uses, with_classes
from tests.support.labels import SHIPPED_INGREDIENTS, SMALL

reader_of = lru_cache(maxsize=4)(Reader)


def slowly(text: str, use: Use, table: Ingredients, product: str | None = None) -> Slow:
    reading = reader_of(table).read(text)
    return judge(seen_in(reading), use, table, is_list=reading.is_list, product=product)


def one_by_one(text: str, use: Use, table: Ingredients, product: str | None = None) -> Slow:
    found = check_label(text, use, table, name=product)
    return Slow(found.verdict, found.until_day, frozenset(found.deciding), found.read.tokens, found.read.recognised)


def as_a_row(text: str, use: Use, table: Ingredients) -> Slow:
    found = Screener(table, use).row(text)
    return Slow(found.verdict, found.until_day, frozenset(found.deciding), found.tokens, found.recognised)


def all_agree(text: str, use: Use, table: Ingredients) -> None:
    expected = slowly(text, use, table)
    assert one_by_one(text, use, table) == expected
    assert as_a_row(text, use, table) == expected
    concerns = check_label(text, use, table).concerns
    found = {name: (frozenset(concern.ingredients), concern.decides) for name, concern in concerns.items()}
    assert found == classes_of(seen_in(reader_of(table).read(text)), use, table)


@given(labels(SHIPPED_INGREDIENTS), uses(SHIPPED_INGREDIENTS))
def test_all_three_agree_on_any_list_under_the_shipped_table(text: str, use: Use) -> None:
    all_agree(text, use, SHIPPED_INGREDIENTS)


@given(other_classes(), labels(SMALL), uses(SMALL))
def test_all_three_agree_whatever_a_table_says_of_its_classes(changed: list[Concern], text: str, use: Use) -> None:
    all_agree(text, use, with_classes(changed))


@given(lists(SHIPPED_INGREDIENTS, names(SHIPPED_INGREDIENTS), most=20), uses(SHIPPED_INGREDIENTS))
def test_plain_lists_of_exact_names_are_read_and_judged_as_by_hand(said: list[str], use: Use) -> None:
    text = ", ".join(said)
    expected = judge(read_plain(text, SHIPPED_INGREDIENTS), use, SHIPPED_INGREDIENTS)
    assert one_by_one(text, use, SHIPPED_INGREDIENTS) == expected
    assert as_a_row(text, use, SHIPPED_INGREDIENTS) == expected


@given(labels(SMALL), uses(SMALL), st.sampled_from(["Calm Cream", "calm cream", "Other"]))
def test_what_a_clinic_says_of_a_product_by_name_comes_first_and_never_hides_an_allergy(
    text: str, use: Use, product: str
) -> None:
    for clinic in (use.clinic, *_naming("Calm Cream", use)):
        named = Use(**{**use.__dict__, "clinic": clinic})
        assert one_by_one(text, named, SMALL, product) == slowly(text, named, SMALL, product)


def _naming(product: str, use: Use):
    clinic = use.clinic
    for allowed, forbidden in (((product,), ()), ((), (product,)), ((product,), (product,))):
        yield type(clinic)(clinic.name, clinic.days, (*clinic.allowed, *allowed), (*clinic.forbidden, *forbidden))
