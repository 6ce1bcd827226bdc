"""Pages for what went wrong: what happened, and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_SAID = {
    400: ("We could not read that", "Something in what was sent is not as it should be. Go back and try again."),
    403: ("This page is not open to you", "Sign in, or open the link that your clinic gave you."),
    404: ("There is no such page", "Check the address, or start from the first page."),
    413: ("That is too large", "Send less text, or a smaller file."),
    500: ("Something went wrong on our side", "Nothing was changed. Please try again in a moment."),
}


def page(request: HttpRequest, status: int, title: str | None = None, text: str | None = None) -> HttpResponse:
    """The page for a status, or for htmx its words alone; title and text say more where the caller knows more."""
    said = _SAID.get(status, _SAID[500])
    template = "refused.jinja" if getattr(request, "htmx", False) else "error.jinja"
    return render(request, template, {"title": title or said[0], "text": text or said[1]}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400; also what is too large."""
    from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent

    return page(request, 413 if isinstance(exception, RequestDataTooBig | TooManyFieldsSent) else 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return page(request, 403)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404; the address is not repeated."""
    return page(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    """500."""
    return page(request, 500)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: mostly a page that stood open for long."""
    title = "This page had stood open too long"
    return page(request, 403, title, "Nothing was sent. Go back, load the page again, and send it once more.")
