"""`needlecare serve` as a person starts it: it answers, it refuses what is not safe, and leaves nothing running."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import time
from contextlib import closing

import pytest

from tests.support.web_server import PROGRAM, SECRET, Server, environment, free_port

PATIENCE = 30


@pytest.fixture
def server(tmp_path):
    """A demonstration on a port of its own, without the made-up clinic."""
    with Server(tmp_path) as server:
        yield server


def refused(folder, *words: str, **settings: str) -> tuple[int, str]:
    """The exit code and the message of a start that does not come to be."""
    done = subprocess.run(
        [PROGRAM, "serve", "--port", str(free_port()), *words],
        env=environment(folder, **{"NEEDLECARE_MODE": "real", **settings}),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return done.returncode, done.stderr


def test_the_first_page_answers_and_the_data_are_its_owners_alone(server, tmp_path):
    assert server.get("/").status == 200
    folder = tmp_path / "data"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert all(file.stat().st_mode & 0o077 == 0 for file in folder.iterdir())


def test_reminders_are_scheduled(server, tmp_path):
    with closing(sqlite3.connect(tmp_path / "data" / "needlecare.sqlite3")) as database:
        assert database.execute("select count(*) from django_q_schedule where name = 'reminders'").fetchone() == (1,)


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_all_of_it(server, ending):
    family = server.family()
    assert len(family) >= 6  # itself, the server and its workers, the queue and what belongs to it
    server.process.send_signal(ending)
    assert server.process.wait(PATIENCE) == 0
    assert server.left_of(family) == []


@pytest.mark.parametrize("who", ["all above", "the server", "the queue"])
def test_whatever_is_killed_leaves_nobody_behind(server, who):
    family = server.family()
    name = {"all above": None, "the server": "server", "the queue": "queue"}[who]
    killed = server.process.pid if name is None else server.child(name)
    os.kill(killed, signal.SIGKILL)
    if who == "the queue":
        assert server.comes_back("queue", other_than=killed)
        assert server.get("/").status == 200
        server.process.terminate()
    server.process.wait(PATIENCE)
    assert server.left_of(family, within=10) == []


@pytest.mark.parametrize(
    ("secret", "says"),
    [
        ("", "is not set"),
        ("short", "shorter than 50"),
        ("this secret is public and serves the demonstration alone, never real patients", "everybody knows"),
    ],
)
def test_a_secret_that_is_none_is_refused_with_the_remedy(tmp_path, secret, says):
    code, message = refused(tmp_path, NEEDLECARE_SECRET_KEY=secret)
    assert code == 78
    assert says in message
    assert "secrets.token_urlsafe(64)" in message
    assert not (tmp_path / "data").exists()


def test_the_remedy_makes_a_secret_that_is_taken(tmp_path):
    line = re.search(r"export NEEDLECARE_SECRET_KEY=.*", refused(tmp_path, NEEDLECARE_SECRET_KEY="")[1])[0]
    made = subprocess.run(["bash", "-c", f"{line}; printenv NEEDLECARE_SECRET_KEY"], capture_output=True, text=True)
    with Server(tmp_path, NEEDLECARE_MODE="real", NEEDLECARE_SECRET_KEY=made.stdout.strip()) as server:
        assert server.get("/").status == 301  # to HTTPS


def test_the_demonstration_is_not_served_as_real(tmp_path):
    code, message = refused(tmp_path, "--demo", NEEDLECARE_SECRET_KEY=SECRET)
    assert (code, "only for NEEDLECARE_MODE=demo" in message) == (78, True)


def test_a_port_that_is_taken_is_one_line(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, message = refused(tmp_path, "--port", str(taken.getsockname()[1]), NEEDLECARE_SECRET_KEY=SECRET)
    assert (code, message.count("\n")) == (69, 1)
    assert "is taken" in message


def test_a_database_that_does_not_answer_is_one_line_without_its_password(tmp_path):
    address = f"postgres://somebody:hush@127.0.0.1:{free_port()}/nowhere"
    code, message = refused(tmp_path, NEEDLECARE_SECRET_KEY=SECRET, DATABASE_URL=address)
    assert (code, message.count("\n")) == (69, 1)
    assert "hush" not in message


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path):
    (tmp_path / "data").write_text("a file")
    code, message = refused(tmp_path, NEEDLECARE_SECRET_KEY=SECRET)
    assert (code, message.count("\n")) == (77, 1)


@pytest.mark.parametrize(("name", "value"), [("NEEDLECARE_MODE", "live"), ("NEEDLECARE_HTTPS", "perhaps")])
def test_a_setting_that_cannot_be_read_is_said(tmp_path, name, value):
    code, message = refused(tmp_path, NEEDLECARE_SECRET_KEY=SECRET, **{name: value})
    assert code == 78
    assert "Traceback" not in message


@pytest.mark.parametrize("words", [("--port", "0"), ("--port", "x"), ("--workers", "0"), ("--colour",)])
def test_wrong_words_are_refused(tmp_path, words):
    assert refused(tmp_path, *words)[0] == 2


def test_what_is_set_up_properly_has_nothing_to_warn_of(tmp_path):
    done = subprocess.run(
        [PROGRAM, "manage", "check", "--deploy", "--fail-level", "WARNING"],
        env=environment(
            tmp_path, NEEDLECARE_MODE="real", NEEDLECARE_SECRET_KEY=SECRET, NEEDLECARE_HOSTS="care.example"
        ),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "no issues" in done.stdout


def test_a_request_that_is_under_way_is_answered_before_the_end(server):
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as connection:
        connection.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n".encode())
        time.sleep(0.5)  # a worker has it
        server.process.terminate()
        time.sleep(0.2)
        connection.sendall(b"Connection: close\r\n\r\n")
        assert connection.recv(64).startswith(b"HTTP/1.1 200 ")
    assert server.process.wait(PATIENCE) == 0
