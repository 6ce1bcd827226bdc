"""The triage rules taken apart once: every comparison in them, and for each rule the sets that meet it, as bit masks.

Bit i of a mask stands for comparison i. So what is missing of a way, and what is there, are one operation each.
"""

from collections.abc import Iterator
from functools import lru_cache, reduce
from operator import or_
from typing import Any, NamedTuple

from needlecare.core.condition import evaluate, ways
from needlecare.core.saying import say
from needlecare.knowledge.condition import Among, Condition, Not, NumberIn, SignIs, Yes, fact_key
from needlecare.knowledge.model import Knowledge

WORKED_OUT = ("beyond.", "rising.", "rebound.")  # facts that follow from others, and are never asked for


class RuleWays(NamedTuple):
    """The comparisons, each once: the fact it looks at, how to say it, whether it can come about while skin heals.

    `days` are those that a later day makes true, as (position, day); `lasting` those that a sign makes true by lasting
    longer than its course, as (position, sign). `of_rule` holds the ways to meet each rule, as masks, and `concerns`
    all that a rule looks at.
    """

    leaves: list[Condition]
    keys: list[str]
    said: list[str]
    may_change: int
    on_day: int
    worked_out: int
    days: list[tuple[int, float]]
    lasting: list[tuple[int, str]]
    of_rule: dict[str, tuple[int, ...]]
    concerns: dict[str, int]


class Standing(NamedTuple):
    """How the comparisons of the rules stand for one case: the masks of the true and of the false ones."""

    ways: RuleWays
    true: int
    false: int


class OpenWay(NamedTuple):
    """A way to meet a rule that unknown facts leave open: the masks of what is missing and of what is there."""

    missing: int
    there: int


def standing(facts: dict[str, Any], knowledge: Knowledge) -> Standing:
    """Every comparison of the triage rules, looked at once."""
    known = rule_ways(knowledge)
    true = false = 0
    for at, leaf in enumerate(known.leaves):
        truth = evaluate(leaf, facts)
        if truth:
            true |= 1 << at
        elif truth is False:
            false |= 1 << at
    return Standing(known, true, false)


def open_ways(rule: str, stand: Standing) -> tuple[OpenWay, ...]:
    """The ways to meet a rule that are still open.

    A way that needs all that another one needs, and more, can decide nothing, and is left out.
    """
    concerns = stand.ways.concerns[rule]
    return _open_ways(stand.ways.of_rule[rule], stand.true & concerns, stand.false & concerns)


@lru_cache(maxsize=8192)
def _open_ways(options: tuple[int, ...], true: int, false: int) -> tuple[OpenWay, ...]:
    found: dict[int, int] = {}
    for way in options:
        if not way & false:
            missing, there = way & ~true, way & true
            found[missing] = max(there, found.get(missing, 0), key=int.bit_count)
    return tuple(
        OpenWay(missing, there)
        for missing, there in found.items()
        if not any(other & missing == other and other != missing for other in found)
    )


def positions(mask: int) -> Iterator[int]:
    """The positions of the bits that are set, lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


@lru_cache(maxsize=4)
def rule_ways(knowledge: Knowledge) -> RuleWays:
    """The rules of this knowledge, taken apart."""
    found: dict[str, tuple[int, Condition]] = {}
    of_rule = {}
    for name, rule in knowledge.rules.items():
        masks = []
        for way in ways(rule.when):
            mask = 0
            for leaf in way:
                mask |= 1 << found.setdefault(repr(leaf), (len(found), leaf))[0]
            masks.append(mask)
        of_rule[name] = tuple(masks)
    leaves = [leaf for _, leaf in found.values()]
    keys = [fact_key(leaf.not_ if isinstance(leaf, Not) else leaf) or "" for leaf in leaves]
    return RuleWays(
        leaves=leaves,
        keys=keys,
        said=[say(leaf, knowledge) for leaf in leaves],
        may_change=_mask(at for at, leaf in enumerate(leaves) if _may_change(leaf, knowledge)),
        on_day=_mask(at for at, leaf in enumerate(leaves) if isinstance(leaf, NumberIn) and leaf.number == "day"),
        worked_out=_mask(at for at, key in enumerate(keys) if key.startswith(WORKED_OUT)),
        days=[
            (at, leaf.from_)
            for at, leaf in enumerate(leaves)
            if isinstance(leaf, NumberIn) and leaf.number == "day" and leaf.from_ is not None
        ],
        lasting=[
            (at, leaf.yes.removeprefix("beyond."))
            for at, leaf in enumerate(leaves)
            if isinstance(leaf, Yes) and leaf.yes.startswith("beyond.")
        ],
        of_rule=of_rule,
        concerns={name: reduce(or_, masks) for name, masks in of_rule.items()},
    )


def _mask(bits: Iterator[int]) -> int:
    return sum(1 << at for at in bits)


def _may_change(leaf: Condition, knowledge: Knowledge) -> bool:
    """Whether a comparison can become true while the skin heals; a later day is looked at case by case."""
    match leaf:
        case SignIs():
            return True
        case NumberIn(number="day"):
            return False
        case Yes(yes=key) | Among(fact=key) | NumberIn(number=key):
            fact = knowledge.facts.get(key) or knowledge.facts.get(key.partition(".")[0])
            return bool(fact and fact.changes) or key.startswith("beyond.")
        case _:
            return False
