"""A clinic's protocol laid over the knowledge: its days, its words, how to reach it, and red flags of its own.

It may add rules and raise their level; it can never remove a triage rule, lower its level or narrow when it fires.
What it says is cited as the source CLINIC.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

from needlecare.knowledge.check import faults_in
from needlecare.knowledge.entry import read_entry
from needlecare.knowledge.faults import KnowledgeError, KnowledgeFault
from needlecare.knowledge.files import FOLDER, TERMS, hashed, read_file
from needlecare.knowledge.model import (
    CLINIC,
    NOT_REVIEWED,
    Care,
    Clinic,
    Knowledge,
    ProductRules,
    Quantity,
    Rule,
    Source,
)  # fmt: skip
from needlecare.knowledge.terms import with_terms
from needlecare.knowledge.vocabulary import LEVELS

_PARTS = ("clinic", "care", "tighten", "red_flags", "products")
_CARE_FIELDS = ("text", "resume_text", "why", "resume_day", "from_day", "before_day")


def overlaid(knowledge: Knowledge, path: Path) -> Knowledge:
    """The knowledge as this clinic uses it. Raises KnowledgeError with every fault of the protocol file."""
    faults: list[KnowledgeFault] = []
    tables = read_file(path, path.name, faults)
    if faults:
        raise KnowledgeError(faults)
    for part in tables.keys() - set(_PARTS):
        faults.append(
            KnowledgeFault(path.name, str(part), "", f"not a part of a protocol; there are {', '.join(_PARTS)}")
        )
    tables = with_terms(tables, read_file(FOLDER / TERMS, TERMS, faults), path.name, faults)
    clinic = read_entry(Clinic, tables.get("clinic", {}), path.name, "clinic", faults) or Clinic(name=path.stem)
    source = Source(
        cite=f"Protocol of {clinic.name}", locator=clinic.protocol_version or path.name,
        kind="other", grade="opinion", read="excerpt",
    )  # fmt: skip
    changed = knowledge.model_copy(
        update={
            "clinic": clinic,
            "hash": hashed(knowledge.hash, path),
            "sources": {**knowledge.sources, CLINIC: source},
            "care": _care(knowledge, _table(tables, "care", path, faults), path.name, faults),
            "rules": _rules(knowledge, tables, path, faults),
            "products": read_entry(ProductRules, tables.get("products", {}), path.name, "products", faults)
            or ProductRules(),
        }
    )
    # only what the protocol itself brings can be at fault
    ours = {name: part for part in _PARTS[1:4] for name in _table(tables, part, path, [])}
    faults += [
        replace(fault, file=path.name, entry=f"{ours[fault.entry]}.{fault.entry}")
        for fault in faults_in(changed)
        if fault.entry in ours
    ]
    if faults:
        raise KnowledgeError(faults)
    return changed


def _table(tables: dict[str, Any], part: str, path: Path, faults: list[KnowledgeFault]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    entries = tables.get(part, {})
    if not isinstance(entries, dict):
        faults.append(KnowledgeFault(path.name, part, "", "must be a table of entries"))
        return found
    for name, entry in entries.items():
        if isinstance(entry, dict):
            found[name] = entry
        else:
            faults.append(KnowledgeFault(path.name, f"{part}.{name}", "", "must be a table"))
    return found


def _care(
    knowledge: Knowledge, tables: dict[str, dict[str, Any]], file: str, faults: list[KnowledgeFault]
) -> dict[str, Care]:
    care = dict(knowledge.care)
    for name, table in tables.items():
        if name in care:
            entry = _changed_care(care[name], table, file, faults)
        else:
            entry = read_entry(Care, _own(name, table, file, f"care.{name}", faults), file, f"care.{name}", faults)
        if entry is not None:
            care[name] = entry
    return care


def _own(name: str, table: dict[str, Any], file: str, entry: str, faults: list[KnowledgeFault]) -> dict[str, Any]:
    """An entry of the clinic's own, with the source and grade that everything a protocol says has."""
    fixed = {"id": name, "sources": [CLINIC], "grade": "opinion", "review": NOT_REVIEWED}
    for field in sorted(fixed.keys() & table.keys()):
        faults.append(KnowledgeFault(file, entry, field, "is the same for all that a protocol says; leave it out"))
    return {**table, **fixed}


def _changed_care(rule: Care, table: dict[str, Any], file: str, faults: list[KnowledgeFault]) -> Care | None:
    entry = f"care.{rule.id}"
    for field in sorted(table.keys() - set(_CARE_FIELDS)):
        faults.append(KnowledgeFault(file, entry, field, f"cannot be changed here; {', '.join(_CARE_FIELDS)} can"))
    for field in ("from_day", "before_day") if rule.act == "resume" else ():
        if field in table:
            faults.append(
                KnowledgeFault(file, entry, field, "has no meaning in a rule about resuming; give resume_day")
            )
    values = {**rule.model_dump(by_alias=True), "sources": [CLINIC], "grade": "opinion", "disagreement": None}
    values |= {field: value for field, value in table.items() if field != "resume_day"}
    if "resume_day" in table:
        if type(table["resume_day"]) is not int:
            faults.append(KnowledgeFault(file, entry, "resume_day", "must be a whole number of days"))
            return None
        day = read_entry(Quantity, _clinic_day(table["resume_day"]), file, f"{entry}.resume_day", faults)
        if day is not None and (rule.act != "resume" or day.value < 0):
            problem = "must be 0 or more" if rule.act == "resume" else f"{rule.id} is not a rule about resuming"
            faults.append(KnowledgeFault(file, entry, "resume_day", problem))
        values |= {"earliest": day, "latest": day}
    return read_entry(Care, values, file, entry, faults)


def _clinic_day(day: Any) -> dict[str, Any]:
    return {"value": day, "unit": "days", "sources": [CLINIC], "grade": "opinion"}


def _rules(knowledge: Knowledge, tables: dict[str, Any], path: Path, faults: list[KnowledgeFault]) -> dict[str, Rule]:
    rules = dict(knowledge.rules)
    for name, table in _table(tables, "tighten", path, faults).items():
        entry, level = f"tighten.{name}", table.get("level")
        if name not in rules:
            faults.append(KnowledgeFault(path.name, entry, "", "no triage rule has this id"))
        elif set(table) != {"level"} or level not in LEVELS:
            faults.append(KnowledgeFault(path.name, entry, "level", f"give only a level: {', '.join(LEVELS)}"))
        elif LEVELS.index(level) < LEVELS.index(rules[name].level):
            faults.append(
                KnowledgeFault(
                    path.name, entry, "level", f"would weaken {name} from {rules[name].level}; it can only rise"
                )
            )
        else:
            sources = (*rules[name].sources, CLINIC)
            rules[name] = rules[name].model_copy(update={"level": level, "sources": sources})
    for name, table in _table(tables, "red_flags", path, faults).items():
        entry = f"red_flags.{name}"
        if name in rules:
            faults.append(
                KnowledgeFault(path.name, entry, "", "a triage rule has this id; a protocol cannot replace it")
            )
            continue
        rule = read_entry(Rule, _own(name, table, path.name, entry, faults), path.name, entry, faults)
        if rule is not None:
            rules[name] = rule
    return rules
