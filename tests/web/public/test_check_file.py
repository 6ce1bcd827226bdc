"""An answer taken along as a file comes back as it was; what is no such file is refused with reasons."""

import json
from io import BytesIO

import pytest
from django.test import Client

from needlecare.export.json import from_json
from needlecare.web.asking.case import answers_of, case_of
from tests.support.knowledge import SHIPPED
from tests.support.web_asking import Seen, shown_with
from tests.support.worked import worked_cases

ANSWERS = {
    "day": "3", "device": "pen", "sign.erythema": "mild", "sign.hives": "none", "count.papules": "12", "fever": "no",
    "areas": ["face", "neck"], "product.0.name": "Crème <1>", "product.0.ingredients": "Aqua, Parfum",
}  # fmt: skip


def opened(client: Client, raw: bytes | str):
    """The response to a file."""
    return client.post("/check/open", {"file": BytesIO(raw if isinstance(raw, bytes) else raw.encode())})


def refused(response) -> str:
    """The page of a file that was refused."""
    text = response.content.decode()
    assert response.status_code in (413, 422)
    assert "<title>Error: " in text
    assert "#file" in Seen(response).links
    return text


def test_a_file_holds_the_case_and_its_answer(client):
    response = client.post("/check/file", ANSWERS)
    assert response.headers["Content-Disposition"] == 'attachment; filename="needlecare-2026-05-31.json"'
    held = json.loads(response.content)
    assert (held["needlecare"], held["made"]) == (1, "2026-05-31")
    assert held["case"] == case_of(ANSWERS, SHIPPED)
    assert from_json(json.dumps(held["assessment"])).disposition.level == "self-care"


def test_a_file_comes_back_as_the_same_answer(client):
    before = client.post("/check/result", ANSWERS)
    after = opened(client, client.post("/check/file", ANSWERS).content)
    assert shown_with(after)["shown"].card == shown_with(before)["shown"].card
    assert {
        key: value for key, value in shown_with(after)["answers"].items() if key not in ("treated_on", "looked_on")
    } == ANSWERS


def test_a_file_of_yesterday_is_a_look_of_yesterday(client, clock):
    file = client.post("/check/file", ANSWERS).content
    clock.pass_time(days=2)
    response = opened(client, file)
    assert "Your last check-in was on day 3; today is day 5" in response.content.decode()
    again = client.post("/check", {**Seen(response).hidden, **shown_with(response)["answers"], "go": "again"})
    hidden = Seen(again).hidden
    assert [json.loads(look)["day"] for look in hidden["earlier"]] == [3]
    assert not any(key.startswith("sign.") for key in hidden)


def test_without_dates_an_old_day_does_not_stand_for_today(client, clock):
    file = client.post("/check/file", ANSWERS).content
    clock.pass_time(days=40)
    assert shown_with(opened(client, file))["answers"]["treated_on"] == "2026-05-28"


UNDATED = [worked for worked in worked_cases()[::20] if "date" not in worked.case.get("procedure", {})]


@pytest.mark.parametrize("worked", UNDATED, ids=lambda worked: worked.name)
def test_a_plain_case_can_be_opened(worked, client):
    expected = worked.expect.level
    response = opened(client, json.dumps(worked.case, default=str))
    assert response.status_code == 200
    if expected:
        assert shown_with(response)["shown"].card.kind == expected
    assert shown_with(response)["answers"].items() >= answers_of(worked.case).items()


def test_a_treatment_without_a_look_is_seen_today(client):
    response = opened(client, '{"procedure": {"date": "2026-05-29"}}')
    assert shown_with(response)["shown"].course.day == 2


HOSTILE = {
    "nothing": b"",
    "not text": b"\xff\xfe\x00\x01",
    "not json": b"{",
    "a picture": b"\x89PNG\r\n\x1a\n" + b"\x00" * 100,
    "deep": b"[" * 200_000,
    "deep in a case": b'{"patient":' * 3000 + b"1" + b"}" * 3000,
    "a list": b"[]",
    "a number": b"3",
    "null": b"null",
    "many digits": b'{"patient": {"age": ' + b"9" * 5000 + b"}}",
    "not a number": b'{"patient": {"age": NaN}}',
    "a name twice": b'{"patient": {}, "patient": {"age": 3}}',
    "another version": b'{"needlecare": 2, "made": "2026-05-31", "case": {}}',
    "an odd version": b'{"needlecare": {"a": 1}, "case": {}}',
    "no date": b'{"needlecare": 1, "case": {}}',
    "no case": b'{"needlecare": 1, "made": "2026-05-31"}',
    "the future": b'{"procedure": {"date": "2030-01-01"}}',
    "made in the year 1": b'{"needlecare": 1, "made": "0001-01-01", "case": {"check_ins": [{"day": 3}]}}',
    "broken characters": b'{"products": [{"name": "\\ud800"}]}',
    "unknown fields": b'{"surgery": {}}',
    "too many looks": json.dumps({"check_ins": [{}] * 401}).encode(),
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_file_of_ours_is_refused(raw, client):
    refused(opened(client, raw))


def test_the_faults_of_a_case_are_all_listed(client):
    text = refused(opened(client, '{"procedur": {}, "check_ins": [{"signs": {"itch": "strong"}, "fever": "maybe"}]}'))
    for words in ("Did you mean procedure?", "one of none, mild, moderate, severe", "expected yes or no"):
        assert words in text


def test_faults_are_shown_as_text(client):
    assert "<script>" not in refused(opened(client, '{"<script>alert(1)</script>": 1}')).split("<main")[1]


def test_a_file_of_more_than_1_mb_is_refused(client):
    text = refused(opened(client, b" " * 1_100_000 + b"{}"))
    assert "larger than 1 MB" in text


def test_no_file_at_all_is_asked_for(client):
    assert "Choose a file first" in refused(client.post("/check/open", {}))
    assert "Choose a file first" in refused(client.post("/check/open", {"file": "text"}))


def test_answers_that_cannot_be_give_no_file(client):
    assert client.post("/check/file", {"day": "-3"}).status_code == 422


def test_the_page_to_open_a_file_is_there(client):
    assert client.get("/check/open").status_code == 200
