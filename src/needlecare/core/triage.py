"""How urgent it is: the rules that fired, and those that could not be ruled out."""

from functools import lru_cache, reduce
from operator import or_
from typing import Any, NamedTuple

from needlecare.core.assessment import Because, Disposition, NotRuledOut, Told
from needlecare.core.condition import Truth, evaluate, support
from needlecare.core.course import decides_beyond
from needlecare.core.rule_ways import WORKED_OUT, OpenWay, Standing, open_ways, positions, rule_ways
from needlecare.core.saying import told
from needlecare.knowledge.condition import fact_key
from needlecare.knowledge.model import Knowledge, Rule
from needlecare.knowledge.vocabulary import LEVELS, Level

URGENCY = {level: at for at, level in enumerate(LEVELS)}
Judged = list[tuple[Rule, Truth]]


class OpenRule(NamedTuple):
    """A rule that unknown facts leave open: the facts to ask for, and those that could meet it alone, by way."""

    rule: Rule
    missing: tuple[str, ...]
    alone: list[tuple[str, OpenWay]]


Open = list[OpenRule]
Asks = tuple[tuple[str, ...], list[tuple[str, OpenWay]]]


def judge(facts: dict[str, Any], knowledge: Knowledge) -> tuple[Level, Judged]:
    """Every rule's truth, and the highest level among those that are true; self-care where none is."""
    judged = [(rule, evaluate(rule.when, facts)) for rule in knowledge.rules.values()]
    judged.sort(key=lambda item: -URGENCY[item[0].level])
    level = next((rule.level for rule, truth in judged if truth), LEVELS[0])
    return level, judged


def open_rules(level: Level, judged: Judged, stand: Standing, facts: dict[str, Any], knowledge: Knowledge) -> Open:
    """The rules of a higher level that could not be ruled out, most urgent first."""
    return [
        _open_rule(rule, stand, facts, knowledge)
        for rule, truth in judged
        if truth is None and URGENCY[rule.level] > URGENCY[level]
    ]


def _open_rule(rule: Rule, stand: Standing, facts: dict[str, Any], knowledge: Knowledge) -> OpenRule:
    options = open_ways(rule.id, stand)
    if not stand.ways.concerns[rule.id] & stand.ways.worked_out:
        return OpenRule(rule, *_asked_plainly(knowledge, options))
    needed = reduce(or_, (way.missing for way in options), 0)
    return OpenRule(
        rule, *_asks(options, {at: asked_for(stand.ways.keys[at], facts, knowledge) for at in positions(needed)})
    )


@lru_cache(maxsize=8192)
def _asked_plainly(knowledge: Knowledge, options: tuple[OpenWay, ...]) -> Asks:
    """What to ask where nothing has to be worked out from other facts."""
    known = rule_ways(knowledge)
    needed = reduce(or_, (way.missing for way in options), 0)
    return _asks(options, {at: (known.keys[at],) for at in positions(needed)})


def _asks(options: tuple[OpenWay, ...], asks: dict[int, tuple[str, ...]]) -> Asks:
    missing = tuple(dict.fromkeys(key for keys in asks.values() for key in keys))
    alone = [
        (keys.pop(), way)
        for way in options
        if way.missing.bit_count() <= 2 and len(keys := {key for at in positions(way.missing) for key in asks[at]}) == 1
    ]
    return missing, alone


def disposition(
    level: Level, first_line: str, judged: Judged, left_open: Open, facts: dict[str, Any], knowledge: Knowledge
) -> Disposition:
    """The level with its reasons, most urgent first, and the more urgent rules that unknown facts leave open."""
    card = knowledge.levels[level]
    return Disposition(
        level=level,
        headline=first_line,
        act_within=card.act_within,
        do=card.do,
        because=tuple(_because(rule, facts, knowledge) for rule, truth in judged if truth),
        could_not_rule_out=tuple(
            NotRuledOut(found.rule.id, found.rule.level, found.rule.name, found.missing) for found in left_open
        ),
    )


def _because(rule: Rule, facts: dict[str, Any], knowledge: Knowledge) -> Because:
    said = {
        text: Told(key, text)
        for leaf, truth in support(rule.when, facts)
        for key, text in [(fact_key(leaf) or "", told(leaf, truth, facts, knowledge))]
    }
    return Because(rule.id, rule.level, rule.name, rule.reason, tuple(said.values()), rule.sources, rule.grade)


def asked_for(key: str, facts: dict[str, Any], knowledge: Knowledge) -> tuple[str, ...]:
    """The fact to ask for next so that this one becomes known; `beyond.itch` is worked out from others."""
    if not key.startswith(WORKED_OUT):
        return (key,)
    kind, _, sign = key.partition(".")
    needed = ["day", *decides_beyond(sign, knowledge)] if kind == "beyond" else ["trend"]
    return tuple(fact for fact in (f"sign.{sign}", *needed) if fact not in facts)[:1] or (key,)
