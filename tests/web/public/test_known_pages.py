"""Every page that is made of the knowledge stands, says it, keeps nothing and needs nothing from elsewhere."""

import pytest
from django.test import Client

from needlecare.export.manual_citation import cited
from needlecare.knowledge.model import Knowledge
from tests.support.knowledge import SHIPPED
from tests.support.web_public import ADDRESSES, forbidden, headings, says, words

KNOWLEDGE: Knowledge = SHIPPED


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_stands_with_one_heading_and_leaves_no_cookie(client: Client, address: str) -> None:
    response = client.get(address)

    assert response.status_code == 200
    assert len(headings(response)) == 1
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert forbidden(response) == []


@pytest.mark.parametrize("address", ["/", "/why-spots", "/why-spots/milia", "/normal/3", "/when/makeup", "/sources"])
def test_what_is_made_of_the_knowledge_alone_may_be_kept_for_five_minutes(client: Client, address: str) -> None:
    kept = client.get(address).headers["Cache-Control"]

    assert set(kept.split(", ")) == {"public", "max-age=300"}


@pytest.mark.parametrize("key", KNOWLEDGE.causes)
def test_a_cause_is_told_with_what_speaks_for_and_against_it(client: Client, key: str) -> None:
    cause = KNOWLEDGE.causes[key]

    response = client.get(f"/why-spots/{key}")

    statements = (cause.mechanism, *cause.evidence_for, *cause.evidence_against, *cause.what_to_do, cause.stop_waiting)
    assert headings(response)[0].endswith(cause.name[1:])
    assert says(response, *(statement.text for statement in statements))
    assert cause.everyday is None or says(response, cause.everyday)
    assert _names_its_sources(response, cited(cause))


@pytest.mark.parametrize("key", KNOWLEDGE.signs)
def test_a_sign_is_told_on_every_skin_with_its_course_and_when_to_call(client: Client, key: str) -> None:
    sign, course = KNOWLEDGE.signs[key], KNOWLEDGE.course.get(key)

    response = client.get(f"/signs/{key}")

    assert says(response, sign.looks, sign.mild, sign.moderate, sign.severe, sign.deep_skin or "", "When to call")
    if course:
        assert says(response, course.summary.text, course.incidence.text)
        assert all(says(response, f"day {band.published_latest.value:g}") for band in course.bands)
    else:
        assert "not part of ordinary healing" in words(response)


@pytest.mark.parametrize("key", KNOWLEDGE.care)
def test_a_rule_of_care_is_told_with_both_ends_and_where_sources_disagree(client: Client, key: str) -> None:
    care = KNOWLEDGE.care[key]

    response = client.get(f"/when/{key}")

    assert says(response, care.text, care.why, care.resume_text or "", care.disagreement or "")
    for end in (care.earliest, care.latest):
        assert end is None or says(response, f"day {end.value:g}", end.note or "")
    assert _names_its_sources(response, care.sources)


def test_the_lists_lead_to_every_cause_and_every_rule(client: Client) -> None:
    causes, again = (client.get(address).content.decode() for address in ("/why-spots", "/when"))

    assert all(f'href="/why-spots/{key}"' in causes for key in KNOWLEDGE.causes)
    assert all(f'href="/when/{key}"' in again for key in KNOWLEDGE.care)


def test_every_source_is_in_the_register(client: Client) -> None:
    page = client.get("/sources").content.decode()

    assert all(f'id="source-{key}"' in page for key in KNOWLEDGE.sources)


def test_it_says_which_knowledge_it_is_and_that_nobody_has_reviewed_it(client: Client) -> None:
    response = client.get("/about")

    assert says(response, KNOWLEDGE.version, KNOWLEDGE.hash)
    assert KNOWLEDGE.review in words(response).lower()


@pytest.mark.parametrize(
    "address",
    [
        "/why-spots/purging",
        "/signs/moon",
        "/when/never",
        "/normal/31",
        "/normal/3?depth_mm=9",
        "/normal/x",
    ],
)
def test_what_nobody_knows_is_no_page(client: Client, address: str) -> None:
    response = client.get(address)

    assert response.status_code == 404
    assert headings(response) == ["There is no such page"]


@pytest.mark.parametrize("address", ["/", "/why-spots", "/normal/3", "/about"])
def test_a_page_of_knowledge_takes_no_answers(client: Client, address: str) -> None:
    assert client.post(address, {"text": "x"}).status_code == 405


def _names_its_sources(response, keys) -> bool:
    page = response.content.decode()
    return all(f'id="source-{key}"' in page for key in keys)
