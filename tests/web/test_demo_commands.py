"""`needlecare demo`, `needlecare clinic` and `serve --demo` as a person types them."""

import re
import subprocess

import pytest

from tests.support.web_server import PROGRAM, SECRET, Server, environment

PATIENCE = 60
REAL = {"NEEDLECARE_MODE": "real", "NEEDLECARE_SECRET_KEY": SECRET}
ADD = ("clinic", "add", "Clinic by the River", "--staff", "ada@clinic.example", "--name", "Ada")


def run(folder, *words: str, **settings: str) -> tuple[int, str]:
    """The exit code and all that was said."""
    done = subprocess.run(
        [PROGRAM, *words],
        env=environment(folder, **settings),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_the_demonstration_is_served_made_once_and_removed(tmp_path):
    with Server(tmp_path, "--demo") as server:
        said = server.said.read_text()
        assert "grace@riverside.example" in said
        assert f"http://127.0.0.1:{server.port}/my/open#" in said
        assert "Demonstration." in server.get("/").said
    assert "there already" in run(tmp_path, "demo", "make")[1]
    assert "is removed" in run(tmp_path, "demo", "remove")[1]
    assert "There is no demonstration" in run(tmp_path, "demo", "remove")[1]


def test_for_real_use_it_is_not_made(tmp_path):
    code, said = run(tmp_path, "demo", "make", **REAL)
    assert (code, "only for NEEDLECARE_MODE=demo" in said) == (78, True)


def test_a_clinic_is_set_up_with_a_link_for_the_first_password(tmp_path):
    code, said = run(tmp_path, *ADD, NEEDLECARE_ADDRESS="https://care.example", **REAL)
    assert code == 0
    assert re.search(r"https://care\.example/staff/password/reset/key/\S+/", said)


def test_the_demonstration_does_not_open_a_real_clinic(tmp_path):
    run(tmp_path, *ADD, **REAL)
    for words in (("serve", "--demo"), ("demo", "make")):
        code, said = run(tmp_path, *words, NEEDLECARE_MODE="demo")
        assert (code, "which is no demonstration" in said) == (78, True)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--time-zone", "Europe/Lundon"), "time_zone"),
        (("--email", "desk"), "email"),
        (("--staff", "ada"), "email"),
    ],
)
def test_what_is_wrong_with_a_new_clinic_is_said_and_nothing_is_kept(tmp_path, words, says):
    code, said = run(tmp_path, *ADD, *words, **REAL)
    assert (code, says in said, "Traceback" in said) == (78, True, False)
    assert "Clinic by the River" in run(tmp_path, *ADD, **REAL)[1]


def test_a_real_clinic_has_no_place_in_the_demonstration(tmp_path):
    assert run(tmp_path, *ADD, NEEDLECARE_MODE="demo")[0] == 78
