"""What single ingredients contribute to a verdict, put together for one product without the words for a person."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from needlecare.core.label.answer import VERDICTS, Verdict
from needlecare.core.label.weighing import Weighed

_FINE, _UNKNOWN, _WAIT, _AVOID = range(len(VERDICTS))


class Row(NamedTuple):
    """The verdict of one label, the day it may be used from, what decides (classes, ingredients), how much was read."""

    verdict: Verdict
    until_day: int | None
    concerns: tuple[str, ...]
    deciding: tuple[str, ...]
    tokens: int
    recognised: int


class Share(NamedTuple):
    """What an ingredient alone makes of a product (a place in VERDICTS), its name, the last day that decides, and the
    classes that decide: all, and those for which no day is right."""

    alone: int
    name: str
    until: int
    concerns: tuple[str, ...]
    avoided: tuple[str, ...]


def shares_of(weighed: Iterable[Weighed]) -> tuple[Share, ...]:
    """The shares of those that are more than fine."""
    return tuple(_share(one) for one in weighed if one.verdict != "fine")


def _share(one: Weighed) -> Share:
    deciding = [charge for charge in one.charges if charge.decides] if not one.allowed else []
    return Share(
        VERDICTS.index(one.verdict),
        one.item.found.inci or "?",
        max((charge.until for charge in deciding if not charge.avoid), default=0),
        tuple(charge.concern for charge in deciding),
        tuple(charge.concern for charge in deciding if charge.avoid),
    )


def row_of(shares: Sequence[Share], tokens: int, recognised: int, *, hides: bool) -> Row:
    """The verdict of one product: the same as `weighing.outcome` gives. `hides`: something is open."""
    worst = _UNKNOWN if hides else _FINE
    for share in shares:
        if share.alone > worst:
            worst = share.alone
    if worst < _WAIT:
        return Row(VERDICTS[worst], None, (), (), tokens, recognised)
    deciding: dict[str, None] = {}
    concerns: dict[str, None] = {}
    until = 0
    for share in shares:
        if share.alone == worst:
            deciding[share.name] = None
            until = max(until, share.until)
        for concern in share.concerns if worst == _WAIT else share.avoided:
            concerns[concern] = None
    return Row(
        VERDICTS[worst], until if worst == _WAIT else None, tuple(concerns), tuple(deciding), tokens, recognised
    )  # fmt: skip
