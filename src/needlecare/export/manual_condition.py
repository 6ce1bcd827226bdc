"""A condition for a reader: one phrase where it is short, otherwise a list of what must be and what is enough."""

from collections.abc import Iterator

from needlecare.core.saying import say
from needlecare.knowledge.condition import (
    All,
    AnyOf,
    AtLeast,
    Condition,
    Not,
    NumberIn,
    SignIs,
    fact_key,
    leaves,
    parts,
)
from needlecare.knowledge.model import Knowledge

_SHORT = 100
_OF_A_SIGN = ("sign", "beyond", "rising", "rebound", "onset", "count")
_COMBINED = (All, AnyOf, AtLeast)


def condition_lines(condition: Condition, knowledge: Knowledge) -> list[tuple[int, str]]:
    """The lines of a condition, each with its depth; a short one is a single line of depth 0."""
    return list(_lines(_laid_open(condition), knowledge, 0))


def signs_in(condition: Condition) -> set[str]:
    """The signs that a condition looks at, also by their course or change (`beyond.itch`, `rising.pain`)."""
    keys = (fact_key(leaf) or "" for leaf in leaves(condition))
    return {sign for head, _, sign in (key.partition(".") for key in keys) if head in _OF_A_SIGN}


def _lines(condition: Condition, knowledge: Knowledge, depth: int) -> Iterator[tuple[int, str]]:
    inner, head = _opened(condition)
    if _is_plain(condition, knowledge):
        yield depth, say(condition, knowledge)
        return
    yield depth, head
    for part in inner:
        yield from _lines(part, knowledge, depth + 1)


def _is_plain(condition: Condition, knowledge: Knowledge) -> bool:
    """Whether one phrase says it without doubt: short, and no "or" between parts that are joined by "and"."""
    inner, _ = _opened(condition)
    if any(isinstance(part, (*_COMBINED, Not)) for part in inner):
        return False
    doubtful = isinstance(condition, All) and any(_says_or(part, knowledge) for part in inner)
    return not inner or (not doubtful and len(say(condition, knowledge)) <= _SHORT)


def _says_or(part: Condition, knowledge: Knowledge) -> bool:
    match part:
        case SignIs(sign=sign):
            said = f"{knowledge.signs[sign].name}, {knowledge.signs[sign].short}"
        case NumberIn():
            return False
        case _:
            said = say(part, knowledge)
    return knowledge.words["or"] in said


def _opened(condition: Condition) -> tuple[tuple[Condition, ...], str]:
    """What stands inside, and how a list of it is headed."""
    match condition:
        case All():
            return parts(condition), "all of these:"
        case AnyOf():
            return parts(condition), "any of these:"
        case AtLeast(at_least=count):
            return parts(condition), f"at least {count} of these:"
        case Not(not_=AnyOf() as inner):
            return parts(inner), "none of these:"
        case Not(not_=(All() | AtLeast()) as inner):
            return (inner,), "not this:"
        case _:
            return (), ""


def _laid_open(condition: Condition) -> Condition:
    """The same condition without an `all` directly inside an `all`, or an `any` inside an `any`."""
    inner = [_laid_open(part) for part in parts(condition)]
    match condition:
        case All():
            return All(all=tuple(leaf for part in inner for leaf in (part.all if isinstance(part, All) else (part,))))
        case AnyOf():
            return AnyOf(
                any=tuple(leaf for part in inner for leaf in (part.any if isinstance(part, AnyOf) else (part,)))
            )
        case AtLeast(at_least=count):
            return AtLeast(at_least=count, of=tuple(inner))
        case Not():
            return Not(not_=inner[0])
        case _:
            return condition
