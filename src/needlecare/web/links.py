"""Links as they leave the app, in mails and pictures: always at our own address, whatever host a request named."""

from django.conf import settings
from django.urls import reverse


def link_to(name: str, **places: str) -> str:
    """The whole address of a page."""
    return f"{settings.ADDRESS}{reverse(name, kwargs=places)}"


def opening(token: str) -> str:
    """The link of an invitation. Its token stands behind the #, which no browser sends to a server."""
    return f"{link_to('journal:open')}#{token}"
