"""The cookie that holds the secret of a device."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from needlecare.web.journal.models import Device


def cookie_name() -> str:
    """With HTTPS the browser itself holds it to this host, this path and HTTPS."""
    return "__Host-record" if settings.HTTPS else "record"


def secret_in(request: HttpRequest) -> str:
    """The secret that a browser sent; empty where there is none that could be one."""
    secret = request.COOKIES.get(cookie_name(), "")
    return secret if len(secret) == 43 else ""


def keep_secret(response: HttpResponse, device: Device, secret: str, now: datetime) -> None:
    """Gives the browser the secret of its device, for as long as it opens the record."""
    response.set_cookie(
        cookie_name(),
        secret,
        max_age=device.expires_at - now,
        path="/",
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def forget_secret(response: HttpResponse) -> None:
    """Takes it from the browser again."""
    response.set_cookie(cookie_name(), "", max_age=0, path="/", secure=settings.HTTPS, httponly=True, samesite="Lax")
