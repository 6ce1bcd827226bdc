"""The one loader of ingredients: files → checked tables, kept ready for the next start."""

import hashlib
from pathlib import Path
from typing import Any, cast

from needlecare.knowledge import cache
from needlecare.knowledge.ingredients.model import (
    DEEPEST_MM,
    Cited,
    Concern,
    Days,
    Families,
    Ingredients,
    Kind,
    People,
    Words,
)  # fmt: skip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from needlecare.knowledge.faults import KnowledgeFault
    from needlecare.knowledge.ingredients.schema import ConcernEntry
    from needlecare.knowledge.model import Source

FOLDER = Path(__file__).parent


def load_ingredients() -> Ingredients:
    """The ingredients that are shipped. Raises KnowledgeError with every fault in every file."""
    found: Ingredients = cache.get("ingredients", FOLDER, _load_shipped)
    return found


def _load_shipped() -> Ingredients:
    from needlecare.knowledge.faults import KnowledgeError, KnowledgeFault
    from needlecare.knowledge.files import read_file
    from needlecare.knowledge.model import Source

    faults: list[KnowledgeFault] = []
    sources = {
        name: Source(**entry)
        for name, entry in read_file(FOLDER.parent / "sources.toml", "sources.toml", faults).items()
    }
    found = read_ingredients(FOLDER, sources, faults)
    if faults:
        raise KnowledgeError(faults)
    return found


def read_ingredients(folder: Path, sources: "dict[str, Source]", faults: "list[KnowledgeFault]") -> Ingredients:
    """The ingredients of a folder, every fault added to `faults`."""
    from needlecare.knowledge.files import VERSION, read_file
    from needlecare.knowledge.ingredients.names import read_names, read_plants, vocabulary
    from needlecare.knowledge.ingredients.schema import FamilyLists, WordLists
    from needlecare.knowledge.model import NOT_REVIEWED

    entries = _concern_entries(folder, faults)
    phrases = read_file(folder / "phrases.toml", "ingredients/phrases.toml", faults)
    concerns = {name: _concern(entry) for name, entry in entries.items()}
    _check_sources(entries, sources, faults)
    rows, exact, synonyms = read_names(folder, concerns, frozenset(sources), faults)
    plants = read_plants(folder, faults)
    families: Families = _lists(Families, FamilyLists, folder, "families.toml", faults)
    cited = {source for row in rows for source in row.sources if source in sources}
    cited |= {source for entry in entries.values() for source in _all_sources(entry)}
    return Ingredients(
        version=VERSION,
        hash=_hash(folder),
        review=NOT_REVIEWED,
        rows=rows,
        exact=exact,
        synonyms=synonyms,
        plants=plants,
        vocabulary=vocabulary(rows, plants, families),
        concerns=concerns,
        words=_lists(Words, WordLists, folder, "reading.toml", faults),
        families=families,
        sources={name: Cited(source.cite, source.link) for name, source in sources.items() if name in cited},
        phrases={name: str(text) for name, text in phrases.items()},
    )


def _concern_entries(folder: Path, faults: "list[KnowledgeFault]") -> "dict[str, ConcernEntry]":
    from needlecare.knowledge.entry import read_entry
    from needlecare.knowledge.faults import KnowledgeFault
    from needlecare.knowledge.files import read_file
    from needlecare.knowledge.ingredients.schema import CONCERNS, ConcernEntry

    found: dict[str, ConcernEntry] = {}
    for name in CONCERNS:
        file = f"ingredients/concerns/{name}.toml"
        entry = read_entry(
            ConcernEntry, read_file(folder / "concerns" / f"{name}.toml", file, faults), file, name, faults
        )
        if entry is not None:
            found[name] = entry
            if entry.id != name:
                faults.append(KnowledgeFault(file, name, "id", "the file must be named like its id"))
    return found


def _concern(entry: "ConcernEntry") -> Concern:
    return Concern(
        id=entry.id, name=entry.name, belongs=entry.belongs, excludes=entry.not_, why=entry.why, instead=entry.instead,
        care=entry.care, trace=entry.trace, disagreement=entry.disagreement, grade=entry.grade, sources=entry.sources,
        days=tuple(
            Days(band.from_mm, band.below_mm or DEEPEST_MM * 10, band.leave_on, band.rinse_off) for band in entry.days
        ),
        kinds={name: Kind(**kind.model_dump()) for name, kind in entry.kinds.items()},
        people=tuple(People(people.who, people.effect, people.text, people.until) for people in entry.people),
        includes=entry.includes,
        least_grade=entry.least_grade,
    )  # fmt: skip


def _check_sources(
    entries: "dict[str, ConcernEntry]", sources: "dict[str, Source]", faults: "list[KnowledgeFault]"
) -> None:
    """Every source of a class must exist and carry its grade."""
    from needlecare.knowledge.claims import carried, graded
    from needlecare.knowledge.faults import KnowledgeFault

    for name, entry in entries.items():
        file = f"ingredients/concerns/{name}.toml"
        for claim in graded(entry):
            for source in set(claim.sources) - sources.keys():
                faults.append(KnowledgeFault(file, name, "sources", f"cites {source!r}, which is not in sources.toml"))
            if not carried(claim.grade, [sources[source] for source in claim.sources if source in sources]):
                faults.append(KnowledgeFault(file, name, "grade", f'"{claim.grade}" is more than its sources carry'))


def _all_sources(entry: "ConcernEntry") -> set[str]:
    from needlecare.knowledge.claims import graded

    return {source for claim in graded(entry) for source in claim.sources}


def _lists(kind: Any, schema: Any, folder: Path, name: str, faults: "list[KnowledgeFault]") -> Any:
    from needlecare.knowledge.entry import read_entry
    from needlecare.knowledge.files import read_file

    file = f"ingredients/{name}"
    table = read_file(folder / name, file, faults)
    entry = read_entry(schema, table, file, "", faults)
    fields = cast("tuple[str, ...]", kind._fields)
    sets = {name for name, type_ in kind.__annotations__.items() if "frozenset" in str(type_)}
    read = {name: getattr(entry, name, ()) for name in fields}
    return kind(**{name: frozenset(value) if name in sets else value for name, value in read.items()})


def _hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted((*folder.rglob("*.toml"), *folder.rglob("*.csv"))):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
