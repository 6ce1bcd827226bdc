"""The manual's chapter on ingredients: every concern class, with its days, for whom it differs, and its names."""

from needlecare.export.capital import capital
from needlecare.export.manual_citation import basis, card, reviewed, sources
from needlecare.export.manual_ingredient_names import by_rule, members, names_line
from needlecare.export.manual_markdown import blocks, bullets, escaped, labelled, table
from needlecare.knowledge.ingredients.schema import ConcernEntry, DayBand, KindEntry, PeopleEntry
from needlecare.knowledge.model import Knowledge

WHO = {
    "acne_prone": "people who are prone to spots",
    "dark_skin": "people with brown or black skin",
    "cold_sores": "people who get cold sores",
    "sensitive_skin": "people with sensitive skin",
    "pregnant": "people who are pregnant, may be, or are breastfeeding",
}
_EFFECT = {
    "avoid": "it is left out",
    "late_day": "the late day counts, also where the early one would",
    "counts": "it counts only for them",
}
_TRACE = {
    "counts": "counts there as anywhere in the list",
    "eases": "counts there until its early day only",
    "drops": "does not count there",
}
_ORDINARY_MM = 1.0


def chapter(knowledge: Knowledge) -> str:
    """How labels are judged, an overview, and every class."""
    found = knowledge.ingredients
    said = (
        f"A label is read by whole names: {len(found.rows):,} INCI names with {len(found.synonyms):,} other names, and "
        f"names made of the {len({plant.latin for plant in found.plants.values()}):,} plants that are known. A name "
        "with a number that has no row (PEG-n, C12-15) is in the classes that all its relatives share, and stays open "
        "where they differ. What a name means on healing skin is said by the concern classes below. A class holds "
        "until its late day, unless something here says that its early day counts. Days depend on the needle depth "
        "and on whether the product stays on or is washed off; an unknown depth counts as the most careful one."
    )
    places = (
        "Lists are in order of weight down to about 1 %. What stands behind the first of the usual preservatives is "
        "at about 1 % or less, unless its strength is printed. What a class means there, and which of its names count "
        "only high in the list, is said with it."
    )
    head = ["Class", "Left on, until", "Washed off, until", "Grade", "Names"]
    return blocks(
        "## 7 Ingredients",
        said,
        places,
        f"For a needle depth of {_ORDINARY_MM:g} mm:",
        table(head, [_overview(entry, knowledge) for entry in knowledge.classes.values()]),
        *(entry(key, knowledge) for key in knowledge.classes),
    )


def entry(key: str, knowledge: Knowledge) -> str | None:
    """One concern class: what belongs, the days, for whom it differs, the names, the sources."""
    found = knowledge.classes.get(key)
    if found is None:
        return None
    head = ["Needle depth", "Left on, until", "Washed off, until", "Grade and sources", "Note"]
    return blocks(
        f"### Class: {escaped(found.name)}",
        card(key, f"grade: {found.grade}", reviewed(found.review)),
        labelled("What belongs", found.belongs),
        labelled("What does not", found.not_),
        labelled("Why", found.why),
        labelled("What instead", found.instead),
        labelled("Where sources disagree", found.disagreement) if found.disagreement else None,
        table(head, [_band(band) for band in found.days]),
        labelled("The aftercare rule with these days", _care(found.care, knowledge)) if found.care else None,
        labelled("At about 1 % or less", f"the class {_TRACE[found.trace]}."),
        blocks("**Kinds:**", bullets(kind_words(key, kind) for key, kind in found.kinds.items()))
        if found.kinds
        else None,
        _grades(found),
        blocks("**For whom it differs:**", bullets(map(_people, found.people))) if found.people else None,
        _session(found, knowledge),
        names_line(key, knowledge),
        by_rule(key, knowledge),
        sources(found, knowledge),
    )


def range_words(days: tuple[int, int]) -> str:
    """Until which day: "day 2 to day 7", or "day 7" where sources agree; day 0 is the day of the treatment itself."""
    return f"day {days[0]} to day {days[1]}" if days[0] != days[1] else f"day {days[1]}"


def depth_words(band: DayBand) -> str:
    """For which needle depths: "below 0.5 mm", "0.5 mm to below 1.5 mm", "1.5 mm and more"."""
    if band.below_mm is None:
        return f"{band.from_mm:g} mm and more" if band.from_mm else "any"
    return f"{band.from_mm:g} mm to below {band.below_mm:g} mm" if band.from_mm else f"below {band.below_mm:g} mm"


def kind_words(key: str, kind: KindEntry) -> str:
    """A kind within a class, and when it counts."""
    places = [
        "only ahead of the usual preservatives" if kind.only_high else "",
        f"only among the first {kind.first} names" if kind.first else "",
        "only ahead of water, or where there is none" if kind.ahead_of_water else "",
    ]
    said = "it is only remarked upon" if kind.remark else " and ".join(part for part in places if part)
    days = "until the early day" if kind.early_end else ""
    when = "; ".join(part for part in (f"counts {said}" if said and not kind.remark else said, days) if part)
    return f"`{key}`: {escaped(kind.name)}" + (f" ({when})" if when else "")


def _overview(found: ConcernEntry, knowledge: Knowledge) -> list[str]:
    [band] = [
        band
        for band in found.days
        if band.from_mm <= _ORDINARY_MM and (band.below_mm is None or band.below_mm > _ORDINARY_MM)
    ]
    count = f"{len(members(found.id, knowledge)):,}"
    return [capital(found.name), range_words(band.leave_on), range_words(band.rinse_off), found.grade, count]


def _band(band: DayBand) -> list[str]:
    return [depth_words(band), range_words(band.leave_on), range_words(band.rinse_off), basis(band), band.note or ""]


def _care(care: str, knowledge: Knowledge) -> str:
    return f"{knowledge.care[care].topic} ({care})"


def _people(people: PeopleEntry) -> str:
    until = f", until day {people.until}" if people.until is not None else ""
    unknown = f"; where it is not known: “{escaped(people.if_unknown)}”" if people.if_unknown else ""
    said = f"“{escaped(people.text)}”{unknown} ({escaped(basis(people))})"
    return f"{WHO[people.who]}: {_EFFECT[people.effect]}{until}. {said}"


def _grades(found: ConcernEntry) -> str | None:
    if found.least_grade is None:
        return None
    return (
        "**Published grades:** the lowest and the highest grade of each name stand behind it. It decides from a "
        f"lowest grade of {found.least_grade} on."
    )


def _session(found: ConcernEntry, knowledge: Knowledge) -> str | None:
    if not found.includes:
        return None
    names = ", ".join(knowledge.classes[name].name for name in found.includes)
    return labelled("During the session and on its day also", names)
