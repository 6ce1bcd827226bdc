"""The manual's chapter on causes: the evidence for and against each, its numbers, and the findings that show it."""

from needlecare.core.saying import plain, say
from needlecare.export.manual_citation import basis, card, number, reviewed, sources, statement
from needlecare.export.manual_markdown import blocks, bullets, escaped, labelled, table
from needlecare.export.manual_triage import when
from needlecare.knowledge.model import Cause, Knowledge


def chapter(knowledge: Knowledge) -> str:
    """Every cause, then every finding."""
    said = (
        "The causes do not exclude one another. Each has a probability before anything is seen (its prior, changed by "
        "the odds of every modifier that holds); each leads to findings with the probabilities of its links; a finding "
        "may also be there for none of these causes (its leak). From the findings that are there and those that are "
        "not, the probability of each cause follows; unknown findings count for nothing (a noisy-OR network)."
    )
    return blocks(
        "## 3 Causes",
        said,
        "### 3.1 The causes",
        *(entry(key, knowledge) for key in knowledge.causes),
        "### 3.2 The findings",
        *(finding_entry(key, knowledge) for key in knowledge.findings),
    )


def entry(key: str, knowledge: Knowledge) -> str | None:
    """One cause with its evidence and every number."""
    cause = knowledge.causes.get(key)
    if cause is None:
        return None
    return blocks(
        f"#### Cause: {escaped(cause.name)}",
        card(key, f"evidence: {cause.strength}", reviewed(cause.review)),
        labelled("The everyday explanation", cause.everyday) if cause.everyday else None,
        f"**Mechanism:** {statement(cause.mechanism)}",
        blocks("**Evidence for:**", bullets(map(statement, cause.evidence_for)) or "None found."),
        blocks("**Evidence against:**", bullets(map(statement, cause.evidence_against)) or "None found."),
        labelled("Prior", number(cause.prior) + (f" {cause.prior.note}" if cause.prior.note else "")),
        _modifiers(cause, knowledge),
        _links(cause, knowledge),
        blocks("**What to do:**", bullets(map(statement, cause.what_to_do))),
        f"**Until when to wait:** {statement(cause.stop_waiting)}",
        sources(cause, knowledge),
    )


def finding_entry(key: str, knowledge: Knowledge) -> str | None:
    """One finding: its condition, its leak, and the causes that lead to it."""
    finding = knowledge.findings.get(key)
    if finding is None:
        return None
    links = [(link, cause) for cause in knowledge.causes.values() for link in cause.links if link.finding == key]
    links.sort(key=lambda item: (-item[0].value, item[1].id))
    return blocks(
        f"#### Finding: {escaped(finding.name)}",
        card(key, reviewed(finding.review)),
        when("When", finding.when, knowledge),
        labelled("Leak", number(finding.leak) + (f" {finding.leak.note}" if finding.leak.note else "")),
        table(
            ["Cause that leads to it", "Probability", "Grade and sources"],
            [(f"{cause.name} ({cause.id})", plain(link.value), basis(link)) for link, cause in links],
        ),
        sources((finding, *(link for link, _ in links)), knowledge),
    )


def _modifiers(cause: Cause, knowledge: Knowledge) -> str:
    if not cause.modifiers:
        return "**Modifiers of the prior:** none."
    head = ["Modifier of the prior", "When", "Odds ratio", "Grade and sources", "Note"]
    return table(
        head,
        [
            (item.name, say(item.when, knowledge), plain(item.odds.value), basis(item.odds), item.odds.note or "")
            for item in cause.modifiers
        ],
    )


def _links(cause: Cause, knowledge: Knowledge) -> str:
    head = ["Finding it leads to", "Probability", "Grade and sources", "Note"]
    rows = [
        (f"{knowledge.findings[link.finding].name} ({link.finding})", plain(link.value), basis(link), link.note or "")
        for link in cause.links
    ]
    return table(head, rows)
