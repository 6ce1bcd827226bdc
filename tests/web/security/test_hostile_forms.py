"""Whatever stands in the fields of a form, the answer is a page that says so: never a fault of ours, never code."""

import json
import uuid

import pytest
from django.test import Client

from needlecare.web.journal.models import CheckIn, Patient
from tests.support.web_pages import forms

HOSTILE = {
    "NUL": "a\x00b", "right to left": "\u202eabc\u2066", "no number": "NaN", "infinite": "1e309", "another three": "٣",
    "the first day": "0001-01-01", "the last day": "9999-12-31", "a newline": "a@example.org\nBcc: b@example.org",
    "code": "<script>alert(1)</script>\"'>{{ 7 * 7 }}", "digits": "9" * 5000, "long": "x" * 60_000,
    "a path": "../../etc/passwd", "deep": "[" * 20_000,
}  # fmt: skip
OF_PATIENTS = [
    "",
    "open",
    "check-in",
    "check-in?same",
    "products",
    "messages",
    "reminders",
    "devices",
]  # to leave, any tick is one
OF_STAFF = ["clinic/", "clinic/choose", "clinic/enrol", "clinic/templates/add", "staff/password/change/"]
OF_ALL = ["check", "label", "check/open", "staff/login/", "staff/password/reset/"]


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_a_form_full_of_it_is_answered_with_a_page(world, value):
    anybody = Client(raise_request_exception=False)
    pages = [(world.phone(), f"/my/{page}") for page in OF_PATIENTS]
    pages += [(world.desk(), f"/{page}") for page in [*OF_STAFF, f"clinic/patients/{world.patient.pk}"]]
    for browser, path in [*pages, *((anybody, f"/{page}") for page in OF_ALL)]:
        for form in forms(browser.get(path)):
            sent = dict.fromkeys({**form.fields, **form.options} or {"name": ""}, value)
            response = browser.post(form.action or path, sent)
            assert response.status_code < 500, (path, form.action)
            assert b"<script>alert" not in response.content
    assert Patient.objects.count() == 1


@pytest.mark.parametrize("note", ["a\x00b", "x" * 60_000])
def test_a_check_in_that_cannot_be_kept_is_refused_whole(world, note):
    sent = {"sent_key": str(uuid.uuid4()), "at": "4", "reached": "4", "go": "send", "sign.itch": "mild", "note": note}
    assert world.phone().post("/my/check-in", sent).status_code in (400, 422)
    assert CheckIn.objects.get() == world.check_in


@pytest.mark.parametrize("go", ["again", "result", "next"])
@pytest.mark.parametrize("look", [{"day": 1, "note": "\ud800"}, {"\udfff": 1}, [[]], {"day": 1e300}])
def test_an_earlier_look_that_is_none_breaks_no_page(go, look):
    sent = {"earlier": [json.dumps(look)], "day": "3", "go": go}
    for path in ("/check", "/check/result", "/check/file"):
        assert Client(raise_request_exception=False).post(path, sent).status_code in (200, 400, 422)


@pytest.mark.parametrize("number", [0, 10**30, "9" * 5000])
def test_numbers_that_no_table_holds_are_not_there(world, number):
    assert world.phone().post(f"/my/products/{number}/remove").status_code == 404
    assert world.desk().get(f"/clinic/templates/{number}").status_code in (200, 404)
    assert world.desk().get(f"/clinic/?page={number}").status_code == 200
    assert Client().get(f"/normal/{number}").status_code in (200, 404)
