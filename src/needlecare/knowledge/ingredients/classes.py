"""concerns/*.toml → the concern classes, with every fault told by file, entry and field."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from needlecare.knowledge.claims import carried, graded
from needlecare.knowledge.entry import read_entry
from needlecare.knowledge.faults import KnowledgeFault
from needlecare.knowledge.files import read_file
from needlecare.knowledge.ingredients.model import DEEPEST_MM, Concern, Days, Kind, People
from needlecare.knowledge.ingredients.schema import CONCERNS, ConcernEntry
from needlecare.knowledge.model import Source

Entry = TypeVar("Entry", bound=BaseModel)


def read_classes(folder: Path, sources: dict[str, Source], faults: list[KnowledgeFault]) -> dict[str, ConcernEntry]:
    """Every class as it is written. One that cannot be used is left out, its faults added."""
    found: dict[str, ConcernEntry] = {}
    for name in CONCERNS:
        entry = read_whole(ConcernEntry, folder, f"concerns/{name}.toml", name, faults)
        if entry is not None:
            found[name] = entry
            file = f"ingredients/concerns/{name}.toml"
            if entry.id != name:
                faults.append(KnowledgeFault(file, name, "id", "the file must be named like its id"))
            _check_sources(entry, file, sources, faults)
    for path in sorted((folder / "concerns").glob("*.toml")):
        if path.stem not in CONCERNS:
            told = f"there is no class of this id; there are: {', '.join(CONCERNS)}"
            faults.append(KnowledgeFault(f"ingredients/concerns/{path.name}", "", "", told))
    return found


def read_whole(model: type[Entry], folder: Path, name: str, entry: str, faults: list[KnowledgeFault]) -> Entry | None:
    """One file as its model; where it cannot be read at all, that is the one fault told of it."""
    file = f"ingredients/{name}"
    told = len(faults)
    table = read_file(folder / name, file, faults)
    return read_entry(model, table, file, entry, faults) if len(faults) == told else None


def concern_of(entry: ConcernEntry) -> Concern:
    """A class as the plain value that labels are judged with."""
    return Concern(
        id=entry.id, name=entry.name, belongs=entry.belongs, excludes=entry.not_, why=entry.why, instead=entry.instead,
        care=entry.care, trace=entry.trace, disagreement=entry.disagreement, grade=entry.grade, sources=entry.sources,
        days=tuple(
            Days(band.from_mm, band.below_mm or DEEPEST_MM * 10, band.leave_on, band.rinse_off) for band in entry.days
        ),
        kinds={name: Kind(**kind.model_dump()) for name, kind in entry.kinds.items()},
        people=tuple(
            People(people.who, people.effect, people.text, people.until, people.if_unknown) for people in entry.people
        ),
        includes=entry.includes,
        least_grade=entry.least_grade,
    )  # fmt: skip


def cited_by(entry: ConcernEntry) -> set[str]:
    """Every source that a class or anything in it cites."""
    return {source for claim in graded(entry) for source in claim.sources}


def _check_sources(entry: ConcernEntry, file: str, sources: dict[str, Source], faults: list[KnowledgeFault]) -> None:
    """Every source of a class must exist and carry its grade."""
    for claim in graded(entry):
        for source in set(claim.sources) - sources.keys():
            faults.append(KnowledgeFault(file, entry.id, "sources", f"cites {source!r}, which is not in sources.toml"))
        if not carried(claim.grade, [sources[source] for source in claim.sources if source in sources]):
            faults.append(KnowledgeFault(file, entry.id, "grade", f'"{claim.grade}" is more than its sources carry'))
