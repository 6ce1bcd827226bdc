"""How urgent it is: the rules that fired, those that could not be ruled out and what to ask next."""

from typing import Any

from needlecare.core.assessment import Because, Disposition, NotRuledOut, Question, Told
from needlecare.core.condition import Truth, deciding, evaluate, support
from needlecare.core.saying import question_for, told
from needlecare.knowledge.condition import Among, Condition, NumberIn, SignIs, Yes
from needlecare.knowledge.model import Knowledge, Rule
from needlecare.knowledge.vocabulary import LEVELS, Level

URGENCY = {level: at for at, level in enumerate(LEVELS)}
Judged = list[tuple[Rule, Truth]]
Open = list[tuple[Rule, list[str]]]


def judge(facts: dict[str, Any], knowledge: Knowledge) -> tuple[Level, Judged]:
    """Every rule's truth, and the highest level among those that are true; self-care where none is."""
    judged = [(rule, evaluate(rule.when, facts)) for rule in knowledge.rules.values()]
    judged.sort(key=lambda item: -URGENCY[item[0].level])
    level = next((rule.level for rule, truth in judged if truth), LEVELS[0])
    return level, judged


def open_rules(level: Level, judged: Judged, facts: dict[str, Any]) -> Open:
    """The rules of a higher level that could not be ruled out, each with the facts to ask for, most urgent first."""
    return [
        (rule, askable(rule.when, facts))
        for rule, truth in judged
        if truth is None and URGENCY[rule.level] > URGENCY[level]
    ]


def disposition(
    level: Level, judged: Judged, left_open: Open, facts: dict[str, Any], knowledge: Knowledge
) -> Disposition:
    """The level with its reasons, most urgent first, and the more urgent rules that unknown facts leave open."""
    card = knowledge.levels[level]
    return Disposition(
        level=level,
        headline=card.first_line,
        act_within=card.act_within,
        do=card.do,
        because=tuple(_because(rule, facts, knowledge) for rule, truth in judged if truth),
        could_not_rule_out=tuple(
            NotRuledOut(rule.id, rule.level, rule.name, tuple(missing)) for rule, missing in left_open
        ),
    )


def _because(rule: Rule, facts: dict[str, Any], knowledge: Knowledge) -> Because:
    said = {
        text: Told(key, text)
        for leaf, truth in support(rule.when, facts)
        for key, text in [(_key(leaf), told(leaf, truth, facts, knowledge))]
    }
    return Because(rule.id, rule.level, rule.name, rule.reason, tuple(said.values()), rule.sources, rule.grade)


def _key(leaf: Condition) -> str:
    match leaf:
        case SignIs(sign=sign):
            return f"sign.{sign}"
        case NumberIn(number=key) | Yes(yes=key) | Among(fact=key):
            return key
        case _:
            return "day"


def askable(condition: Condition, facts: dict[str, Any]) -> list[str]:
    """The unknown facts that could decide a condition, each as the fact one would ask a person for."""
    found: dict[str, None] = {}
    for key in deciding(condition, facts):
        if key.startswith(("beyond.", "rising.", "rebound.")):
            found.update(dict.fromkeys(_asked_for(key, facts)))
        else:
            found[key] = None
    return list(found)


def _asked_for(key: str, facts: dict[str, Any]) -> tuple[str, ...]:
    """The next fact to ask for so that a worked-out one (`beyond.itch`, `rising.pain`) becomes known."""
    kind, _, sign = key.partition(".")
    if kind == "beyond":
        needed = [f"sign.{sign}", "day", "needle_depth_mm", "device"]
    else:
        needed = [f"sign.{sign}", "trend"]
    return tuple(fact for fact in needed if fact not in facts)[:1]


def questions(left_open: Open, facts: dict[str, Any], knowledge: Knowledge) -> tuple[Question, ...]:
    """The unknown facts that could raise the level: the highest level first, then those that settle it with the fewest
    further answers, then those that settle most rules."""
    rules: dict[str, list[Rule]] = {}
    for rule, missing in left_open:
        for key in missing:
            rules.setdefault(key, []).append(rule)
    trial = dict(facts)
    ordered = sorted(rules.items(), key=lambda item: (*_decisiveness(*item, trial), item[0]))
    return tuple(
        Question(key, text, found[0].level, tuple(rule.id for rule in found))
        for key, found in ordered
        if (text := question_for(key, knowledge))
    )


def _decisiveness(key: str, rules: list[Rule], trial: dict[str, Any]) -> tuple[int, int, int]:
    trial[key] = _worst(key)
    highest = URGENCY[rules[0].level]
    alone = any(evaluate(rule.when, trial) for rule in rules if URGENCY[rule.level] == highest)
    del trial[key]
    return -highest, -alone, -len(rules)


def _worst(key: str) -> Any:
    if key.startswith("sign."):
        return 3
    worst: dict[str, Any] = {
        "distribution": frozenset({"spreading", "diffuse", "clustered", "grid"}), "trend": "worsening",
        "sterile_single_use": False, "device": "rf", "setting": "clinic",
    }  # fmt: skip
    return worst.get(key, True)
