"""A translation laid over the English: texts by kind, entry and field, each with the hash of the English it translates.

    language = "de"
    [signs.erythema]
    name = { of = "6b2f1c9e", text = "Rötung" }
    [causes.milia]
    "what_to_do.0.text" = { of = "…", text = "…" }

A text whose English has changed since is a fault: a stale translation of medical advice must not be shown.
"""

import hashlib
from pathlib import Path
from typing import Any

from needlecare.knowledge.faults import KnowledgeError, KnowledgeFault
from needlecare.knowledge.files import read_file
from needlecare.knowledge.model import Knowledge


def hash_of(english: str) -> str:
    """The first 8 hex digits of the SHA-256 of a text, as a translation cites it."""
    return hashlib.sha256(english.encode()).hexdigest()[:8]


def translated(knowledge: Knowledge, path: Path) -> Knowledge:
    """The knowledge with the texts of an overlay file. Raises KnowledgeError for unknown, stale or empty texts."""
    faults: list[KnowledgeFault] = []
    tables = read_file(path, path.name, faults)
    tables.pop("language", None)
    values = knowledge.model_dump(by_alias=True)
    for kind, entries in tables.items():
        for entry, fields in entries.items() if isinstance(entries, dict) else ():
            for field, text in fields.items() if isinstance(fields, dict) else ():
                problem = _put(values.get(kind), (entry, *field.split(".")), text)
                if problem:
                    faults.append(KnowledgeFault(path.name, f"{kind}.{entry}", field, problem))
    if faults:
        raise KnowledgeError(faults)
    return Knowledge.model_validate(values)


def _put(target: Any, keys: tuple[str, ...], text: Any) -> str | None:
    if not (
        isinstance(text, dict) and set(text) == {"of", "text"} and all(isinstance(v, str) and v for v in text.values())
    ):
        return "give `of`, the hash of the English, and `text`"
    *way, last = keys
    for key in way:
        target = _inside(target, key)
    english = _inside(target, last)
    if not isinstance(english, str):
        return "there is no English text here"
    if hash_of(english) != text["of"]:
        return f"the English has changed; its hash is now {hash_of(english)}"
    if isinstance(target, tuple):
        return "a text inside a list must be named by its field"
    target[last] = text["text"]
    return None


def _inside(target: Any, key: str) -> Any:
    if isinstance(target, dict):
        return target.get(key)
    if isinstance(target, tuple | list) and key.isdigit() and int(key) < len(target):
        return target[int(key)]
    return None
