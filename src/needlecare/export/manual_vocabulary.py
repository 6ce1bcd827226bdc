"""The manual's chapters on the vocabulary: the signs, the other facts, and the substances."""

from needlecare.export.manual_citation import card, reviewed, sources
from needlecare.export.manual_markdown import blocks, bullets, escaped, labelled, table
from needlecare.knowledge.model import Fact, Knowledge

_GAP = "…"


def signs_chapter(knowledge: Knowledge) -> str:
    """Every sign in the order in which it is asked for, and every other fact."""
    head = ["Fact", "Name", "Kind", "Question", "Said back"]
    facts = [_fact_row(key, fact) for key, fact in knowledge.facts.items()]
    return blocks(
        "## 5 Signs and other facts",
        "### 5.1 Signs",
        *(sign_entry(key, knowledge) for key in knowledge.signs),
        "### 5.2 Other facts",
        f"A fact without a question is worked out from others. {_GAP} stands for the name of a sign or substance.",
        table(head, facts),
    )


def substances_chapter(knowledge: Knowledge) -> str:
    """Every substance that a product can be told to be."""
    said = "A product or ingredient is told to be one of these by whole names only."
    return blocks("## 6 Substances", said, *(substance_entry(key, knowledge) for key in knowledge.substances))


def sign_entry(key: str, knowledge: Knowledge) -> str | None:
    """One sign: how it looks, how it is graded, how it is asked for."""
    sign = knowledge.signs.get(key)
    if sign is None:
        return None
    codes = ", ".join(f"{system.upper()} {code}" for system, code in sign.codes.items())
    return blocks(
        f"#### Sign: {escaped(sign.name)}",
        card(key, sign.group.replace("_", " "), f"grade: {sign.grade}", reviewed(sign.review)),
        labelled("Looks", sign.looks),
        labelled("Deep skin", sign.deep_skin) if sign.deep_skin else None,
        bullets(
            f"{severity}: {escaped(text)}"
            for severity, text in (("mild", sign.mild), ("moderate", sign.moderate), ("severe", sign.severe))
        ),
        labelled("Question", sign.question),
        labelled("In a list", sign.short),
        labelled("Codes", codes) if codes else None,
        None if key in knowledge.course else "No expected course: not part of ordinary healing.",
        sources(sign, knowledge),
    )


def fact_entry(key: str, knowledge: Knowledge) -> str | None:
    """One fact that is not a sign."""
    fact = knowledge.facts.get(key)
    if fact is None:
        return None
    name, kind, question, said = _fact_row(key, fact)[1:]
    return blocks(
        f"#### Fact: {escaped(name)}",
        card(key, kind),
        labelled("Question", question or "none; it is worked out from other facts"),
        labelled("Said back", said) if said else None,
    )


def substance_entry(key: str, knowledge: Knowledge) -> str | None:
    """One substance: the names by which it is told."""
    substance = knowledge.substances.get(key)
    if substance is None:
        return None
    return blocks(
        f"### Substance: {escaped(substance.name)}",
        card(key, f"grade: {substance.grade}", reviewed(substance.review)),
        labelled("Names", ", ".join(substance.words)),
        sources(substance, knowledge),
    )


def _fact_row(key: str, fact: Fact) -> list[str]:
    kind = fact.kind.replace("_", "/") + (f", {fact.unit}" if fact.unit else "")
    said = [text for text in (fact.yes, fact.no) if text] or [f"{value}: {text}" for value, text in fact.values.items()]
    return [key, *(_filled(text or "") for text in (fact.name, kind, fact.question, "; ".join(said)))]


def _filled(text: str) -> str:
    return text.replace("{sign}", _GAP).replace("{substance}", _GAP)
