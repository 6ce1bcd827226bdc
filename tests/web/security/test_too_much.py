"""What is too large or made to take long is refused in words, or answered soon."""

from time import process_time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from needlecare.labels import check_label
from needlecare.web.journal import actions
from needlecare.web.knowledge import shipped
from tests.support import web

URLENCODED = "application/x-www-form-urlencoded"
PATHS = ["/check", "/label", "/my/check-in", "/my/messages", "/staff/login/", "/clinic/enrol"]


@pytest.mark.parametrize("path", PATHS)
def test_a_form_of_more_than_1_mb_or_2000_fields_is_too_large(world, path):
    browser = world.desk() if path.startswith("/clinic/") else Client() if path == "/staff/login/" else world.phone()
    for body in ("text=" + "x" * 1_100_000, "&".join(f"a{at}=1" for at in range(2001))):
        response = browser.post(path, body, content_type=URLENCODED)
        assert response.status_code == 413
        assert b"That is too large" in response.content


@pytest.mark.parametrize("path", PATHS)
def test_a_large_file_is_kept_nowhere_and_breaks_nothing(world, path):
    file = SimpleUploadedFile("holiday.jpg", b"x" * 3_000_000)
    assert world.phone().post(path, {"file": file}).status_code < 500


@pytest.mark.parametrize("body", [b"\xff\xfe", b"", b"--x\r\n\r\n", b"--x--"])
def test_a_broken_form_breaks_nothing(world, body):
    for path in PATHS:
        assert world.phone().post(path, body, content_type="multipart/form-data; boundary=x").status_code < 500


def test_labels_are_long_up_to_a_bound(db):
    sent = {f"product.{at}.ingredients": "Aqua, " * 8000 for at in range(3)}
    assert Client().post("/check/result", {"day": "3", **sent}).status_code == 413


def test_so_are_those_of_a_shelf(world):
    for _ in range(4):
        web.a_product(world.patient, ingredients="a" * 49_000)
    with pytest.raises(actions.ShelfFull):
        web.a_product(world.patient, ingredients="a" * 49_000)


@pytest.mark.parametrize(
    "part",
    [",", "(", "a(", "a ", "- ", "a-", "1%", "[{(", "may contain [+/- ", "a\u200d", "e\u0301", "\ufdfa", "a;b•c·d|"],
)
def test_the_longest_label_is_read_in_seconds_whatever_stands_in_it(part):
    started = process_time()
    check_label(text=(part * 50_000)[:50_000], day=3, ingredients=shipped().ingredients)
    assert process_time() - started < 10
