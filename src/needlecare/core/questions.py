"""What to ask next: the unknown facts that could raise the level, most decisive first."""

from typing import Any

from needlecare.core.assessment import Question
from needlecare.core.condition import evaluate
from needlecare.core.rule_ways import rule_ways
from needlecare.core.saying import question_for
from needlecare.core.triage import URGENCY, Open, asked_for
from needlecare.knowledge.model import Knowledge, Rule


def questions(left_open: Open, facts: dict[str, Any], knowledge: Knowledge) -> tuple[Question, ...]:
    """One question for each unknown fact that could raise the level.

    First those that could raise it furthest; among these, those whose answer alone would do it; then those whose rule
    already has most of its other facts; then in the order of the rules, which the knowledge gives.
    """
    rules: dict[str, list[Rule]] = {}
    for rule, missing in left_open:
        for key in missing:
            rules.setdefault(key, []).append(rule)
    alone = _settled_alone(left_open, facts, knowledge)
    order = {rule.id: at for at, (rule, _) in enumerate(left_open)}

    def decisiveness(item: tuple[str, list[Rule]]) -> tuple[Any, ...]:
        key, found = item
        level = found[0].level
        supported = max((alone.get((key, rule.id), -1) for rule in found if rule.level == level), default=-1)
        return -URGENCY[level], -supported, order[found[0].id], key

    return tuple(
        Question(key, text, found[0].level, tuple(rule.id for rule in found))
        for key, found in sorted(rules.items(), key=decisiveness)
        if (text := question_for(key, knowledge))
    )


def _settled_alone(left_open: Open, facts: dict[str, Any], knowledge: Knowledge) -> dict[tuple[str, str], int]:
    """For each fact and rule that this fact alone could meet: how many other facts of the rule are there already."""
    known = rule_ways(knowledge)
    truth = [evaluate(leaf, facts) for leaf in known.leaves]
    found: dict[tuple[str, str], int] = {}
    for rule, _ in left_open:
        for way in known.of_rule[rule.id]:
            missing = {known.keys[at] for at in way if truth[at] is not True}
            if len(missing) == 1 and not any(truth[at] is False for at in way):
                there = sum(truth[at] is True and known.keys[at] != "day" for at in way)
                for key in asked_for(missing.pop(), facts, knowledge):
                    found[key, rule.id] = max(there, found.get((key, rule.id), 0))
    return found
