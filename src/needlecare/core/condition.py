"""Conditions over a case in three-valued logic: true, false, unknown (None).

Kleene's strong logic: `all` is false as soon as one part is false, `any` true as soon as one is true; what is left
depends on the unknown parts. Source: Kleene, Introduction to Metamathematics (1952), section 64.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, product
from typing import Any

from needlecare.knowledge.condition import (
    All,
    Among,
    AnyOf,
    AtLeast,
    Condition,
    Not,
    NumberIn,
    SignIs,
    Unknown,
    Yes,
    fact_key,
    parts,
)  # fmt: skip
from needlecare.knowledge.vocabulary import SEVERITIES

Truth = bool | None
Facts = Mapping[str, Any]
RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}


def evaluate(condition: Condition, facts: Facts) -> Truth:
    """True, False, or None where the known facts do not decide. Facts that are absent are unknown."""
    return _EVALUATE[type(condition)](condition, facts)


def _sign(condition: SignIs, facts: Facts) -> Truth:
    severity = facts.get("sign." + condition.sign)
    return None if severity is None else severity >= RANK[condition.at_least]


def _number(condition: NumberIn, facts: Facts) -> Truth:
    value = facts.get(condition.number)
    if value is None:
        return None
    return (condition.from_ is None or value >= condition.from_) and (
        condition.below is None or value < condition.below
    )


def _yes(condition: Yes, facts: Facts) -> Truth:
    return facts.get(condition.yes)


def _among(condition: Among, facts: Facts) -> Truth:
    value = facts.get(condition.fact)
    if value is None:
        return None
    return not value.isdisjoint(condition.among) if isinstance(value, frozenset) else value in condition.among


def _unknown(condition: Unknown, facts: Facts) -> Truth:
    return facts.get(condition.unknown) is None


def _all(condition: All, facts: Facts) -> Truth:
    truth: Truth = True
    for part in condition.all:
        found = _EVALUATE[type(part)](part, facts)
        if found is False:
            return False
        if found is None:
            truth = None
    return truth


def _any(condition: AnyOf, facts: Facts) -> Truth:
    truth: Truth = False
    for part in condition.any:
        found = _EVALUATE[type(part)](part, facts)
        if found is True:
            return True
        if found is None:
            truth = None
    return truth


def _not(condition: Not, facts: Facts) -> Truth:
    found = evaluate(condition.not_, facts)
    return None if found is None else not found


def _at_least(condition: AtLeast, facts: Facts) -> Truth:
    found = [evaluate(part, facts) for part in condition.of]
    true = found.count(True)
    if true >= condition.at_least:
        return True
    return None if true + found.count(None) >= condition.at_least else False


_EVALUATE: dict[type, Callable[[Any, Facts], Truth]] = {
    SignIs: _sign, NumberIn: _number, Yes: _yes, Among: _among, Unknown: _unknown,
    All: _all, AnyOf: _any, Not: _not, AtLeast: _at_least,
}  # fmt: skip


def deciding(condition: Condition, facts: Facts) -> list[str]:
    """The keys of the unknown facts that could still decide a condition; none where it is true or false already."""
    truth, keys = _look(condition, facts)
    return list(dict.fromkeys(keys)) if truth is None else []


def _look(condition: Condition, facts: Facts) -> tuple[Truth, list[str]]:
    """A condition's truth together with the unknown facts of those parts that are still open."""
    kind = type(condition)
    if kind is All or kind is AnyOf:
        settles = kind is AnyOf
        open_keys: list[str] = []
        for part in parts(condition):
            truth, keys = _look(part, facts)
            if truth is settles:
                return settles, []
            open_keys += keys
        return (None if open_keys else not settles), open_keys
    truth = evaluate(condition, facts)
    if truth is not None:
        return truth, []
    inner = parts(condition)
    return None, [key for part in inner for key in _look(part, facts)[1]] if inner else [fact_key(condition) or ""]


def support(condition: Condition, facts: Facts) -> Iterator[tuple[Condition, bool]]:
    """The comparisons that make a true condition true, each with how it came out (False inside a `not`)."""
    match condition:
        case All(all=inner) | AnyOf(any=inner) | AtLeast(of=inner):
            for part in inner:
                if evaluate(part, facts) is True:
                    yield from support(part, facts)
        case Not(not_=part):
            yield from refutation(part, facts)
        case _:
            yield condition, True


def refutation(condition: Condition, facts: Facts) -> Iterator[tuple[Condition, bool]]:
    """The comparisons that make a false condition false."""
    match condition:
        case All(all=inner) | AnyOf(any=inner) | AtLeast(of=inner):
            for part in inner:
                if evaluate(part, facts) is False:
                    yield from refutation(part, facts)
        case Not(not_=part):
            yield from support(part, facts)
        case _:
            yield condition, False


Way = tuple[Condition, ...]


def ways(condition: Condition) -> list[Way]:
    """The sets of comparisons that are each enough to make a condition true (its disjunctive form).

    A `not` is drawn inwards, to single comparisons. Where one way asks for the same sign twice, the stronger comparison
    is kept.
    """
    match condition:
        case Not(not_=part) if parts(part):
            return ways(_drawn_in(part))
        case All(all=inner):
            return [_joined(choice) for choice in product(*map(ways, inner))]
        case AnyOf(any=inner):
            return [way for part in inner for way in ways(part)]
        case AtLeast(at_least=count, of=inner):
            groups = combinations([ways(part) for part in inner], count)
            return [_joined(choice) for group in groups for choice in product(*group)]
        case _:
            return [(condition,)]


def _drawn_in(condition: Condition) -> Condition:
    """What it takes that a combination does not hold, with every `not` one step further in (De Morgan)."""
    match condition:
        case All(all=inner):
            return AnyOf.model_construct(any=_negated(inner))
        case AnyOf(any=inner):
            return All.model_construct(all=_negated(inner))
        case AtLeast(at_least=count, of=inner):
            return AtLeast.model_construct(at_least=max(len(inner) - count + 1, 0), of=_negated(inner))
        case Not(not_=part):
            return part
        case _:
            return condition


def _negated(inner: tuple[Condition, ...]) -> tuple[Condition, ...]:
    return tuple(Not.model_construct(not_=part) for part in inner)


def _joined(choice: tuple[Way, ...]) -> Way:
    found: dict[object, Condition] = {}
    for leaf in (leaf for way in choice for leaf in way):
        key = leaf.sign if isinstance(leaf, SignIs) else id(leaf)
        other = found.get(key)
        if isinstance(leaf, SignIs) and isinstance(other, SignIs) and RANK[other.at_least] >= RANK[leaf.at_least]:
            continue
        found[key] = leaf
    return tuple(found.values())
