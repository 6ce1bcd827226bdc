"""names/*.csv, plants/*.csv and languages/*.csv → rows, and who owns which folded name. No name has two owners."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from needlecare.knowledge.claims import carried
from needlecare.knowledge.entry import read_entry
from needlecare.knowledge.faults import KnowledgeFault
from needlecare.knowledge.ingredients.folding import key, words
from needlecare.knowledge.ingredients.model import IMPORTED, Concern, Families, Ingredient, Mention, Plant
from needlecare.knowledge.ingredients.schema import CONCERNS, LANGUAGE_COLUMNS, PLANT_COLUMNS, ROW_COLUMNS, RowClaim
from needlecare.knowledge.ingredients.tables import Row, listed, rows_of
from needlecare.knowledge.model import Source

Owners = dict[str, int]
Sources = Mapping[str, Source]
_GRADES = re.compile(r"[0-5]-[0-5]")  # the lowest and highest published grade of a comedogenic ingredient
_ANY_PART = {"all", "plain"}  # of a plant: every part, or a name that does not say which


def read_names(
    folder: Path, concerns: dict[str, Concern], sources: Sources, faults: list[KnowledgeFault]
) -> tuple[tuple[Ingredient, ...], Owners, Owners]:
    """The rows, the owners of their own names, and the owners of all other names."""
    rows: list[Ingredient] = []
    exact: Owners = {}
    others: list[tuple[str, int, str, int]] = []
    told = len(faults)
    for file, line, row in rows_of(folder, "names/*.csv", ROW_COLUMNS, faults):
        ingredient = _ingredient(row, file, line, concerns, sources, faults)
        folded = key(ingredient.inci)
        if not folded or folded in exact:
            faults.append(KnowledgeFault(file, f"line {line}", "inci", f"{row['inci']!r} is empty or stands twice"))
            continue
        exact[folded] = len(rows)
        others += [(file, line, synonym, len(rows)) for synonym in listed(row["synonyms"])]
        rows.append(ingredient)
    whole = len(faults) == told
    for file, line, row in rows_of(folder, "languages/*.csv", LANGUAGE_COLUMNS, faults):
        owner = exact.get(key(row["inci"]))
        if owner is not None:
            others.append((file, line, row["name"], owner))
        elif whole:  # else it may stand in what could not be read
            faults.append(KnowledgeFault(file, f"line {line}", "inci", f"{row['inci']!r} is not in names/"))
    return tuple(rows), exact, _owned(others, exact, rows, faults)


def _owned(
    others: list[tuple[str, int, str, int]], exact: Owners, rows: list[Ingredient], faults: list[KnowledgeFault]
) -> Owners:
    owners: Owners = {}
    for file, line, name, owner in others:
        folded = key(name)
        has = exact.get(folded, owners.get(folded, owner))
        if not folded or has != owner:
            problem = (
                f"{name!r} belongs to {rows[has].inci} already"
                if folded
                else f"{name!r} has neither letters nor digits"
            )
            faults.append(KnowledgeFault(file, f"line {line}", "synonyms", problem))
        elif folded not in exact:
            owners[folded] = owner
    return owners


def _ingredient(
    row: Row, file: str, line: int, concerns: dict[str, Concern], sources: Sources, faults: list[KnowledgeFault]
) -> Ingredient:
    def fault(field: str, problem: str) -> None:
        faults.append(KnowledgeFault(file, f"line {line}", field, problem))

    mentions = tuple(Mention(*said.partition(":")[::2]) for said in row["concerns"].split())
    cited = row["sources"].split()
    claim = read_entry(RowClaim, {"grade": row["grade"] or None, "sources": cited}, file, f"line {line}", faults)
    for mention in mentions:
        if problem := _not_a_class(mention, concerns):
            fault("concerns", problem)
    if bool(mentions) != bool(row["grade"]):
        fault("grade", "a row has a grade where it has concerns, and only there")
    for source in cited:
        if source not in sources and source != IMPORTED:
            fault("sources", f"cites {source!r}, which is not in sources.toml")
    if claim and claim.grade and not carried(claim.grade, [sources[name] for name in cited if name in sources]):
        fault("grade", f'"{claim.grade}" is more than its sources carry')
    return Ingredient(row["inci"], row["function"], mentions, row["grade"], tuple(cited))


def _not_a_class(mention: Mention, concerns: dict[str, Concern]) -> str | None:
    """What is wrong with a class or its kind; nothing of a class whose own file has a fault, which is told there."""
    name, kind = mention
    if name not in CONCERNS:
        return f"there is no class {name!r}; there are: {', '.join(CONCERNS)}"
    concern = concerns.get(name)
    if concern is None:
        return None
    if concern.least_grade is not None:
        ranged = _GRADES.fullmatch(kind) and kind[0] <= kind[-1]
        return None if ranged else f"{name} needs its lowest and highest published grade, such as {name}:3-5"
    if kind and kind not in concern.kinds:
        return f"{name} has no kind {kind!r}; it has: {', '.join(concern.kinds) or 'none'}"
    return None


def read_plants(folder: Path, families: Families, sources: Sources, faults: list[KnowledgeFault]) -> dict[str, Plant]:
    """Plants by their folded names: Latin, other Latin names and common ones."""
    plants: dict[str, Plant] = {}
    parts = {*families.parts, *families.forms, *_ANY_PART}
    for file, line, row in rows_of(folder, "plants/*.csv", PLANT_COLUMNS, faults):
        plant = Plant(row["latin"], tuple(row["volatile"].split()))
        for name in (row["latin"], *listed(row["aliases"]), *listed(row["common"])):
            folded = " ".join(words(name))
            if not folded or plants.setdefault(folded, plant).latin != plant.latin:
                owner = plants[folded].latin if folded else "nothing"
                faults.append(KnowledgeFault(file, f"line {line}", "common", f"{name!r} belongs to {owner} already"))
        for part in sorted({*plant.volatile} - parts) if families.parts else ():
            faults.append(KnowledgeFault(file, f"line {line}", "volatile", f"{part!r} is not in families.toml"))
        for source in sorted({*row["sources"].split()} - sources.keys()):
            problem = f"cites {source!r}, which is not in sources.toml"
            faults.append(KnowledgeFault(file, f"line {line}", "sources", problem))
    return plants


def vocabulary(rows: Iterable[Ingredient], plants: Iterable[str], families: Families) -> tuple[str, ...]:
    """Every word of every name, in order."""
    said = {word for row in rows for word in words(row.inci)}
    said.update(word for name in plants for word in name.split())
    return tuple(sorted({*said, *families.parts, *families.forms}))
