"""The one loader: files → checked knowledge. Reports every fault at once, with file, entry and field."""

import pickle
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from needlecare.knowledge import cache
from needlecare.knowledge.entry import read_entry
from needlecare.knowledge.faults import KnowledgeError, KnowledgeFault
from needlecare.knowledge.files import (
    FOLDER,
    INGREDIENTS,
    ONE_A_FILE,
    PHASES,
    TERMS,
    VERSION,
    WORDS_FILE,
    Tables,
    all_files,
    entries,
    read_tables,
)
from needlecare.knowledge.model import (
    Care,
    Cause,
    Course,
    Fact,
    Finding,
    Knowledge,
    LevelCard,
    Phases,
    Rule,
    Sign,
    Source,
    Substance,
)  # fmt: skip
from needlecare.knowledge.review import review_of
from needlecare.knowledge.terms import with_terms

_KINDS: dict[str, type[BaseModel]] = {
    "sources": Source, "signs": Sign, "facts": Fact, "course": Course, "levels": LevelCard, "rules": Rule,
    "findings": Finding, "causes": Cause, "care": Care, "substances": Substance,
}  # fmt: skip


_REVIEWED = ("signs", "course", "levels", "rules", "findings", "causes", "care", "substances")


def load_knowledge(
    folder: Path | None = None, *, protocol: Path | None = None, translation: Path | None = None
) -> Knowledge:
    """The knowledge in a folder (by default the one shipped), overlaid by a translation and a clinic's protocol.

    Raises KnowledgeError with every fault in every file. A protocol may add and tighten; where it would weaken
    or remove a red flag, that is a fault.
    """
    folder = folder or FOLDER
    knowledge: Knowledge = cache.get(cache.WITH_MODELS, folder, lambda: _load(folder))
    if translation is not None:
        from needlecare.knowledge.translate import translated

        knowledge = translated(knowledge, translation)
    if protocol is not None:
        from needlecare.knowledge.protocol import overlaid

        knowledge = overlaid(knowledge, protocol)
    return knowledge


def check_shipped() -> Knowledge:
    """The shipped knowledge, read and checked anew; keeps the cache fresh. Raises KnowledgeError."""
    knowledge = _load(FOLDER)
    cache.keep(cache.WITH_MODELS, knowledge)
    return knowledge


def _load(folder: Path) -> Knowledge:
    from needlecare.knowledge.check import faults_in  # what only reading anew needs
    from needlecare.knowledge.ingredients.classes import read_classes
    from needlecare.knowledge.ingredients.load import read_ingredients

    tables, faults = read_tables(folder)
    terms = tables.get(TERMS, {})
    tables = {name: with_terms(table, terms, name, faults) for name, table in tables.items()}
    parts: dict[str, Any] = {kind: _read_kind(kind, model, tables, faults) for kind, model in _KINDS.items()}
    parts["phases"] = read_entry(Phases, tables.get(PHASES, {}), PHASES, "", faults)
    parts["words"] = {str(key): str(value) for key, value in tables.get(WORDS_FILE, {}).items()}
    classes = read_classes(folder / INGREDIENTS, parts["sources"], faults)
    ingredients = read_ingredients(folder / INGREDIENTS, classes, parts["sources"], faults)
    if faults:
        raise KnowledgeError(faults)
    parts["packed_ingredients"] = pickle.dumps(ingredients, pickle.HIGHEST_PROTOCOL)
    parts["packed_classes"] = pickle.dumps(classes, pickle.HIGHEST_PROTOCOL)
    parts["review"] = review_of(classes, *(parts[kind] for kind in _REVIEWED))
    knowledge = Knowledge.model_construct(version=VERSION, hash=_hash(folder), **parts)
    if found := faults_in(knowledge):
        files = {(kind, entry): file for kind in _KINDS for file, entry, _ in entries(kind, tables)}
        raise KnowledgeError([replace(fault, file=files.get((fault.file, fault.entry), fault.file)) for fault in found])
    return knowledge


def _read_kind(
    kind: str, model: type[BaseModel], tables: dict[str, Tables], faults: list[KnowledgeFault]
) -> dict[str, BaseModel]:
    read: dict[str, BaseModel] = {}
    for file, entry, table in entries(kind, tables):
        if entry in read:
            faults.append(KnowledgeFault(file, entry, "", "this id stands twice"))
        if kind in ONE_A_FILE and file != f"{kind}/{entry}.toml":
            faults.append(KnowledgeFault(file, entry, "id", f"the file must be named like its id: {kind}/{entry}.toml"))
        value = read_entry(model, table, file, entry, faults)
        if value is not None:
            read[entry] = value
    return read


def _hash(folder: Path) -> str:
    import hashlib  # not for those that find the knowledge ready

    digest = hashlib.sha256()
    for path in all_files(folder):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
