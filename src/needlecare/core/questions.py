"""What to ask next: the unknown facts that could raise the level, most decisive first."""

from collections.abc import Iterator
from typing import Any

from needlecare.core.assessment import Question
from needlecare.core.condition import Truth, evaluate
from needlecare.core.rule_ways import rule_ways
from needlecare.core.saying import question_for
from needlecare.core.triage import URGENCY, Open, asked_for
from needlecare.knowledge.model import Knowledge, Rule


def questions(left_open: Open, facts: dict[str, Any], knowledge: Knowledge) -> tuple[Question, ...]:
    """One question for each unknown fact that could raise the level.

    First those that could raise it furthest; among these, those whose answer alone would do it; then those whose rule
    already has most of its other facts; then in the order of the rules and of what they ask, which the knowledge gives.
    """
    known = rule_ways(knowledge)
    truth = [evaluate(leaf, facts) for leaf in known.leaves]
    rules: dict[str, dict[str, Rule]] = {}
    first_at: dict[str, int] = {}
    alone: dict[tuple[str, str], int] = {}
    for rule, _ in left_open:
        for missing, there in _open_ways(known.of_rule[rule.id], truth):
            asked = {key: at for at in sorted(missing) for key in asked_for(known.keys[at], facts, knowledge)}
            keys = set(asked)
            for key, at in asked.items():
                first_at.setdefault(key, at)
                rules.setdefault(key, {})[rule.id] = rule
            if len(keys) == 1:
                place = (keys.pop(), rule.level)
                alone[place] = max(sum(known.keys[at] != "day" for at in there), alone.get(place, -1))
    order = {rule.id: at for at, (rule, _) in enumerate(left_open)}

    def decisiveness(item: tuple[str, dict[str, Rule]]) -> tuple[Any, ...]:
        key, found = item
        first = next(iter(found.values()))
        return -URGENCY[first.level], -alone.get((key, first.level), -1), order[first.id], first_at[key]

    return tuple(
        Question(key, text, next(iter(found.values())).level, tuple(found))
        for key, found in sorted(rules.items(), key=decisiveness)
        if (text := question_for(key, knowledge))
    )


def _open_ways(options: list[tuple[int, ...]], truth: list[Truth]) -> Iterator[tuple[frozenset[int], tuple[int, ...]]]:
    """The ways to meet a rule that are still open, as what is missing and what is there.

    A way that needs all that another one needs, and more, can decide nothing, and is left out.
    """
    found: dict[frozenset[int], tuple[int, ...]] = {}
    for way in options:
        if not any(truth[at] is False for at in way):
            missing = frozenset(at for at in way if truth[at] is None)
            there = tuple(at for at in way if truth[at])
            if len(there) > len(found.get(missing, ())) or missing not in found:
                found[missing] = there
    for missing, there in found.items():
        if not any(other < missing for other in found):
            yield missing, there
