"""What to ask next: the unknown facts that could raise the level, most decisive first."""

from typing import Any

from needlecare.core.assessment import Question
from needlecare.core.rule_ways import Standing
from needlecare.core.saying import question_for
from needlecare.core.triage import URGENCY, Open
from needlecare.knowledge.model import Knowledge, Rule


def questions(left_open: Open, stand: Standing, knowledge: Knowledge) -> tuple[Question, ...]:
    """One question for each unknown fact that could raise the level.

    First those that could raise it furthest; among these, those whose answer alone would do it; then those whose rule
    already has most of its other facts; then in the order of the rules and of what they ask, which the knowledge gives.
    """
    rules: dict[str, list[Rule]] = {}
    alone: dict[tuple[str, str], int] = {}
    for found in left_open:
        for key in found.missing:
            rules.setdefault(key, []).append(found.rule)
        for key, way in found.alone:
            place = (key, found.rule.level)
            there = (way.there & ~stand.ways.on_day).bit_count()
            alone[place] = max(there, alone.get(place, -1))
    order = {key: at for at, key in enumerate(rules)}

    def decisiveness(item: tuple[str, list[Rule]]) -> tuple[Any, ...]:
        key, (first, *_) = item
        return -URGENCY[first.level], -alone.get((key, first.level), -1), order[key]

    return tuple(
        Question(key, text, found[0].level, tuple(rule.id for rule in found))
        for key, found in sorted(rules.items(), key=decisiveness)
        if (text := question_for(key, knowledge))
    )
