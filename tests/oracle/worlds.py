"""Every world that fits what we were told, as far as one triage rule looks: the facts behind it in all their values.

What is worked out is worked out again in each world: `beyond` from the table, `rising` and `rebound` from whether the
sign did rise (which an earlier check-in may still show), is there, and is not said to be better or the same.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Any, get_args

from needlecare.knowledge.condition import Condition
from needlecare.knowledge.vocabulary import Device, Trend
from tests.oracle.completions import domains, holds
from tests.oracle.day_table import is_beyond, tables
from tests.support.knowledge import SHIPPED

Facts = dict[str, Any]
WORKED_OUT = ("beyond.", "rising.", "rebound.")


@lru_cache(maxsize=200)
def values_for(rule: str) -> dict[str, tuple[Any, ...]]:
    """The facts behind a rule that a person can tell, with values enough to tell all its truths apart."""
    found: dict[str, set[Any]] = {}
    for key, values in domains(_when(rule)).items():
        head, _, sign = key.partition(".")
        if not key.startswith(WORKED_OUT):
            found.setdefault(key, set()).update(values)
            continue
        found.setdefault(f"sign.{sign}", set()).update({0, 1})
        if head == "beyond":
            bands = SHIPPED.course[sign].bands
            found.setdefault("day", {0}).update(int(band.published_latest.value) for band in bands)
            found.setdefault("needle_depth_mm", set()).update(band.from_mm + 0.01 for band in bands)
            found.setdefault("device", set()).update(get_args(Device))
        else:
            found.setdefault("trend", set()).update(get_args(Trend))
            found[key] = {True, False}
    return {key: tuple(sorted(values, key=str, reverse=True)) for key, values in found.items()}


@lru_cache(maxsize=200)
def _keys(rule: str) -> tuple[str, ...]:
    return tuple(domains(_when(rule)))


def _when(rule: str) -> Condition:
    return SHIPPED.rules[rule].when


def truth(rule: str, world: Facts, told: Facts) -> bool:
    """Whether the rule holds in a world; `told` are the facts already known there, worked-out ones among them."""
    complete = dict(world)
    for key in _keys(rule):
        if not key.startswith(WORKED_OUT):
            continue
        head, _, sign = key.partition(".")
        rank = world[f"sign.{sign}"]
        if told.get(key) is not None:
            complete[key] = told[key]
        elif head == "beyond":
            of_bands = tables(sign, world["device"], world["needle_depth_mm"], SHIPPED)
            complete[key] = is_beyond(of_bands, min(world["day"], 40), rank) is True
        else:
            complete[key] = world[key] and rank > 0 and world["trend"] not in ("improving", "stable")
    return holds(_when(rule), complete)


def worlds(rule: str, told: Facts, but: str) -> Iterator[Facts]:
    """Every way to fill in what is unknown behind the rule, but for one fact."""
    values = values_for(rule)
    unknown = [key for key in values if told.get(key) is None and key != but]
    known = {key: told[key] for key in values if told.get(key) is not None}
    for chosen in product(*(values[key] for key in unknown)):
        yield known | dict(zip(unknown, chosen, strict=True))


def can_raise(rule: str, fact: str, told: Facts) -> bool:
    """Whether an answer to this question alone decides the rule in some world."""
    values = values_for(rule)
    relevant = (*values, *_keys(rule))
    return _can_raise(rule, fact, frozenset((key, told[key]) for key in relevant if told.get(key) is not None))


@lru_cache(maxsize=20_000)
def _can_raise(rule: str, fact: str, told_: frozenset[tuple[str, Any]]) -> bool:
    values, told = values_for(rule), dict(told_)
    return fact in values and any(
        len({truth(rule, world | {fact: value}, told) for value in values[fact]}) == 2
        for world in worlds(rule, told, but=fact)
    )
