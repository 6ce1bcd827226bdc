"""One label on one day, the whole answer: read, weighed, and said in words."""

from functools import lru_cache

from needlecare.core.label.answer import ConcernFound, IngredientRead, LabelAnswer, Part, Read
from needlecare.core.label.naming import Namer
from needlecare.core.label.reading import Reader, Reading
from needlecare.core.label.saying import headline, reasons
from needlecare.core.label.use import Use
from needlecare.core.label.weighing import SURE_FROM, Outcome, Scales, Weighed, names_product, outcome
from needlecare.knowledge.ingredients.model import Concern, Ingredients


def check_label(text: str, use: Use, table: Ingredients, *, name: str | None = None) -> LabelAnswer:
    """The verdict for the product with this label, and why. Any text gives an answer.

    `name` is the product's, where a clinic's protocol may allow or forbid it. Source: docs/guide/labels.md.
    """
    reader = reader_for(table)
    reading = reader.read(text)
    scales = scales_for(table, use)
    weighed = scales.weigh(reading.items)
    whole = whole_outcome(reading, weighed, scales, name)
    concerns = _concerns(weighed, table)
    read = _read(text, reading)
    return LabelAnswer(
        verdict=whole.verdict,
        sure=whole.sure,
        day=use.day,
        until_day=whole.until_day,
        headline=headline(whole, reading, weighed, use, table),
        reasons=reasons(whole, text, reading, weighed, concerns, read, use, scales.allergies, table, name),
        deciding=whole.deciding,
        ingredients=tuple([_ingredient(text, one) for one in weighed]),
        concerns=concerns,
        parts=_parts(reading, weighed, scales, None if name else whole),
        read=read,
        is_list=reading.is_list,
        instead=tuple(dict.fromkeys(found.instead for found in concerns.values() if found.decides)),
        sources=_sources(concerns, table),
    )


@lru_cache(maxsize=4)
def reader_for(table: Ingredients) -> Reader:
    """The reader of a table, kept, with all that it has resolved."""
    return Reader(table)


@lru_cache(maxsize=64)
def scales_for(table: Ingredients, use: Use) -> Scales:
    """The scales for one use."""
    return Scales(_namer(table), use)


def _namer(table: Ingredients) -> Namer:
    return reader_for(table).namer


def whole_outcome(reading: Reading, weighed: list[Weighed], scales: Scales, name: str | None = None) -> Outcome:
    """The verdict over all parts; a text that is no list, or a name that cannot be looked for, leaves it open."""
    use = scales.use
    if names_product(use.clinic.forbidden, name):
        return Outcome("avoid", None, "sure", ())
    found = outcome(weighed, hides=not reading.is_list or bool(scales.allergies.unknown))
    if found.verdict == "wait" and names_product(use.clinic.allowed, name):
        allowed = [one._replace(allowed=True) for one in weighed]  # what is not understood stays open
        return outcome(allowed, hides=not reading.is_list or bool(scales.allergies.unknown))
    return found


def _parts(reading: Reading, weighed: list[Weighed], scales: Scales, whole: Outcome | None) -> tuple[Part, ...]:
    """The verdict of each part. `whole`: that of all together, where it does not rest on the product's name."""
    if whole is not None and len(reading.parts) == 1:
        return (Part(reading.parts[0], whole.verdict, whole.until_day, whole.deciding),)
    found = []
    for at, name in enumerate(reading.parts):
        mine = [one for one in weighed if one.item.part == at]
        if mine or len(reading.parts) == 1:
            alone = outcome(mine, hides=not reading.is_list or bool(scales.allergies.unknown))
            found.append(Part(name, alone.verdict, alone.until_day, alone.deciding))
    return tuple(found)


def _ingredient(text: str, one: Weighed) -> IngredientRead:
    found = one.item.found
    ids = tuple([charge.concern for charge in one.charges]) if one.charges else ()
    return IngredientRead(
        text[found.start : found.end], found.start, found.end, found.inci, found.function, found.how,
        round(found.confidence, 2), ids, one.item.part,
    )  # fmt: skip


def _concerns(weighed: list[Weighed], table: Ingredients) -> dict[str, ConcernFound]:
    """Every class that was found, the deciding ones first, then by day."""
    by_class: dict[str, list[Weighed]] = {}
    for one in weighed:
        for charge in one.charges:
            by_class.setdefault(charge.concern, []).append(one)
    found = {name: _concern(table.concerns[name], members, table) for name, members in by_class.items()}
    return dict(sorted(found.items(), key=lambda item: (not item[1].decides, -(item[1].day or 0), item[0])))


def _concern(concern: Concern, members: list[Weighed], table: Ingredients) -> ConcernFound:
    charges = [charge for one in members for charge in one.charges if charge.concern == concern.id]
    deciding = [
        charge
        for one in members
        for charge in one.charges
        if charge.concern == concern.id and charge.decides and not one.allowed
    ]
    kinds = {m.kind for one in members for m in one.item.found.concerns if m.concern == concern.id}
    kind_notes = tuple(concern.kinds[kind].name for kind in sorted(kinds) if kind in concern.kinds)
    return ConcernFound(
        name=concern.name,
        ingredients=tuple(dict.fromkeys(one.item.found.inci or "?" for one in members)),
        day=None if any(charge.avoid for charge in deciding) else max(charge.until for charge in deciding or charges),
        earliest=min(charge.earliest for charge in charges),
        latest=max(charge.latest for charge in charges),
        decides=bool(deciding),
        sure="sure" if any(one.item.found.confidence >= SURE_FROM for one in members) else "probably",
        why=concern.why,
        notes=tuple(dict.fromkeys((*kind_notes, *(note for charge in charges for note in charge.notes)))),
        instead=concern.instead,
        disagreement=concern.disagreement,
        grade=concern.grade,
        sources=concern.sources,
    )


def _read(text: str, reading: Reading) -> Read:
    missed = [text[item.found.start : item.found.end] for item in reading.items if item.found.inci is None]
    return Read(len(reading.items), len(reading.items) - len(missed), tuple(dict.fromkeys(missed)))


def _sources(concerns: dict[str, ConcernFound], table: Ingredients) -> dict[str, str]:
    cited = dict.fromkeys(source for found in concerns.values() for source in found.sources)
    return {source: f"{table.sources[source].cite}. {table.sources[source].link}" for source in cited}
