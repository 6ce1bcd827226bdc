"""The pages of "Is this normal?" tell a test what their templates were given."""

from typing import Any

import pytest

from needlecare.web.public import check


@pytest.fixture(autouse=True)
def contexts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets `tests.support.web_asking.shown_with` look behind a page."""
    render = check.render

    def rendered(request: Any, template: str, context: Any, **options: Any) -> Any:
        response = render(request, template, context, **options)
        response.shown_with = context
        return response

    monkeypatch.setattr(check, "render", rendered)
