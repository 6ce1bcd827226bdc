"""A check-in while it is told: how far it is, what was said, and the key under which it counts once.

All of it travels in the pages' own forms; nothing is kept until the last one is sent.
"""

import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict

from needlecare.knowledge.model import Knowledge
from needlecare.web.asking.answers import answers_in
from needlecare.web.asking.case import case_of
from needlecare.web.asking.pages import CHECK_IN, PUBLIC, Page

LAST = len(CHECK_IN) - 1
_FIRST_ON_DAY_0 = next(page for page in PUBLIC if page.id == "warning")
_MOST_USED = 200


class UntoldError(Exception):
    """What was sent is no check-in that a page of ours has made."""


@dataclass(frozen=True)
class Telling:
    """`at` is the screen, `reached` the furthest one so far, `seen` how many were shown; `used` are ids of products;
    `is_new` says that this screen has not been shown before."""

    sent_key: uuid.UUID
    answers: Mapping[str, str | list[str]]
    at: int = 0
    reached: int = 0
    seen: int = 1
    used: tuple[int, ...] = ()
    is_new: bool = True

    def page(self, day: int) -> Page:
        """The screen. On the day of the treatment there is no yesterday to compare with."""
        return _FIRST_ON_DAY_0 if day == 0 and self.at == 0 else CHECK_IN[self.at]

    @property
    def is_last(self) -> bool:
        """Whether the next thing is to send it."""
        return self.at == LAST

    def told(self, knowledge: Knowledge) -> dict[str, Any]:
        """The check-in of a case."""
        look: dict[str, Any] = case_of(self.answers, knowledge)["check_ins"][-1]
        return look

    def key_of(self, told: Mapping[str, Any], before: Mapping[str, Any], used: Iterable[int]) -> uuid.UUID:
        """The key to store it under: its own, unless what was stored `before` under it says something else. So it is
        for whoever goes back in the browser and changes an answer; then both count."""
        now = _words(told, self.used)
        return self.sent_key if now == _words(before, used) else uuid.uuid5(self.sent_key, now)

    def moved(self, by: int) -> "Telling":
        """One screen on or back."""
        at = min(max(self.at + by, 0), LAST)
        return replace(self, at=at, reached=max(at, self.reached), seen=self.seen + 1, is_new=at > self.reached)


def telling_of(data: QueryDict, knowledge: Knowledge) -> Telling:
    """What a posted form tells so far. Raises UntoldError."""
    try:
        return Telling(
            sent_key=uuid.UUID(data.get("sent_key", "")),
            answers=answers_in(data, knowledge),
            at=_within(data.get("at", "0"), LAST),
            reached=_within(data.get("reached", "0"), LAST),
            seen=_within(data.get("seen", "1"), 1000),
            used=tuple(sorted({int(one) for one in data.getlist("used")[:_MOST_USED]})),
            is_new=False,
        )
    except ValueError:
        raise UntoldError from None


def key_in(data: QueryDict) -> uuid.UUID:
    """The key in an address, else a new one."""
    try:
        return uuid.UUID(data.get("key", ""))
    except ValueError:
        return uuid.uuid4()


def _words(told: Mapping[str, Any], used: Iterable[int]) -> str:
    said = {key: value for key, value in told.items() if key not in ("day", "date")}
    return json.dumps([said, sorted(used)], sort_keys=True)


def _within(text: str, most: int) -> int:
    found = int(text)
    if not 0 <= found <= most:
        raise ValueError(text)
    return found
