"""A translation laid over the English: texts by kind, entry and field, each with the hash of the English it translates.

    language = "de"
    [signs.erythema]
    name = { of = "6b2f1c9e", text = "Rötung" }
    [levels.same-day]
    "do.0" = { of = "…", text = "…" }
    [words]
    and = { of = "…", text = " und " }

Only texts can be translated: a level, a condition or a number cannot. A text whose English has changed since is a
fault, because a stale translation of medical advice must not be shown.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from needlecare.knowledge.check import faults_in
from needlecare.knowledge.faults import KnowledgeError, KnowledgeFault
from needlecare.knowledge.files import hashed, read_file
from needlecare.knowledge.model import Knowledge

_TEXTS = {
    "name", "looks", "deep_skin", "mild", "moderate", "severe", "question", "short", "yes", "no", "unit", "text",
    "note", "reason", "title", "first_line", "act_within", "do", "safety_net", "topic", "resume_text", "why",
    "disagreement", "everyday", "values",
}  # fmt: skip


def hash_of(english: str) -> str:
    """The first 8 hex digits of the SHA-256 of a text, as a translation cites it."""
    return hashlib.sha256(english.encode()).hexdigest()[:8]


def translated(knowledge: Knowledge, path: Path) -> Knowledge:
    """The knowledge with the texts of an overlay file. Raises KnowledgeError for unknown, stale or misplaced texts."""
    faults: list[KnowledgeFault] = []
    tables = read_file(path, path.name, faults)
    tables.pop("language", None)
    values = knowledge.model_dump(by_alias=True)
    for place, text in _texts(tables, ()):
        problem = _put(values, place, text)
        if problem:
            kind, *way, field = (*place[:2], ".".join(place[2:])) if len(place) > 2 else (*place, "")
            faults.append(KnowledgeFault(path.name, ".".join((kind, *way)), field, problem))
    if faults:
        raise KnowledgeError(faults)
    changed = Knowledge.model_validate({**values, "hash": hashed(knowledge.hash, path)})
    if found := faults_in(changed):
        raise KnowledgeError(
            [replace(fault, file=path.name, entry=f"{Path(fault.file).stem}.{fault.entry}") for fault in found]
        )
    return changed


def _texts(value: Any, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every translated text with its place; a field like "what_to_do.0.text" is a place of several steps."""
    if isinstance(value, dict) and not value.keys() & {"of", "text"}:
        for key, inner in value.items():
            yield from _texts(inner, (*place, *(key.split(".") if len(place) > 1 else (key,))))
    else:
        yield place, value


def _put(values: dict[str, Any], place: tuple[str, ...], text: Any) -> str | None:
    """Put one text in its place, or say what is wrong with it."""
    if not (
        isinstance(text, dict) and set(text) == {"of", "text"} and all(isinstance(v, str) and v for v in text.values())
    ):
        return "give `of`, the hash of the English, and `text`"
    *way, last = place
    target: Any = values
    for key in way:
        target = _inside(target, key)
    english = _inside(target, last)
    field = next((key for key in reversed(place) if not key.isdigit()), "")
    if not isinstance(english, str) or not (place[0] == "words" or field in _TEXTS or "values" in place[2:-1]):
        return "there is no English text here"
    if hash_of(english) != text["of"]:
        return f"the English has changed; its hash is now {hash_of(english)}"
    target[int(last) if isinstance(target, list) else last] = text["text"]
    return None


def _inside(target: Any, key: str) -> Any:
    """What stands under a key; a tuple is turned into a list in passing, so that its texts can be replaced."""
    if isinstance(target, list) and key.isdigit() and int(key) < len(target):
        return target[int(key)]
    if not isinstance(target, dict):
        return None
    if isinstance(target.get(key), tuple):
        target[key] = list(target[key])
    return target.get(key)
