"""Whether every condition asks for facts that exist, and whether triage rules can only rise with worse signs."""

from collections.abc import Iterator, Mapping

from needlecare.knowledge.condition import (
    Among,
    Condition,
    Not,
    NumberIn,
    SignIs,
    Unknown,
    Yes,
    fact_key,
    leaves,
    parts,
)  # fmt: skip
from needlecare.knowledge.faults import KnowledgeFault
from needlecare.knowledge.model import Fact, Knowledge, Rule
from needlecare.knowledge.vocabulary import SIGNS

PER_SIGN = ("rising", "rebound", "beyond", "onset")
_WORSENING_YES = {"fever", *(f"{kind}.{sign}" for kind in ("rising", "rebound", "beyond") for sign in SIGNS)}
_WORSENING_NUMBERS = {"temperature_c", "pain_0_10", "itch_0_10"}
_UPWARD_TRENDS = ({"worsening"}, {"stable", "worsening"}, {"improving", "stable", "worsening"})


def fact_of(key: str, knowledge: Knowledge) -> Fact | None:
    """The fact behind a key; `rising.erythema` and `exposure.retinoid` are described once for all of their kind."""
    head, _, tail = key.partition(".")
    if head in PER_SIGN:
        return knowledge.facts.get(head) if tail in SIGNS else None
    if head == "exposure":
        return knowledge.facts.get(head) if tail in knowledge.substances else None
    return knowledge.facts.get(key)


def conditions(knowledge: Knowledge) -> Iterator[tuple[str, str, Condition]]:
    """Every condition with the kind and id of the entry that holds it."""
    for name, rule in knowledge.rules.items():
        yield "rules", name, rule.when
    for name, finding in knowledge.findings.items():
        for condition in (finding.applies, finding.when):
            if condition is not None:
                yield "findings", name, condition
    for name, cause in knowledge.causes.items():
        for modifier in cause.modifiers:
            yield "causes", name, modifier.when
    for name, care in knowledge.care.items():
        for condition in (care.when, care.never_while):
            if condition is not None:
                yield "care", name, condition


def condition_faults(knowledge: Knowledge) -> Iterator[KnowledgeFault]:
    """A comparison must name a known fact of its kind; a choice must be one of that fact's values."""
    kinds = {NumberIn: ("number",), Yes: ("yes_no",), Among: ("choice", "set"), Unknown: ("number",)}
    for kind, entry, condition in conditions(knowledge):
        for leaf in leaves(condition):
            if isinstance(leaf, SignIs):
                continue
            key = fact_key(leaf) or ""
            fact = fact_of(key, knowledge)
            head, _, sign = key.partition(".")
            if head == "beyond" and sign in SIGNS and sign not in knowledge.course:
                yield KnowledgeFault(kind, entry, "when", f"asks for {key!r}, but there is no course/{sign}.toml")
            elif fact is None:
                yield KnowledgeFault(kind, entry, "when", f"asks for {key!r}, which is no known fact")
            elif fact.kind not in kinds[type(leaf)]:
                yield KnowledgeFault(kind, entry, "when", f"{key!r} is a {fact.kind} fact")
            elif isinstance(leaf, Among):
                for value in sorted(set(leaf.among) - fact.values.keys()):
                    yield KnowledgeFault(kind, entry, "when", f"{value!r} is not a value of {key!r}")


def monotone_faults(rules: Mapping[str, Rule]) -> Iterator[KnowledgeFault]:
    """No triage rule may stop firing because a sign, a fever, a count or the trend got worse, or because it spread."""
    for name, rule in rules.items():
        for leaf in _lowered_by_worse(rule.when, negated=False):
            yield KnowledgeFault("rules", name, "when", f"could be switched off by a worse {fact_key(leaf)}")


def _lowered_by_worse(condition: Condition, *, negated: bool) -> Iterator[Condition]:
    if inner := parts(condition):
        for part in inner:
            yield from _lowered_by_worse(part, negated=negated ^ isinstance(condition, Not))
    elif _worsens(condition) and (negated or not _upward(condition)):
        yield condition


def _worsens(leaf: Condition) -> bool:
    match leaf:
        case SignIs():
            return True
        case Yes(yes=key):
            return key in _WORSENING_YES
        case NumberIn(number=key):
            return key in _WORSENING_NUMBERS or key.startswith("count.")
        case Among(fact=key):
            return key in ("trend", "distribution")
        case _:
            return False


def _upward(leaf: Condition) -> bool:
    match leaf:
        case NumberIn(below=below):
            return below is None
        case Among(fact="trend", among=among):
            return set(among) in _UPWARD_TRENDS
        case _:
            return True
