"""Links and redirects lead to this app at its own address, whatever a request claims."""

import re

import pytest
from django.core import mail
from django.test import Client

from tests.support import web


def test_the_link_for_a_new_password_is_at_the_address_of_the_settings(world, settings):
    settings.ALLOWED_HOSTS = ["*"]
    Client().post("/staff/password/reset/", {"email": "ada@clinic.example"}, HTTP_HOST="evil.example")
    link = re.search(r"http\S+", mail.outbox[0].body)[0]
    assert link.startswith(f"{settings.ADDRESS}/staff/password/reset/key/")
    assert "Set a new password" in Client().get(link.removeprefix(settings.ADDRESS), follow=True).content.decode()


def test_so_is_a_patients_link(world, settings):
    settings.ALLOWED_HOSTS = ["*"]
    page = world.desk().post(f"/clinic/patients/{world.patient.pk}/invite", HTTP_HOST="evil.example").content.decode()
    assert f"{settings.ADDRESS}/my/open#" in page
    assert "evil.example" not in page


@pytest.mark.parametrize(
    "onward",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "http:///evil.example",
     "https:evil.example", "\x00//evil.example", "\t//evil.example"],
)  # fmt: skip
def test_signing_in_leads_nowhere_else(world, onward):
    sent = {"login": "ada@clinic.example", "password": web.PASSWORD, "next": onward}
    assert Client().post("/staff/login/", sent)["Location"] == "/clinic/"


def test_a_file_has_a_name_that_nobody_else_chose(world):
    downloads = {
        "/my/download": 'attachment; filename="my-record-2026-05-31.json"',
        "/check/file": 'attachment; filename="needlecare-2026-05-31.json"',
    }
    for path, name in downloads.items():
        assert world.phone().post(path, {"name": 'x"\r\nSet-Cookie: a=b'})["Content-Disposition"] == name
