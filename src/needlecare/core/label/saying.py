"""The words of a label answer: the headline, and the sentences that give its reasons."""

from collections.abc import Iterator, Mapping

from needlecare.core.label.allergies import Allergies
from needlecare.core.label.answer import ConcernFound, Read
from needlecare.core.label.reading import Reading
from needlecare.core.label.use import Use
from needlecare.core.label.weighing import SURE_FROM, Outcome, Weighed, names_product
from needlecare.knowledge.ingredients.model import Ingredients

_MOST_NAMES = 6


def headline(found: Outcome, reading: Reading, weighed: list[Weighed], use: Use, table: Ingredients) -> str:
    """The first line: what to do with this product."""
    said = table.phrases
    if any(one.allergy is not None and one.item.found.confidence >= SURE_FROM for one in weighed):
        return said["avoid_allergy"]
    if not reading.is_list and found.verdict == "unknown":
        return said["unknown"]
    if found.verdict == "avoid" and use.during:
        return said["avoid_during"]
    unsure = found.sure == "probably" and found.verdict != "unknown"
    return said[found.verdict + ("_probably" if unsure else "")].format(day=found.until_day)


def reasons(
    found: Outcome,
    text: str,
    reading: Reading,
    weighed: list[Weighed],
    concerns: Mapping[str, ConcernFound],
    read: Read,
    use: Use,
    allergies: Allergies,
    table: Ingredients,
    name: str | None,
) -> tuple[str, ...]:
    """Sentences below the headline, the most telling first."""
    said = table.phrases
    if not reading.items:
        return (said["nothing" if not text.strip() else "not_a_list"],)
    lines = list(_lines(found, text, reading, weighed, read, use, allergies, said, name))
    if not reading.is_list:
        lines.insert(0, said["not_a_list"])
    return tuple(dict.fromkeys(lines))


def _lines(
    found: Outcome, text: str, reading: Reading, weighed: list[Weighed], read: Read, use: Use, allergies: Allergies,
    said: Mapping[str, str], name: str | None,
) -> Iterator[str]:  # fmt: skip
    for listed, phrase in ((use.clinic.forbidden, "forbidden"), (use.clinic.allowed, "allowed")):
        if names_product(listed, name):
            yield said[phrase].format(name=name)
    if found.deciding:
        yield said["because"].format(names=_listed(found.deciding))
    telling = [
        one
        for one in weighed
        if one.charges or one.remarks or one.item.found.hides or one.allergy is not None or one.forbidden
    ]
    for one in telling:
        if one.allergy is not None:
            yield said["allergy"].format(name=one.allergy, inci=one.item.found.inci)
        if one.forbidden:
            yield said["forbidden"].format(name=one.item.found.inci)
        if one.allowed and one.charges:
            yield said["allowed"].format(name=one.item.found.inci)
    for word in allergies.unknown:
        yield said["allergy_unknown"].format(name=word)
    if len(reading.parts) > 1:
        yield said["kit"].format(count=len(reading.parts))
    for one in telling:
        read_as = one.item.found
        if read_as.inci is not None and read_as.hides and read_as.how != "spelling":
            yield said["left_open"].format(name=read_as.inci)
        elif read_as.inci is not None and read_as.hides:
            yield said["perhaps_as"].format(text=f"“{text[read_as.start : read_as.end]}”", inci=read_as.inci)
        elif read_as.inci is not None and read_as.confidence < SURE_FROM and one.charges:
            yield said["probably"].format(text=f"“{text[read_as.start : read_as.end]}”", inci=read_as.inci)
    for one in telling:
        for remark in one.remarks:
            yield said["remark"].format(name=one.item.found.inci, remark=remark)
        yield from (charge.if_so for charge in one.charges if charge.if_so is not None)
    if read.not_understood and reading.is_list:
        names = _listed([f"“{word}”" for word in read.not_understood])
        yield said["not_read" if found.verdict == "unknown" else "not_read_too"].format(names=names)


def _listed(names: "tuple[str, ...] | list[str]") -> str:
    shown = list(names[:_MOST_NAMES])
    if len(names) > _MOST_NAMES:
        return ", ".join(shown) + f" and {len(names) - _MOST_NAMES} more"
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " and " + shown[-1]
