"""All addresses of the app and who each is for; an address that stands in no list fails the walk."""

from collections.abc import Iterator
from typing import NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver

PUBLIC, RECORD, CLINIC, ACCOUNT, ADMIN = "public", "record", "clinic", "account", "admin"
_OPEN_IN_RECORD = {"journal:open", "journal:goodbye"}


class Address(NamedTuple):
    """A pattern: its full name, its path with its places, and whose it is."""

    name: str
    route: str
    of: str


def addresses() -> list[Address]:
    """Every address that the app answers."""
    return [_told(name, route) for name, route in _walk(get_resolver().url_patterns, "", "")]


def _walk(patterns: list[URLPattern | URLResolver], space: str, route: str) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner, route + str(pattern.pattern))
        else:
            yield f"{space}{pattern.name or ''}", route + str(pattern.pattern)


def _told(name: str, route: str) -> Address:
    if route.startswith("admin/"):
        return Address(name, route, ADMIN)
    if route.startswith("staff/"):
        return Address(name, route, ACCOUNT)
    if route.startswith("clinic/"):
        return Address(name, route, CLINIC)
    if route.startswith("my/"):
        return Address(name, route, PUBLIC if name in _OPEN_IN_RECORD else RECORD)
    return Address(name, route, PUBLIC)
