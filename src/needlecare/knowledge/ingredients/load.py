"""The one loader of ingredients: files → checked tables, kept ready for the next start."""

import hashlib
from pathlib import Path
from typing import Any, cast

from needlecare.knowledge import cache
from needlecare.knowledge.ingredients.model import Cited, Families, Ingredients, Words

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
    from needlecare.knowledge.ingredients.classes import read_classes
    from needlecare.knowledge.model import Source

    faults: list[KnowledgeFault] = []
    sources = {
        name: Source(**entry)
        for name, entry in read_file(FOLDER.parent / "sources.toml", "sources.toml", faults).items()
    }
    found = read_ingredients(FOLDER, read_classes(FOLDER, sources, faults), sources, faults)
    if faults:
        raise KnowledgeError(faults)
    return found


def read_ingredients(
    folder: Path, classes: "dict[str, ConcernEntry]", sources: "dict[str, Source]", faults: "list[KnowledgeFault]"
) -> Ingredients:
    """The ingredients of a folder with its classes, every fault added to `faults`."""
    from needlecare.knowledge.check_words import phrase_faults
    from needlecare.knowledge.files import VERSION, read_file
    from needlecare.knowledge.ingredients.classes import cited_by, concern_of
    from needlecare.knowledge.ingredients.names import read_names, read_plants, vocabulary
    from needlecare.knowledge.ingredients.schema import PHRASES, FamilyLists, WordLists
    from needlecare.knowledge.model import NOT_REVIEWED

    before = len(faults)
    phrases = read_file(folder / "phrases.toml", "ingredients/phrases.toml", faults)
    if len(faults) == before:
        faults += phrase_faults("ingredients/phrases.toml", phrases, PHRASES)
    concerns = {name: concern_of(entry) for name, entry in classes.items()}
    rows, exact, synonyms = read_names(folder, concerns, sources, faults)
    families: Families = _lists(Families, FamilyLists, folder, "families.toml", faults)
    plants = read_plants(folder, families, sources, faults)
    cited = {source for row in rows for source in row.sources if source in sources}
    cited |= {source for entry in classes.values() for source in cited_by(entry)}
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


def _lists(kind: Any, schema: Any, folder: Path, name: str, faults: "list[KnowledgeFault]") -> Any:
    from needlecare.knowledge.ingredients.classes import read_whole

    entry = read_whole(schema, folder, name, "", faults)
    fields = cast("tuple[str, ...]", kind._fields)
    sets = {name for name, type_ in kind.__annotations__.items() if "frozenset" in str(type_)}
    read = {name: getattr(entry, name, ()) for name in fields}
    return kind(**{name: frozenset(value) if name in sets else value for name, value in read.items()})


def _hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted((*folder.rglob("*.toml"), *folder.rglob("*.csv"))):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
