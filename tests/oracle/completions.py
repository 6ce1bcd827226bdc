"""Truth the slow way: put a value to every unknown fact, in every way there is, and look at plain yes or no."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, combinations, product
from typing import Any

from needlecare.knowledge.condition import All, Among, AnyOf, AtLeast, Condition, Not, NumberIn, SignIs, Yes
from needlecare.knowledge.vocabulary import SEVERITIES

SETS = ("distribution", "areas")
ELSE = "something_else"
Facts = dict[str, Any]
Domains = dict[str, tuple[Any, ...]]


def holds(condition: Condition, facts: Mapping[str, Any]) -> bool:
    """Whether a condition is true where every fact in it is known."""
    match condition:
        case SignIs(sign=sign, at_least=severity):
            return facts[f"sign.{sign}"] >= SEVERITIES.index(severity)
        case NumberIn(number=key, from_=low, below=high):
            return not (low is not None and facts[key] < low) and not (high is not None and facts[key] >= high)
        case Yes(yes=key):
            return facts[key] is True
        case Among(fact=key, among=among):
            told = facts[key] if isinstance(facts[key], frozenset) else {facts[key]}
            return any(value in told for value in among)
        case All(all=inner):
            return sum(holds(part, facts) for part in inner) == len(inner)
        case AnyOf(any=inner):
            return sum(holds(part, facts) for part in inner) > 0
        case AtLeast(at_least=count, of=inner):
            return sum(holds(part, facts) for part in inner) >= count
        case Not(not_=part):
            return not holds(part, facts)
    raise AssertionError(f"no plain truth for {condition!r}")


def comparisons(condition: Condition) -> Iterator[Condition]:
    """Every comparison inside a condition."""
    match condition:
        case All(all=inner) | AnyOf(any=inner) | AtLeast(of=inner):
            yield from chain.from_iterable(comparisons(part) for part in inner)
        case Not(not_=part):
            yield from comparisons(part)
        case _:
            yield condition


def asked(condition: Condition) -> set[str]:
    """The facts that a condition looks at."""
    return set(domains(condition))


def domains(*conditions: Condition) -> Domains:
    """For each fact, values enough that every mixture of truths of its comparisons occurs."""
    found: dict[str, set[Any]] = {}
    for leaf in chain.from_iterable(comparisons(condition) for condition in conditions):
        match leaf:
            case SignIs(sign=sign, at_least=severity):
                found.setdefault(f"sign.{sign}", {0}).add(SEVERITIES.index(severity))
            case NumberIn(number=key, from_=low, below=high):
                ends = [end for end in (low, high) if end is not None]
                found.setdefault(key, set()).update(chain.from_iterable((end - 1, end) for end in ends))
            case Yes(yes=key):
                found[key] = {True, False}
            case Among(fact=key, among=among):
                found.setdefault(key, {ELSE}).update(among)
    return {key: _values(key, values) for key, values in found.items()}


def _values(key: str, values: set[Any]) -> tuple[Any, ...]:
    if key not in SETS:
        return tuple(sorted(values))
    ordered = sorted(values)
    return tuple(frozenset(some) for size in (1, 2, 3) for some in combinations(ordered, size))


def completions(facts: Mapping[str, Any], domains: Domains, but: Iterable[str] = ()) -> Iterator[Facts]:
    """The facts with every unknown one of the domains put in, in every way; those in `but` are left unknown."""
    unknown = [key for key in domains if facts.get(key) is None and key not in but]
    for values in product(*(domains[key] for key in unknown)):
        yield {**facts, **dict(zip(unknown, values, strict=True))}


def truths(condition: Condition, facts: Mapping[str, Any]) -> set[bool]:
    """The truths that a condition may yet come to have."""
    return {holds(condition, complete) for complete in completions(facts, domains(condition))}


def pivotal(condition: Condition, facts: Mapping[str, Any]) -> set[str]:
    """The unknown facts on which the truth may hang: in some completion, that fact alone makes the difference."""
    values = domains(condition)
    return {
        key
        for key in values
        if facts.get(key) is None
        and any(
            len({holds(condition, {**rest, key: value}) for value in values[key]}) == 2
            for rest in completions(facts, values, but=[key])
        )
    }
