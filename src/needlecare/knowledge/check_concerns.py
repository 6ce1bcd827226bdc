"""Whether the concern classes of ingredients fit the care rules whose days they rest on."""

from collections.abc import Iterator

from needlecare.knowledge.faults import KnowledgeFault
from needlecare.knowledge.model import Knowledge

_ORDINARY_MM = 1.0  # a needle depth in the middle band: for it, label and plan say the same days


def concern_faults(knowledge: Knowledge) -> Iterator[KnowledgeFault]:
    """A class that rests on a care rule must have its range of days, and never a later day at any depth."""
    for name, concern in knowledge.ingredients.concerns.items():
        file = f"ingredients/concerns/{name}.toml"
        if concern.care is None:
            continue
        rule = knowledge.care.get(concern.care)
        if rule is None or rule.earliest is None or rule.latest is None:
            yield KnowledgeFault(file, name, "care", f"{concern.care!r} is not a care rule about resuming")
            continue
        if knowledge.clinic is not None:
            continue  # a protocol may have days of its own
        wanted = (int(rule.earliest.value), int(rule.latest.value))
        for band in concern.days:
            if band.from_mm <= _ORDINARY_MM < band.below_mm and band.leave_on != wanted:
                yield KnowledgeFault(file, name, "days", f"`leave_on` must be that of the care rule: {list(wanted)}")
            if band.leave_on[1] != wanted[1]:
                yield KnowledgeFault(file, name, "days", f"must end on the day of the care rule, {wanted[1]}")
