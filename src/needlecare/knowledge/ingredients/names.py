"""names/*.csv, plants/*.csv and languages/*.csv → rows, and who owns which folded name. No name has two owners."""

import re
from collections.abc import Iterable
from pathlib import Path

from needlecare.knowledge.entry import read_entry
from needlecare.knowledge.faults import KnowledgeFault
from needlecare.knowledge.ingredients.folding import key, words
from needlecare.knowledge.ingredients.model import IMPORTED, Concern, Families, Ingredient, Mention, Plant
from needlecare.knowledge.ingredients.schema import LANGUAGE_COLUMNS, PLANT_COLUMNS, ROW_COLUMNS, RowClaim
from needlecare.knowledge.ingredients.tables import Row, listed, rows_of

Owners = dict[str, int]
_GRADES = re.compile(r"[0-5]-[0-5]")  # the lowest and highest published grade of a comedogenic ingredient


def read_names(
    folder: Path, concerns: dict[str, Concern], known: frozenset[str], faults: list[KnowledgeFault]
) -> tuple[tuple[Ingredient, ...], Owners, Owners]:
    """The rows, the owners of their own names, and the owners of all other names."""
    rows: list[Ingredient] = []
    exact: Owners = {}
    others: list[tuple[str, int, str, int]] = []
    for file, line, row in rows_of(folder, "names/*.csv", ROW_COLUMNS, faults):
        ingredient = _ingredient(row, file, line, concerns, known, faults)
        folded = key(ingredient.inci)
        if not folded or folded in exact:
            faults.append(KnowledgeFault(file, f"line {line}", "inci", f"{row['inci']!r} is empty or stands twice"))
            continue
        exact[folded] = len(rows)
        others += [(file, line, synonym, len(rows)) for synonym in listed(row["synonyms"])]
        rows.append(ingredient)
    for file, line, row in rows_of(folder, "languages/*.csv", LANGUAGE_COLUMNS, faults):
        owner = exact.get(key(row["inci"]))
        if owner is None:
            faults.append(KnowledgeFault(file, f"line {line}", "inci", f"{row['inci']!r} is not in names/"))
        else:
            others.append((file, line, row["name"], owner))
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
    row: Row, file: str, line: int, concerns: dict[str, Concern], known: frozenset[str], faults: list[KnowledgeFault]
) -> Ingredient:
    mentions = tuple(Mention(*said.partition(":")[::2]) for said in row["concerns"].split())
    claim = {"grade": row["grade"] or None, "sources": row["sources"].split()}
    read_entry(RowClaim, claim, file, f"line {line}", faults)
    for mention in mentions:
        concern = concerns.get(mention.concern)
        if concern is None or not (mention.kind in ("", *concern.kinds) or _GRADES.fullmatch(mention.kind)):
            faults.append(
                KnowledgeFault(file, f"line {line}", "concerns", f"{':'.join(mention)!r} is not a concern class")
            )
    if bool(mentions) != bool(row["grade"]):
        faults.append(
            KnowledgeFault(file, f"line {line}", "grade", "a row has a grade where it has concerns, and only there")
        )
    for source in row["sources"].split():
        if source not in known and source != IMPORTED:
            faults.append(
                KnowledgeFault(file, f"line {line}", "sources", f"cites {source!r}, which is not in sources.toml")
            )
    return Ingredient(row["inci"], row["function"], mentions, row["grade"], tuple(row["sources"].split()))


def read_plants(folder: Path, faults: list[KnowledgeFault]) -> dict[str, Plant]:
    """Plants by their folded names: Latin, other Latin names and common ones."""
    plants: dict[str, Plant] = {}
    for file, line, row in rows_of(folder, "plants/*.csv", PLANT_COLUMNS, faults):
        plant = Plant(row["latin"], tuple(row["volatile"].split()))
        for name in (row["latin"], *listed(row["aliases"]), *listed(row["common"])):
            folded = " ".join(words(name))
            if not folded or plants.setdefault(folded, plant).latin != plant.latin:
                owner = plants[folded].latin if folded else "nothing"
                faults.append(KnowledgeFault(file, f"line {line}", "common", f"{name!r} belongs to {owner} already"))
    return plants


def vocabulary(rows: Iterable[Ingredient], plants: Iterable[str], families: Families) -> tuple[str, ...]:
    """Every word of every name, in order."""
    said = {word for row in rows for word in words(row.inci)}
    said.update(word for name in plants for word in name.split())
    return tuple(sorted({*said, *families.parts, *families.forms}))
