"""Which file holds which kind of entry, and how a file becomes tables. Reads files; knows nothing of what they mean."""

import tomllib
from pathlib import Path
from typing import Any

from needlecare.knowledge.faults import KnowledgeFault

FOLDER = Path(__file__).parent
Tables = dict[str, Any]
VERSION = "2026.11"

# One file of many entries, each under its id
REGISTERS = {
    "sources": "sources.toml",
    "signs": "signs.toml",
    "facts": "facts.toml",
    "levels": "triage/levels.toml",
    "findings": "causes/findings.toml",
    "substances": "substances.toml",
}
ONE_A_FILE = ("course", "causes")
TERMS = "triage/terms.toml"
PHASES = "course/phases.toml"
WORDS_FILE = "words.toml"
INGREDIENTS = "ingredients/"
_NOT_ENTRIES = {*REGISTERS.values(), TERMS, PHASES, WORDS_FILE}


def all_files(folder: Path) -> list[Path]:
    """Every knowledge file below a folder, in a fixed order."""
    return sorted((*folder.rglob("*.toml"), *folder.rglob("*.csv")))


def read_tables(folder: Path) -> tuple[dict[str, Tables], list[KnowledgeFault]]:
    """Each file's tables under its name relative to the folder, and the faults of the files that cannot be read."""
    tables: dict[str, Tables] = {}
    faults: list[KnowledgeFault] = []
    for path in all_files(folder):
        name = path.relative_to(folder).as_posix()
        if not name.startswith(INGREDIENTS):  # these have a loader of their own
            tables[name] = read_file(path, name, faults)
    for name in sorted(_NOT_ENTRIES - tables.keys()):
        faults.append(KnowledgeFault(name, "", "", "the file is missing"))
    return tables, faults


def read_file(path: Path, name: str, faults: list[KnowledgeFault]) -> Tables:
    """The tables of one TOML file; empty, with a fault added, where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        faults.append(KnowledgeFault(name, "", "", "the file is missing"))
        return {}
    except (ValueError, RecursionError, OSError) as error:
        faults.append(KnowledgeFault(name, "", "", f"cannot be read: {error}"))
        return {}


def hashed(base: str, path: Path) -> str:
    """The hash of knowledge with a file laid over it: 16 hex digits of a SHA-256."""
    import hashlib  # not for those that find the knowledge ready

    return hashlib.sha256(base.encode() + b"\0" + path.read_bytes()).hexdigest()[:16]


def entries(kind: str, tables: dict[str, Tables]) -> list[tuple[str, str, Any]]:
    """The entries of one kind as (file, id, table). Course and causes keep one entry a file, named like its id."""
    if kind in REGISTERS:
        name = REGISTERS[kind]
        found = tables.get(name, {}).items()
        return [(name, entry, _with_id(entry, table) if kind == "findings" else table) for entry, table in found]
    folder = {"course": "course/", "causes": "causes/", "rules": "triage/", "care": "care/"}[kind]
    files = [name for name in tables if name.startswith(folder) and name not in _NOT_ENTRIES]
    if kind in ONE_A_FILE:
        return [(name, str(tables[name].get("id", "")), tables[name]) for name in files]
    return [(name, entry, _with_id(entry, table)) for name in files for entry, table in tables[name].items()]


def _with_id(entry: str, table: Any) -> Any:
    return {"id": entry, **table} if isinstance(table, dict) else table
