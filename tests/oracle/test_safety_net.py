"""The safety net against trying out changes: every one, and every two, of the comparisons in a rule."""

from collections.abc import Iterator
from itertools import combinations, permutations
from typing import Any

from hypothesis import given

from needlecare.core.assessment import SafetyNetItem
from needlecare.core.condition import evaluate
from needlecare.core.saying import say
from needlecare.knowledge.condition import Among, Condition, Not, NumberIn, SignIs, Yes, parts
from needlecare.knowledge.model import Rule
from needlecare.knowledge.vocabulary import LEVELS, SEVERITIES
from tests.oracle.day_table import bands_for
from tests.support.cases import Data, assessed, case_data, facts_of
from tests.support.knowledge import SHIPPED
from tests.support.strategies import cases

MOST_CHANGES = 2
Facts = dict[str, Any]


def changes(condition: Condition, facts: Facts) -> Iterator[Condition]:
    """The comparisons of a rule that are not true now and may come true while the skin heals."""
    if isinstance(condition, Not):
        return  # what is negated would have to go away
    inner = parts(condition)
    for part in inner:
        yield from changes(part, facts)
    if not inner and evaluate(condition, facts) is not True and may_come(condition, facts):
        yield condition


def may_come(leaf: Condition, facts: Facts) -> bool:
    match leaf:
        case SignIs():
            return True
        case NumberIn(number="day", from_=start):
            return start is not None and "day" in facts and facts["day"] < start
        case Yes(yes=key) | Among(fact=key) | NumberIn(number=key):
            head = key.partition(".")[0]
            fact = SHIPPED.facts.get(key) or SHIPPED.facts[head]
            return fact.changes or head == "beyond"
        case _:
            return False


def changed(facts: Facts, some: tuple[Condition, ...]) -> Facts:
    """The facts after these comparisons have come true."""
    after = dict(facts)
    for leaf in some:
        match leaf:
            case SignIs(sign=sign, at_least=severity):
                key = f"sign.{sign}"
                after[key] = max(after.get(key, 0), SEVERITIES.index(severity))
            case NumberIn(number=key, from_=start):
                after[key] = max(after.get(key, start), start)
            case Yes(yes=key):
                after[key] = True
            case Among(fact="distribution", among=among):
                after["distribution"] = after.get("distribution", frozenset()) | {among[0]}
            case Among(fact=key, among=among):
                after[key] = among[0]
    return after


def smallest(rule: Rule, facts: Facts) -> list[tuple[Condition, ...]]:
    """The smallest sets of changes that meet a rule, found by trying all sets of one, then of two."""
    possible = list({repr(leaf): leaf for leaf in changes(rule.when, facts)}.values())
    for size in range(1, MOST_CHANGES + 1):
        found = [some for some in combinations(possible, size) if evaluate(rule.when, changed(facts, some)) is True]
        if found:
            return found
    return []


def said(some: tuple[Condition, ...], facts: Facts) -> frozenset[str]:
    """The changes in words, whatever their order."""
    return frozenset(_said(leaf, facts) for leaf in some)


def _said(leaf: Condition, facts: Facts) -> str:
    if not (isinstance(leaf, Yes) and leaf.yes.startswith("beyond.")):
        return say(leaf, SHIPPED)
    sign = leaf.yes.partition(".")[2]
    bands = bands_for(sign, facts.get("device"), facts.get("needle_depth_mm"), SHIPPED)
    day = max(band.published_latest.value for band in bands)
    if facts.get("day", 0) >= day:  # that day has come, so the sign alone would be it
        return SHIPPED.signs[sign].short
    return SHIPPED.words["still_on_day"].format(name=SHIPPED.signs[sign].name, day=f"{day:g}")


def listed(line: str, options: list[frozenset[str]]) -> bool:
    """Whether a line of the safety net says one of these sets of changes, in any order, brackets aside."""
    both = SHIPPED.words["and"].join
    said_so = {_bare(both(order)) for some in options for order in permutations(some)}
    return _bare(line) in said_so


def _bare(text: str) -> str:
    return text.replace("(", "").replace(")", "")


def the_net(data: Data) -> tuple[Facts, int, dict[str, SafetyNetItem]]:
    found = assessed(data)
    net = {item.rule: item for item in found.safety_net}
    return facts_of(data), LEVELS.index(found.disposition.level), net


def above(level: int) -> list[Rule]:
    return [rule for rule in SHIPPED.rules.values() if LEVELS.index(rule.level) > level]


@given(cases())
def test_every_line_names_changes_that_meet_the_rule_and_no_fewer_would(data: Data) -> None:
    facts, _, net = the_net(data)
    for item in net.values():
        enough = [said(some, facts) for some in smallest(SHIPPED.rules[item.rule], facts)]
        for line in item.changes:
            assert listed(line, enough), (item.rule, line, enough)


@given(cases())
def test_every_more_urgent_rule_within_reach_of_two_changes_is_in_the_net(data: Data) -> None:
    facts, level, net = the_net(data)
    within_reach = {
        rule.id for rule in above(level) if evaluate(rule.when, facts) is not True and smallest(rule, facts)
    }
    assert set(net) == within_reach


@given(cases())
def test_the_net_names_each_way_once_and_the_most_urgent_rules_first(data: Data) -> None:
    _, level, net = the_net(data)
    levels = [LEVELS.index(item.level) for item in net.values()]
    assert levels == sorted(levels, reverse=True)
    assert min(levels, default=level + 1) > level
    assert all(len(set(item.changes)) == len(item.changes) > 0 for item in net.values())


def test_a_rule_that_needs_a_day_gone_by_is_left_out() -> None:
    _, _, net = the_net(case_data(day=5, signs={"papules": "mild"}))
    assert "shared_needles_first_days" not in net
