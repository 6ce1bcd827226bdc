"""A cause, a sign, a rule, aftercare or a class of ingredients in plain words for a patient: sources last.

Plain text, one paragraph a line and not wrapped; an item begins with "• ", and two spaces set it further in.
"""

from collections.abc import Iterable

from needlecare.core.saying import plain
from needlecare.core.triage import URGENCY
from needlecare.export.capital import capital
from needlecare.export.explain_class import explain_class
from needlecare.export.manual_care import days_words
from needlecare.export.manual_citation import cited, reviewed, source_words
from needlecare.export.manual_condition import condition_lines, signs_in
from needlecare.export.manual_course import band_words
from needlecare.export.manual_markdown import blocks
from needlecare.knowledge.condition import Condition
from needlecare.knowledge.model import Band, Care, Cause, Graded, Knowledge, Review, Statement
from needlecare.knowledge.vocabulary import LEVELS, SIGN_SYNONYMS, Level

STRENGTH = {
    "proven": "Proven: this does happen. How often is less sure.",
    "plausible": "Plausible, not proven: it fits what is known.",
    "weak": "Weak: little of what is known speaks for it.",
    "conflicting": "It conflicts: what is known points both ways.",
}
_ESTIMATE = "“Estimate” marks our own careful judgement; the sources named with it do not prove it."
_FITS_FROM = 0.3


def explain(knowledge: Knowledge, key: str) -> str | None:
    """Everything a patient may want to read under an id, causes first; None where nothing has this id.

    A sign may also be named by what people call it ("redness", "milk spots").
    """
    key = key.strip().lower().replace(" ", "_").replace("-", "_")
    sign = key if key in knowledge.signs else SIGN_SYNONYMS.get(key, key)
    found = (
        _cause(key, knowledge),
        _sign(sign, knowledge),
        _rule(key, knowledge),
        _care(key, knowledge),
        explain_class(key, knowledge),
    )
    text = "\n\n\n".join(text for text in found if text)
    return blocks(text, _ESTIMATE if "[estimate" in text else None) or None


def known_ids(knowledge: Knowledge) -> list[str]:
    """Every id that can be explained, sorted."""
    return sorted({*knowledge.causes, *knowledge.signs, *knowledge.rules, *knowledge.care, *knowledge.classes})


def _cause(key: str, knowledge: Knowledge) -> str | None:
    cause = knowledge.causes.get(key)
    if cause is None:
        return None
    fits = fitting(cause, knowledge)
    more = [item.name for item in cause.modifiers if item.odds.value > 1]
    less = [item.name for item in cause.modifiers if item.odds.value < 1]
    return blocks(
        f"{capital(cause.name)} (a possible cause)",
        f"You may hear: “{cause.everyday}”" if cause.everyday else None,
        _part("Why it may happen", [_said(cause.mechanism)]),
        _part("What would fit it", [f"{capital('; '.join(fits))}."] if fits else []),
        _part("What makes it more likely", _items(more)),
        _part("What makes it less likely", _items(less)),
        _part("What speaks for it", _items(map(_said, cause.evidence_for)) or ["Nothing that we found."]),
        _part("What speaks against it", _items(map(_said, cause.evidence_against)) or ["Nothing that we found."]),
        _part("How strong the evidence is", [STRENGTH[cause.strength]]),
        _part("What to do", _items(map(_said, cause.what_to_do))),
        _part("How long to wait", [_said(cause.stop_waiting)]),
        _end(cause, cause.review, knowledge),
    )


def fitting(cause: Cause, knowledge: Knowledge) -> list[str]:
    """The names of the findings that would fit a cause, the most telling first."""
    links = sorted(cause.links, key=lambda link: (-link.value, link.finding))
    return [knowledge.findings[link.finding].name for link in links if link.value >= _FITS_FROM]


def _sign(key: str, knowledge: Knowledge) -> str | None:
    sign = knowledge.signs.get(key)
    if sign is None:
        return None
    grades = [f"mild: {sign.mild}", f"moderate: {sign.moderate}", f"severe: {sign.severe}"]
    looks = _part(
        "What it looks like",
        [sign.looks + _basis(sign), *([sign.deep_skin] if sign.deep_skin else []), *_items(grades)],
    )
    course = knowledge.course.get(key)
    calls = _calls(key, knowledge)
    if course is None:
        usual = f"{capital(sign.name)} {'are' if sign.plural else 'is'} not part of ordinary healing."
        parts = [usual, calls, looks]
    else:
        days = _items(_band(band, knowledge) for band in course.bands)
        expected = [_said(course.summary), *days, _said(course.incidence)]
        parts = [looks, _part("When it is expected, and until when", expected), calls]
    return blocks(f"{capital(sign.name)} (a sign)", *parts, _end((sign, course), sign.review, knowledge))


