"""The one loader: files → checked knowledge. Reports every fault at once, with file, entry and field."""

import hashlib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from needlecare.knowledge import cache
from needlecare.knowledge.check import faults_in
from needlecare.knowledge.faults import KnowledgeError, KnowledgeFault
from needlecare.knowledge.files import FOLDER, PHASES, TERMS, VERSION, WORDS, Tables, all_files, entries, read_tables
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

Entry = TypeVar("Entry", bound=BaseModel)
_KINDS: dict[str, type[BaseModel]] = {
    "sources": Source, "signs": Sign, "facts": Fact, "course": Course, "levels": LevelCard, "rules": Rule,
    "findings": Finding, "causes": Cause, "care": Care, "substances": Substance,
}  # fmt: skip


def load_knowledge(
    folder: Path | None = None, *, protocol: Path | None = None, translation: Path | None = None
) -> Knowledge:
    """The knowledge in a folder (by default the one shipped), overlaid by a translation and a clinic's protocol.

    Raises KnowledgeError with every fault in every file. A protocol may add and tighten; where it would weaken
    or remove a red flag, that is a fault.
    """
    folder = folder or FOLDER
    knowledge = cache.get(folder, lambda: _load(folder))
    if translation is not None:
        from needlecare.knowledge.translate import translated

        knowledge = translated(knowledge, translation)
    if protocol is not None:
        from needlecare.knowledge.protocol import overlaid

        knowledge = overlaid(knowledge, protocol)
    return knowledge


def _load(folder: Path) -> Knowledge:
    tables, faults = read_tables(folder)
    terms = tables.get(TERMS, {})
    tables = {name: with_terms(table, terms, name, faults) for name, table in tables.items()}
    parts: dict[str, Any] = {kind: _read_kind(kind, model, tables, faults) for kind, model in _KINDS.items()}
    parts["phases"] = read_entry(Phases, tables.get(PHASES, {}), PHASES, "", faults)
    parts["words"] = {str(key): str(value) for key, value in tables.get(WORDS, {}).items()}
    if faults:
        raise KnowledgeError(faults)
    parts["review"] = review_of(*(parts[kind] for kind in ("rules", "causes", "care")))
    knowledge = Knowledge.model_construct(version=VERSION, hash=_hash(folder), **parts)
    if found := faults_in(knowledge):
        raise KnowledgeError(found)
    return knowledge


def _read_kind(
    kind: str, model: type[BaseModel], tables: dict[str, Tables], faults: list[KnowledgeFault]
) -> dict[str, BaseModel]:
    read: dict[str, BaseModel] = {}
    for file, entry, table in entries(kind, tables):
        if entry in read:
            faults.append(KnowledgeFault(file, entry, "", "this id stands twice"))
        value = read_entry(model, table, file, entry, faults)
        if value is not None:
            read[entry] = value
    return read


def read_entry(model: type[Entry], table: Any, file: str, entry: str, faults: list[KnowledgeFault]) -> Entry | None:
    """One entry as its model, or None with its faults added to the list."""
    try:
        return model.model_validate(table)
    except ValidationError as error:
        for item in error.errors(include_url=False):
            field = ".".join(str(part) for part in item["loc"])
            faults.append(KnowledgeFault(file, entry, field, item["msg"]))
        return None


def _hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in all_files(folder):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
