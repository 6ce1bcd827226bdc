"""The triage rules taken apart once: every comparison in them, and for each rule the sets that meet it."""

from functools import lru_cache
from typing import NamedTuple

from needlecare.core.condition import ways
from needlecare.core.saying import say
from needlecare.knowledge.condition import Among, Condition, Not, NumberIn, SignIs, Yes, fact_key
from needlecare.knowledge.model import Knowledge


class RuleWays(NamedTuple):
    """The comparisons, each once: the fact it looks at, how to say it, whether it can come about while the skin heals.

    `days` are those that a later day makes true, as (position, day); `lasting` those that a sign makes true by lasting
    longer than its course, as (position, sign). `of_rule` holds, for each rule id, its ways to be
    met as positions among the comparisons.
    """

    leaves: list[Condition]
    lasting: list[tuple[int, str]]
    keys: list[str]
    said: list[str]
    may_change: list[bool]
    days: list[tuple[int, float]]
    of_rule: dict[str, list[tuple[int, ...]]]


@lru_cache(maxsize=4)
def rule_ways(knowledge: Knowledge) -> RuleWays:
    """The rules of this knowledge, taken apart."""
    found: dict[str, tuple[int, Condition]] = {}
    of_rule = {}
    for name, rule in knowledge.rules.items():
        positions = []
        for way in ways(rule.when):
            for leaf in way:
                found.setdefault(repr(leaf), (len(found), leaf))
            positions.append(tuple(found[repr(leaf)][0] for leaf in way))
        of_rule[name] = positions
    leaves = [leaf for _, leaf in found.values()]
    return RuleWays(
        leaves=leaves,
        lasting=[
            (at, leaf.yes.removeprefix("beyond."))
            for at, leaf in enumerate(leaves)
            if isinstance(leaf, Yes) and leaf.yes.startswith("beyond.")
        ],
        keys=[fact_key(leaf.not_ if isinstance(leaf, Not) else leaf) or "" for leaf in leaves],
        said=[say(leaf, knowledge) for leaf in leaves],
        may_change=[_may_change(leaf, knowledge) for leaf in leaves],
        days=[
            (at, leaf.from_)
            for at, leaf in enumerate(leaves)
            if isinstance(leaf, NumberIn) and leaf.number == "day" and leaf.from_ is not None
        ],
        of_rule=of_rule,
    )


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
