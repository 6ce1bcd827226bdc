"""The commands of the web app, handed over to it."""

import pytest

from tests.cli.calling import Call, started


@pytest.mark.parametrize("command", ["serve", "clinic", "demo", "manage"])
def test_without_the_web_app_the_remedy_is_said(
    needlecare: Call, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """And nothing else happens."""
    monkeypatch.setattr("needlecare.cli.serving.find_spec", lambda name: None)
    said = needlecare(command, "--anything")
    assert said.code == 69
    assert "pip install 'needlecare[web]'" in said.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("serve", "--help"), "--demo"),
        (("clinic", "add", "--help"), "--staff"),
        (("demo", "--help"), "remove"),
        (("manage", "help", "migrate"), "--plan"),
    ],
)
def test_the_words_of_the_web_app_are_its_own(tmp_path, words: tuple[str, ...], says: str) -> None:
    """`--help` among them."""
    said = started(*words, NEEDLECARE_DATA=str(tmp_path), NEEDLECARE_MODE="test")
    assert said.code == 0
    assert says in said.out


@pytest.mark.parametrize("words", [("demo",), ("demo", "paint"), ("clinic",), ("clinic", "add"), ("serve", "now")])
def test_wrong_words_are_refused(tmp_path, words: tuple[str, ...]) -> None:
    """As everywhere."""
    assert started(*words, NEEDLECARE_DATA=str(tmp_path), NEEDLECARE_MODE="test").code == 2


def test_the_web_app_has_the_same_exit_codes() -> None:
    """It may not import ours."""
    from needlecare.cli import exits
    from needlecare.web.serving import refused

    assert (refused.UNAVAILABLE, refused.NO_RIGHTS, refused.SETTINGS) == (
        exits.NOT_INSTALLED,
        exits.NO_RIGHTS,
        exits.SETTINGS,
    )
