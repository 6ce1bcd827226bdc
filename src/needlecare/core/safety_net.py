"""What would raise the level: for each more urgent rule the smallest changes that would meet it."""

from functools import lru_cache
from typing import Any

from needlecare.core.assessment import SafetyNetItem
from needlecare.core.condition import RANK
from needlecare.core.course import bands_for
from needlecare.core.rule_ways import Standing, positions, rule_ways
from needlecare.core.triage import URGENCY, Judged
from needlecare.knowledge.condition import Condition, SignIs
from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.vocabulary import Level

MOST_CHANGES = 2  # a warning that needs three things at once helps nobody
MOST_WAYS = 4


def safety_net(
    level: Level, judged: Judged, stand: Standing, facts: dict[str, Any], knowledge: Knowledge
) -> tuple[SafetyNetItem, ...]:
    """For every more urgent rule that is not met, up to MOST_WAYS smallest sets of changes that would meet it.

    Made from the rules themselves, so that it cannot drift. Rules that no change can meet (a history that is not
    there, a day gone by) are left out.
    """
    known = stand.ways
    possible = known.may_change
    if "day" in facts:
        for at, start in known.days:
            if facts["day"] < start:
                possible |= 1 << at
    said = list(known.said)
    for at, sign in known.lasting:
        said[at] = _lasting(sign, facts, knowledge)
    items = []
    for rule, met in judged:
        if met is not True and URGENCY[rule.level] > URGENCY[level]:
            concerns = known.concerns[rule.id]
            changes = _changes(knowledge, rule.id, stand.true & concerns, possible & concerns)
            if changes:
                found = tuple(dict.fromkeys(_joined([said[at] for at in way], knowledge) for way in changes))
                items.append((len(changes[0]), SafetyNetItem(rule.level, rule.id, rule.name, found)))
    items.sort(key=lambda item: (-URGENCY[item[1].level], item[0]))
    return tuple(item for _, item in items)


@lru_cache(maxsize=8192)
def _changes(knowledge: Knowledge, rule: str, true: int, possible: int) -> list[list[int]]:
    known = rule_ways(knowledge)
    return _without_stronger(_smallest(known.of_rule[rule], true, possible), known.leaves)


def _lasting(sign: str, facts: dict[str, Any], knowledge: Knowledge) -> str:
    """ "redness still there on day 8", for this device and needle depth; once that day has come, the sign alone."""
    latest = max(band.published_latest.value for band in bands_for(sign, facts, knowledge))
    entry = knowledge.signs[sign]
    if facts.get("day", 0) >= latest:
        return entry.short
    return knowledge.words["still_on_day"].format(name=entry.name, day=f"{latest:g}")


def _without_stronger(changes: list[list[int]], leaves: list[Condition]) -> list[list[int]]:
    """The changes without those single signs for which a weaker degree is enough."""
    least: dict[str, int] = {}
    single = [leaf for way in changes if len(way) == 1 and isinstance(leaf := leaves[way[0]], SignIs)]
    for leaf in single:
        least[leaf.sign] = min(RANK[leaf.at_least], least.get(leaf.sign, 3))
    kept = []
    for way in changes:
        leaf = leaves[way[0]]
        if len(way) > 1 or not isinstance(leaf, SignIs) or RANK[leaf.at_least] == least[leaf.sign]:
            kept.append(way)
    return kept[:MOST_WAYS]


def _joined(said: list[str], knowledge: Knowledge) -> str:
    """Changes that are needed together; one that offers a choice stands in brackets."""
    word = knowledge.words["or"]
    parts = [f"({text})" if len(said) > 1 and word in text else text for text in said]
    return knowledge.words["and"].join(parts)


def _smallest(options: tuple[int, ...], true: int, possible: int) -> list[list[int]]:
    """The ways that take fewest changes, as the positions of what has to change; none beyond MOST_CHANGES."""
    missing = [way & ~true for way in options]
    missing = [mask for mask in missing if not mask & ~possible]
    fewest = min(map(int.bit_count, missing), default=MOST_CHANGES + 1)
    if fewest > MOST_CHANGES:
        return []
    return [list(positions(mask)) for mask in missing if mask.bit_count() == fewest]
