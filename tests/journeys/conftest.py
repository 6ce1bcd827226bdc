"""The browser of the journeys, and the app that it opens."""

import os
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.journeys import browser as browsers

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # the browser's loop and the test share a thread


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All that stands here is a journey, with a database that the app's own threads see."""
    for item in items:
        if "/journeys/" in str(item.path):
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all journeys of a worker."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=browsers.executable(), args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def live_server() -> Iterator[LiveServer]:
    """The app, which serves its styles and scripts itself; pytest-django's own knows them by other names."""
    with patch("django.contrib.staticfiles.handlers.StaticFilesHandler", lambda app: app):
        server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture(params=list(browsers.SCREENS))
def screen(request: pytest.FixtureRequest) -> browsers.Screen:
    """A phone, then a desktop."""
    return browsers.SCREENS[request.param]
