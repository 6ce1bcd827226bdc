"""A copy of the knowledge folder, and ways to break it."""

import shutil
from pathlib import Path

from needlecare import load_knowledge
from needlecare.knowledge.faults import KnowledgeError
from needlecare.knowledge.files import FOLDER


def a_copy(place: Path) -> Path:
    """A copy of the shipped knowledge files."""
    folder = place / "knowledge"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder


def replace(folder: Path, file: str, old: str, new: str) -> None:
    """Put new text in place of old text, once."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} does not hold {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def append(folder: Path, file: str, text: str) -> None:
    """Put text at the end of a file."""
    with (folder / file).open("a", encoding="utf-8") as opened:
        opened.write("\n" + text)


def faults_of(folder: Path) -> list[str]:
    """Every fault that loading a folder reports, as it is printed."""
    try:
        load_knowledge(folder)
    except KnowledgeError as error:
        return [str(fault) for fault in error.faults]
    return []


def protocol_faults(path: Path) -> list[str]:
    """Every fault that laying a protocol over the shipped knowledge reports."""
    try:
        load_knowledge(protocol=path)
    except KnowledgeError as error:
        return [str(fault) for fault in error.faults]
    return []