def _band(band: Band, knowledge: Knowledge) -> str:
    every = not band.devices and not band.from_mm and band.below_mm is None
    whom = "Begins" if every else f"{capital(band_words(band, knowledge))}: begins"
    first, last = plain(band.ends_earliest.value), plain(band.ends_latest.value)
    gone = f"by day {last}" if first == last else f"between day {first} and day {last}"
    cite = _ids(cited((band.onset, band.ends_earliest, band.ends_latest, band.published_latest)))
    return (
        f"{whom} on day {plain(band.onset.value)} or later, and is usually gone {gone}. "
        f"From day {plain(band.published_latest.value)} on, this is longer than in any published course.{cite}"
    )


def calls(sign: str, knowledge: Knowledge) -> list[tuple[Level, list[str]]]:
    """The names of the rules that look at a sign, by their level, the most urgent first."""
    by_level: list[tuple[Level, list[str]]] = [
        (level, [rule.name for rule in knowledge.rules.values() if rule.level == level and sign in signs_in(rule.when)])
        for level in sorted(LEVELS, key=URGENCY.__getitem__, reverse=True)
    ]
    return [(level, names) for level, names in by_level if names]


def _calls(sign: str, knowledge: Knowledge) -> str | None:
    lines = []
    for level, names in calls(sign, knowledge):
        lines += [f"{knowledge.levels[level].title}:", *(f"  {item}" for item in _items(names))]
    return _part("When to call", lines or ["We have no rule for this alone. If it worries you, ask your clinic."])


def _rule(key: str, knowledge: Knowledge) -> str | None:
    rule = knowledge.rules.get(key)
    if rule is None:
        return None
    level = knowledge.levels[rule.level]
    return blocks(
        f"{rule.name} (when to call)",
        "\n".join([f"{level.first_line}.", *_items(level.do)]),
        _part("Why", [rule.reason + _basis(rule)]),
        _part("When exactly", _when(rule.when, knowledge)),
        _end(rule, rule.review, knowledge),
    )


def _care(key: str, knowledge: Knowledge) -> str | None:
    care = knowledge.care.get(key)
    if care is None:
        return None
    causes = "; ".join(knowledge.causes[cause].name for cause in care.for_causes)
    whom = _when(care.when, knowledge) if care.when else []
    people = "Also people" if whom else "People"
    also = [f"{people} whose skin trouble may come from: {causes}."] if causes else []
    return blocks(
        f"{capital(care.topic)} (aftercare)",
        care.text,
        _part("From which day", _resumed(care, knowledge)) if care.act == "resume" else f"When: {days_words(care)}.",
        _part("Not at all while", _when(care.never_while, knowledge)) if care.never_while else None,
        _part("Why", [care.why + _basis(care)]),
        _part("Where sources disagree", [care.disagreement]) if care.disagreement else None,
        _part("For whom", whom + also),
        _end((care, knowledge.phases.closure if care.closed_channels_first else ()), care.review, knowledge),
    )


def _resumed(care: Care, knowledge: Knowledge) -> list[str]:
    if care.earliest is None or care.latest is None:
        return []
    first, last = plain(care.earliest.value), plain(care.latest.value)
    if first == last:
        lines = [f"Day {last}.{_ids(cited((care.earliest, care.latest)))}"]
    else:
        lines = [
            f"The earliest day that a source gives is day {first}{_ids(care.earliest.sources)}, "
            f"the latest is day {last}{_ids(care.latest.sources)}.",
            f"We say wait until day {last}." if care.between == "wait" else f"From day {first} on, ask your clinic.",
        ]
    if care.closed_channels_first:
        closure = knowledge.phases.closure
        days = sorted(item.closed_from.value for item in closure)
        lines.append(
            "Not before the tiny channels in the skin count as closed: "
            f"from day {plain(days[0])} to day {plain(days[-1])}, by needle length, and later if the skin was covered."
            + _ids(cited(closure), estimate=True)
        )
    return [*lines, f"From then on: {care.resume_text}"]


def _when(condition: Condition, knowledge: Knowledge) -> list[str]:
    lines = condition_lines(condition, knowledge)
    if len(lines) == 1:
        return [f"{capital(lines[0][1])}."]
    return [capital(lines[0][1]), *(f"{'  ' * depth}• {text}" for depth, text in lines[1:])]


def _part(heading: str, lines: Iterable[str]) -> str | None:
    said = [*lines]
    return "\n".join([f"{heading}:", *said]) if said else None


def _items(texts: Iterable[str]) -> list[str]:
    return [f"• {text}" for text in texts]


def _said(statement: Statement) -> str:
    return statement.text + _basis(statement)


def _basis(item: Graded) -> str:
    return _ids(item.sources, estimate=item.grade == "estimate")


def _ids(sources: Iterable[str], *, estimate: bool = False) -> str:
    listed = ", ".join(sources)
    said = "; ".join(part for part in ("estimate" if estimate else "", listed) if part)
    return f" [{said}]" if said else ""


def _end(value: object, review: Review, knowledge: Knowledge) -> str:
    lines = [f"[{key}] {source_words(knowledge.sources[key])}" for key in cited(value)]
    sources = _part("Sources", lines or ["None: this is our own estimate."])
    return blocks(sources, f"{capital(reviewed(review))}.")
