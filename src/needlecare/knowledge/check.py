"""What no single entry can tell: whether the entries fit together. Every fault found, none raised."""

from collections.abc import Iterator

from needlecare.knowledge.check_concerns import concern_faults
from needlecare.knowledge.check_conditions import condition_faults, monotone_faults
from needlecare.knowledge.check_course import course_faults
from needlecare.knowledge.check_words import word_faults
from needlecare.knowledge.claims import carried, graded
from needlecare.knowledge.faults import KnowledgeFault
from needlecare.knowledge.model import Graded, Knowledge
from needlecare.knowledge.vocabulary import LEVELS, SIGNS, CareId, CountId, HistoryId, MedicineId


def faults_in(knowledge: Knowledge) -> list[KnowledgeFault]:
    """Every fault of knowledge whose entries are each well formed."""
    return [
        *_vocabulary_faults(knowledge),
        *word_faults(knowledge),
        *_source_faults(knowledge),
        *condition_faults(knowledge),
        *monotone_faults(knowledge.rules),
        *course_faults(knowledge),
        *_cause_faults(knowledge),
        *_care_faults(knowledge),
        *_substance_faults(knowledge),
        *concern_faults(knowledge),
    ]


def _vocabulary_faults(knowledge: Knowledge) -> Iterator[KnowledgeFault]:
    from typing import get_args

    facts = {
        f"{group}.{name}"
        for group, names in (("history", HistoryId), ("medicines", MedicineId), ("care", CareId), ("count", CountId))
        for name in get_args(names)
    }
    expected: dict[str, set[str]] = {"signs": set(SIGNS), "levels": set(LEVELS), "facts": facts}
    for kind, ids in expected.items():
        have = set(getattr(knowledge, kind))
        have = {key for key in have if "." in key} if kind == "facts" else have
        for name in sorted(ids - have):
            yield KnowledgeFault(kind, name, "", "has no entry")
        for name in sorted(have - ids):
            yield KnowledgeFault(kind, name, "", "is not in the vocabulary")


def _source_faults(knowledge: Knowledge) -> Iterator[KnowledgeFault]:
    used: set[str] = set()
    for kind in ("signs", "course", "rules", "findings", "causes", "care", "substances"):
        for entry, value in getattr(knowledge, kind).items():
            for item in graded(value):
                used.update(item.sources)
                yield from _citation_faults(knowledge, kind, entry, item)
    for item in graded(knowledge.phases):
        used.update(item.sources)
        yield from _citation_faults(knowledge, "phases", "", item)
    used.update(knowledge.ingredients.sources)
    for source in sorted(knowledge.sources.keys() - used):
        yield KnowledgeFault("sources.toml", source, "", "no entry cites this source")


def _citation_faults(knowledge: Knowledge, kind: str, entry: str, item: Graded) -> Iterator[KnowledgeFault]:
    known = [knowledge.sources[source] for source in item.sources if source in knowledge.sources]
    for source in item.sources:
        if source not in knowledge.sources:
            yield KnowledgeFault(kind, entry, "sources", f"cites {source!r}, which is not in sources.toml")
    if not carried(item.grade, known):
        cited = ", ".join(item.sources)
        yield KnowledgeFault(kind, entry, "grade", f'"{item.grade}" is more than its sources carry ({cited})')


def _cause_faults(knowledge: Knowledge) -> Iterator[KnowledgeFault]:
    linked = set()
    for name, cause in knowledge.causes.items():
        numbers = [("prior", cause.prior), *((f"links.{link.finding}", link) for link in cause.links)]
        for field, number in numbers:
            if number.unit != "probability" or not 0 < number.value < 1:
                yield KnowledgeFault("causes", name, field, "must be a probability between 0 and 1, ends excluded")
        for modifier in cause.modifiers:
            if modifier.odds.unit != "odds ratio" or modifier.odds.value <= 0:
                yield KnowledgeFault("causes", name, "modifiers", "must be an odds ratio above 0")
        findings = [link.finding for link in cause.links]
        linked.update(findings)
        for finding in sorted({finding for finding in findings if findings.count(finding) > 1}):
            yield KnowledgeFault("causes", name, "links", f"links {finding!r} twice")
        for finding in findings:
            if finding not in knowledge.findings:
                yield KnowledgeFault("causes", name, "links", f"links {finding!r}, which is not in findings.toml")
    for name, finding_entry in knowledge.findings.items():
        if not 0 < finding_entry.leak.value < 1:
            yield KnowledgeFault("findings", name, "leak", "must be a probability between 0 and 1, ends excluded")
        if name not in linked:
            yield KnowledgeFault("findings", name, "", "no cause links this finding")


def _care_faults(knowledge: Knowledge) -> Iterator[KnowledgeFault]:
    for name, care in knowledge.care.items():
        if care.earliest and care.latest and care.earliest.value > care.latest.value:
            yield KnowledgeFault("care", name, "latest", "lies before `earliest`")
        if care.before_day is not None and care.before_day <= care.from_day:
            yield KnowledgeFault("care", name, "before_day", "must be later than `from_day`")
        for field in ("for_causes", "held_by_causes"):
            for cause in getattr(care, field):
                if cause not in knowledge.causes:
                    yield KnowledgeFault("care", name, field, f"names {cause!r}, which is not a cause")


def _substance_faults(knowledge: Knowledge) -> Iterator[KnowledgeFault]:
    owner: dict[str, str] = {}
    for name, substance in knowledge.substances.items():
        for word in substance.words:
            if word != word.lower().strip():
                yield KnowledgeFault("substances", name, "words", f"{word!r} must be lower case, without outer space")
            if owner.setdefault(word, name) != name:
                yield KnowledgeFault("substances", name, "words", f"{word!r} belongs to {owner[word]} already")
