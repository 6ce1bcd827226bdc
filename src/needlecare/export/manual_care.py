"""The manual's chapter on aftercare: what to do, what to avoid, and from when what may be resumed."""

from needlecare.core.plan import ACTIVE_FROM
from needlecare.core.saying import plain
from needlecare.export.manual_citation import card, number, reviewed, sources
from needlecare.export.manual_markdown import blocks, bullets, escaped, labelled, table
from needlecare.export.manual_triage import when
from needlecare.knowledge.model import Care, Knowledge

_ACTS = {
    "do": "What to do",
    "avoid": "What to avoid",
    "resume": "What may be resumed, and from which day",
}
_BETWEEN = {
    "wait": "avoided until the latest day",
    "ask": "avoided until the earliest day; from then until the latest day the clinic is to be asked",
}


def chapter(knowledge: Knowledge) -> str:
    """Every aftercare rule, by what it asks for and in the order in which a plan lists them."""
    said = (
        "What may be resumed is avoided until its day. Where sources disagree, both ends of the published range stand "
        "here with their sources. A rule that names a condition or causes is only for those for whom the condition "
        "holds, or for whom one of these causes is the most probable of all or has a probability of "
        f"{ACTIVE_FROM:g} or more."
    )
    return blocks("## 4 Aftercare", said, *(_group(at, act, knowledge) for at, act in enumerate(_ACTS, 1)))


def entry(key: str, knowledge: Knowledge) -> str | None:
    """One aftercare rule."""
    care = knowledge.care.get(key)
    if care is None:
        return None
    return blocks(
        f"#### Aftercare: {escaped(care.topic)}",
        card(key, care.act, f"grade: {care.grade}", reviewed(care.review)),
        labelled("Says", care.text),
        labelled("Says once the day has come", care.resume_text) if care.resume_text else None,
        labelled("Why", care.why),
        labelled("Days", days_words(care)) if care.act != "resume" else _range(care),
        labelled("Where sources disagree", care.disagreement) if care.disagreement else None,
        _for_whom(care, knowledge),
        when("Never while", care.never_while, knowledge) if care.never_while else None,
        sources(care, knowledge),
    )


def days_words(care: Care) -> str:
    """On which days a rule to do or to avoid something holds."""
    start, end = care.from_day, care.before_day
    if end is None:
        return f"from day {start} to the end of the plan"
    return f"day {start}" if end == start + 1 else f"day {start} to day {end - 1}"


def _group(at: int, act: str, knowledge: Knowledge) -> str:
    rules = sorted((care for care in knowledge.care.values() if care.act == act), key=lambda care: care.rank)
    overview = None
    if act == "resume":
        head = ["Topic", "Earliest", "Latest", "Between the two", "Not before the channels are closed"]
        overview = table(head, [_overview(care) for care in rules])
    return blocks(f"### 4.{at} {_ACTS[act]}", overview, *(entry(care.id, knowledge) for care in rules))


def _overview(care: Care) -> list[str]:
    ends = [f"day {plain(end.value)}" if end else "" for end in (care.earliest, care.latest)]
    return [care.topic, *ends, care.between, "yes" if care.closed_channels_first else "no"]


def _range(care: Care) -> str:
    lines = [
        escaped(f"{name}: {number(end)}" + (f". {end.note}" if end.note else ""))
        for name, end in (("Earliest", care.earliest), ("Latest", care.latest))
        if end
    ]
    lines.append(f"Between the two: {_BETWEEN[care.between]}")
    if care.closed_channels_first:
        lines.append("In any case not before the channels count as closed")
    return blocks("**From which day:**", bullets(lines))


def _for_whom(care: Care, knowledge: Knowledge) -> str:
    causes = ", ".join(f"{knowledge.causes[cause].name} ({cause})" for cause in care.for_causes)
    if care.when is None and not causes:
        return "**For whom:** everybody."
    return blocks(
        when("For whom", care.when, knowledge) if care.when else None,
        labelled("Also for whom" if care.when else "For whom", f"those with a probable cause: {causes}")
        if causes
        else None,
    )
