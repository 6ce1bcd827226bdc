"""The manual's chapter on sources: each one in full, what was read of it, and which entries cite it."""

from collections import Counter
from functools import lru_cache

from needlecare.export.manual_citation import card, cited
from needlecare.export.manual_markdown import blocks, escaped, labelled, link
from needlecare.knowledge.model import Knowledge

_READ = {"abstract": "abstract or opening", "excerpt": "excerpt", "none": "not read; known from other sources"}
_KINDS = ("rules", "course", "causes", "findings", "care", "signs", "substances", "classes")


def chapter(knowledge: Knowledge) -> str:
    """Every source, by its id."""
    said = (
        "A source's grade is the most that it can carry. “Read” says what was read of it; most were not read in full, "
        "so check the original before you rely on a number."
    )
    return blocks("## 8 Sources", said, *(entry(key, knowledge) for key in sorted(knowledge.sources)))


def entry(key: str, knowledge: Knowledge) -> str | None:
    """One source and the entries that cite it."""
    source = knowledge.sources.get(key)
    if source is None:
        return None
    ids = {"DOI": source.doi, "PubMed": source.pmid, "PMC": source.pmc, "in print or elsewhere": source.locator}
    found = ", ".join(f"{name} {value}" for name, value in ids.items() if value)
    return blocks(
        f"### Source: {escaped(key)}",
        link(source.cite, source.link),
        labelled("Title", source.title) if source.title else None,
        card(key, source.kind.replace("_", " "), f"carries at most: {source.grade}", f"read: {_READ[source.read]}"),
        labelled("Found at", found) if found else None,
        labelled("Cited by", _listed(_cited_by(knowledge).get(key, {}))),
    )


@lru_cache(maxsize=4)
def _cited_by(knowledge: Knowledge) -> dict[str, dict[str, list[str]]]:
    """For each source the ids of the entries that cite it, by their kind."""
    found: dict[str, dict[str, list[str]]] = {}
    entries = [(kind, name, value) for kind in _KINDS for name, value in getattr(knowledge, kind).items()]
    for kind, name, value in (*entries, ("course", "phases", knowledge.phases)):
        for key in cited(value):
            found.setdefault(key, {}).setdefault(kind, []).append(name)
    names = Counter(key for row in knowledge.ingredients.rows for key in row.sources)
    for key, count in names.items():
        found.setdefault(key, {})["names of ingredients"] = [f"{count:,}"]
    return found


def _listed(found: dict[str, list[str]]) -> str:
    return "; ".join(f"{kind}: {', '.join(names)}" for kind, names in found.items()) or "no entry"
