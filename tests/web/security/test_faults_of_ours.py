"""When the app itself fails: a page that needs nothing, a log that says nothing of anybody."""

import logging

from django.db import OperationalError
from django.db.backends.utils import CursorWrapper

from tests.web.security.conftest import NAME


def test_the_page_for_it_needs_no_database(world, monkeypatch):
    phone, desk = world.phone(), world.desk()

    def gone(*args, **more):
        raise OperationalError("gone")

    with monkeypatch.context() as dead:
        dead.setattr(CursorWrapper, "execute", gone)
        responses = [phone.get("/my/"), desk.get("/clinic/")]
    for response in responses:
        assert response.status_code == 500
        assert b"Something went wrong on our side" in response.content
        assert b"OperationalError" not in response.content
        assert response["Cache-Control"] == "no-store"


def test_the_log_of_it_holds_nothing_of_a_patient(world, monkeypatch, caplog):
    from needlecare.web.journal import selectors

    note = "It itches behind my ear"

    def broken(*args, **more):
        raise RuntimeError("a fault")

    phone = world.phone()
    secret = phone.cookies["record"].value
    monkeypatch.setattr(selectors, "messages", broken)
    with caplog.at_level(logging.DEBUG):
        assert phone.get("/my/messages").status_code == 500
        assert phone.post("/my/messages", {"text": note, "sent_key": "x"}).status_code == 500
    assert "a fault" in caplog.text
    for word in (NAME, note, secret, "violet@victim.example"):
        assert word not in caplog.text


def test_the_server_keeps_no_list_of_who_opened_what(monkeypatch):
    import socket

    from needlecare.web.serving.server import Server

    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")
    with socket.socket() as bound:
        server = Server(bound, 1, lambda: None)
    assert server.cfg.accesslog is None
    assert server.cfg.forwarded_allow_ips == server.cfg.forwarder_headers == []
