"""What would raise the level: for each more urgent rule the smallest changes that would meet it, made from the rules."""

from functools import lru_cache
from typing import Any, NamedTuple

from needlecare.core.assessment import SafetyNetItem
from needlecare.core.condition import evaluate, ways
from needlecare.core.saying import say
from needlecare.core.triage import URGENCY, Judged
from needlecare.knowledge.condition import Among, Condition, NumberIn, SignIs, Yes
from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.vocabulary import Level

MOST_CHANGES = 2  # a warning that needs three things at once helps nobody
MOST_WAYS = 4


class _Ways(NamedTuple):
    """Every comparison of the triage rules once, how to say it, whether it can come about (a later day: from which), and
    each rule's ways to be met as positions among them."""

    leaves: list[Condition]
    said: list[str]
    may_change: list[bool]
    days: list[tuple[int, float]]
    of_rule: dict[str, list[tuple[int, ...]]]


def safety_net(level: Level, judged: Judged, facts: dict[str, Any], knowledge: Knowledge) -> tuple[SafetyNetItem, ...]:
    """For every more urgent rule that is not met, up to MOST_WAYS smallest sets of changes that would meet it.

    Rules that no change can meet (a history that is not there, a day gone by) are left out.
    """
    known = _ways_of(knowledge)
    truth = [evaluate(leaf, facts) is True for leaf in known.leaves]
    possible = list(known.may_change)
    for at, start in known.days:
        possible[at] = "day" in facts and facts["day"] < start
    items = []
    for rule, met in judged:
        if met is not True and URGENCY[rule.level] > URGENCY[level]:
            fewest, changes = _smallest(known.of_rule[rule.id], truth, possible)
            if changes:
                said = tuple(
                    dict.fromkeys(knowledge.words["and"].join(known.said[at] for at in way) for way in changes)
                )
                items.append((fewest, SafetyNetItem(rule.level, rule.id, rule.name, said)))
    items.sort(key=lambda item: (-URGENCY[item[1].level], item[0]))
    return tuple(item for _, item in items)


def _smallest(rule_ways: list[tuple[int, ...]], truth: list[bool], possible: list[bool]) -> tuple[int, list[list[int]]]:
    fewest, found = MOST_CHANGES, []
    for way in rule_ways:
        missing = [at for at in way if not truth[at]]
        if len(missing) <= fewest and all(map(possible.__getitem__, missing)):
            if len(missing) < fewest:
                fewest, found = len(missing), []
            found.append(missing)
    return fewest, found[:MOST_WAYS]


@lru_cache(maxsize=4)
def _ways_of(knowledge: Knowledge) -> _Ways:
    leaves: dict[str, tuple[int, Condition]] = {}
    of_rule = {}
    for name, rule in knowledge.rules.items():
        positions = []
        for way in ways(rule.when):
            for leaf in way:
                leaves.setdefault(repr(leaf), (len(leaves), leaf))
            positions.append(tuple(leaves[repr(leaf)][0] for leaf in way))
        of_rule[name] = positions
    conditions = [leaf for _, leaf in leaves.values()]
    return _Ways(
        leaves=conditions,
        said=[_change(leaf, knowledge) for leaf in conditions],
        may_change=[_may_change(leaf, knowledge) for leaf in conditions],
        days=[
            (at, leaf.from_)
            for at, leaf in enumerate(conditions)
            if isinstance(leaf, NumberIn) and leaf.number == "day" and leaf.from_ is not None
        ],
        of_rule=of_rule,
    )


def _change(leaf: Condition, knowledge: Knowledge) -> str:
    if isinstance(leaf, Yes) and leaf.yes.startswith("beyond."):
        sign = leaf.yes.removeprefix("beyond.")
        latest = max(band.published_latest.value for band in knowledge.course[sign].bands)
        return knowledge.words["still_on_day"].format(name=knowledge.signs[sign].name, day=f"{latest:g}")
    return say(leaf, knowledge)


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
