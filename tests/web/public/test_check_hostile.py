"""Whatever is posted, "Is this normal?" answers with a page: never an error of ours, never a word to the database."""

from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from needlecare.web.asking.options import ROUGHLY
from needlecare.web.asking.pages import PUBLIC
from tests.support.knowledge import SHIPPED

KEYS = [
    *sorted({key for page in PUBLIC for key in (*page.keys, *page.facts(SHIPPED))}),
    "page", "go", "sign", "earlier", "looked_on", "applied", "allergies", "temperature_c", "onset.itch", "note",
    "product.0.name", "product.0.ingredients", "product.1.kind", "product.1.used_on_days",
]  # fmt: skip
VALUES = [
    "", "yes", "no", "none", "unknown", "there", "mild", "severe", "3", "-1", "1e400", "nan", "9" * 400, "2026-05-28",
    "0001-01-01", "9999-12-31", "{}", '{"day": 1}', "[[", "next", "back", "result", "again", "without_earlier",
    "treatment", "warning", "products", "fact:sign.itch", "fact:any.care", "fact:", "fact:rising", "sign.hives", "\x00",
    "🧴", "spreading", *(option.value for option in ROUGHLY),
]  # fmt: skip
posts = st.dictionaries(
    st.sampled_from(KEYS) | st.text(max_size=20),
    st.sampled_from(VALUES) | st.text(max_size=30) | st.lists(st.sampled_from(VALUES), max_size=3),
    max_size=12,
)
addresses = st.sampled_from(["/check", "/check/result", "/check/file", "/check/open"])


@given(address=addresses, data=posts)
@settings(max_examples=150)
def test_any_post_is_answered_with_a_page(address, data):
    sent = {key: _posted(value) for key, value in data.items()}
    response = Client().post(address, {key: value for key, value in sent.items() if key})
    assert response.status_code in (200, 400, 413, 422)
    assert not response.cookies


def _posted(value):
    """A value as a browser could send it: text that is text."""
    values = value if isinstance(value, list) else [value]
    return [text.encode("utf-8", "replace").decode() for text in values]
