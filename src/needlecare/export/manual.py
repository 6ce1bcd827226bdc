"""The whole knowledge as one Markdown document for the clinician who reviews it, and its sections by id."""

from collections.abc import Callable

from needlecare.export import (
    manual_care,
    manual_causes,
    manual_course,
    manual_ingredients,
    manual_register,
    manual_triage,
)
from needlecare.export import manual_vocabulary as vocabulary
from needlecare.export.capital import capital
from needlecare.export.manual_citation import grade_counts
from needlecare.export.manual_markdown import blocks, bullets, escaped, table
from needlecare.knowledge.model import Knowledge

_GRADES = {
    "trial": "a trial, or a systematic review, says so",
    "series": "a cohort, a case series or a laboratory study says so",
    "report": "single cases, or a single laboratory report, say so",
    "opinion": "clinics, makers, authorities or experts say so; nobody has measured it",
    "estimate": "our own careful choice; the sources that stand with it are what it leans on, they do not show it",
}

_CHAPTERS = (
    "How to read it", "1 Triage", "2 Expected course", "3 Causes", "4 Aftercare", "5 Signs and other facts",
    "6 Substances", "7 Ingredients", "8 Sources",
)  # fmt: skip

# In the order of the manual; an id may stand in several.
_ENTRIES: tuple[Callable[[str, Knowledge], str | None], ...] = (
    manual_triage.level_entry,
    manual_triage.entry,
    manual_course.entry,
    manual_course.phases_entry,
    manual_causes.entry,
    manual_causes.finding_entry,
    manual_care.entry,
    vocabulary.sign_entry,
    vocabulary.fact_entry,
    vocabulary.substance_entry,
    manual_ingredients.entry,
    manual_register.entry,
)


def manual(knowledge: Knowledge) -> str:
    """The manual: how to read it, then triage, course, causes, aftercare, vocabulary, ingredients and sources."""
    parts = (
        _front(knowledge),
        _how_to_read(knowledge),
        manual_triage.chapter(knowledge),
        manual_course.chapter(knowledge),
        manual_causes.chapter(knowledge),
        manual_care.chapter(knowledge),
        vocabulary.signs_chapter(knowledge),
        vocabulary.substances_chapter(knowledge),
        manual_ingredients.chapter(knowledge),
        manual_register.chapter(knowledge),
    )
    return blocks(*parts) + "\n"


def section(knowledge: Knowledge, key: str) -> str | None:
    """What the manual says under an id of whatever kind, all of it where several kinds share it; None if unknown."""
    found = [text for entry in _ENTRIES if (text := entry(key, knowledge))]
    return blocks(*found) + "\n" if found else None


def section_ids(knowledge: Knowledge) -> list[str]:
    """Every id that has a section, sorted."""
    kinds = (
        "levels",
        "rules",
        "course",
        "causes",
        "findings",
        "care",
        "signs",
        "facts",
        "substances",
        "classes",
        "sources",
    )
    ids = {key for kind in kinds for key in getattr(knowledge, kind)}
    return sorted({*ids, "phases", *manual_course.PHASES})


def _front(knowledge: Knowledge) -> str:
    clinic = knowledge.clinic
    overlay = None
    if clinic:
        version = f", version {clinic.protocol_version}" if clinic.protocol_version else ""
        overlay = f"With the protocol of {escaped(clinic.name)}{escaped(version)}."
    return blocks(
        "# Needlecare: the clinician's manual",
        f"**{escaped(capital(knowledge.review))}.**",
        f"Knowledge {escaped(knowledge.version)}, hash `{knowledge.hash}`.",
        overlay,
        "This is what Needlecare knows of the days after microneedling, printed from the files that it reads. The "
        "medical statements in its answers come from here. It is printed to be reviewed: each entry has an id, its "
        "grades and sources, and says who reviewed it.",
        bullets(f"[{title}](#{title.lower().replace(' ', '-')})" for title in _CHAPTERS),
    )


def _how_to_read(knowledge: Knowledge) -> str:
    counts = grade_counts(_everything(knowledge))
    return blocks(
        "## How to read it",
        "**Grades.** Every statement and every number says what it rests on. Nothing may be graded higher than its "
        "strongest source can carry.",
        table(
            ["Grade", "Meaning", "Statements and numbers here"],
            [(grade, meaning, str(counts[grade])) for grade, meaning in _GRADES.items()],
        ),
        bullets(
            (
                "**Days.** Day 0 is the day of the treatment. A sign that is “gone by day 8” is last seen on day 7: "
                "ranges include their first value and leave out the one at which the next range begins.",
                "**Conditions** are true, false or unknown. A fact that nobody gave is unknown; it never counts as "
                "“no”. “All of these” is false as soon as one part is false, “any of these” is true as soon as one is "
                "true; otherwise an unknown part leaves the condition open.",
                "**Levels** combine by the most urgent: self-care, contact-provider, same-day, emergency. Nothing that "
                "is found later lowers a level. A rule left open by unknown facts is reported as not ruled out, and "
                "what would settle it is asked.",
                "**Signs** are graded mild, moderate or severe; “redness” alone means mild or more.",
                "**A clinic's protocol** can add rules and raise levels. It cannot remove a triage rule or lower its "
                "level.",
            )
        ),
    )


def _everything(knowledge: Knowledge) -> list[object]:
    kinds = ("signs", "course", "rules", "findings", "causes", "care", "substances", "classes")
    return [knowledge.phases, *(value for kind in kinds for value in getattr(knowledge, kind).values())]
