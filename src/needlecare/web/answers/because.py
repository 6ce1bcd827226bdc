"""Why an answer is as it is: the rules that spoke, and what this person told us."""

from dataclasses import dataclass

from needlecare.export.capital import capital
from needlecare.knowledge.model import Knowledge
from needlecare.web.answers.said import Citing, Said
from needlecare.web.answers.stored import Plain, part, rows, text, whole


@dataclass(frozen=True)
class ToldFact:
    """A fact as it was told, with its key, so that a page can let it be changed."""

    key: str
    text: str


@dataclass(frozen=True)
class Reason:
    """A rule that spoke: its name, its reason, and the facts that made it speak."""

    rule: str
    name: str
    said: Said
    facts: tuple[ToldFact, ...]


@dataclass(frozen=True)
class Because:
    """The reasons, the most urgent first, and each fact once. Where no rule spoke, what was told of today: as facts
    what is there, and by name the signs that are not (`absent`)."""

    reasons: tuple[Reason, ...]
    facts: tuple[ToldFact, ...]
    absent: tuple[str, ...]


def because_of(answer: Plain, knowledge: Knowledge, cite: Citing) -> Because:
    """Why the answer is as it is."""
    reasons = tuple(
        Reason(
            text(row, "rule"),
            text(row, "name"),
            cite.said(row, "reason"),
            tuple(ToldFact(text(fact, "fact"), capital(text(fact, "text"))) for fact in rows(row, "facts")),
        )
        for row in rows(part(answer, "disposition"), "because")
    )
    facts = tuple(dict.fromkeys(fact for reason in reasons for fact in reason.facts))
    return Because(reasons, facts, ()) if facts else Because(reasons, *_told_today(part(answer, "course"), knowledge))


def _told_today(course: Plain, knowledge: Knowledge) -> tuple[tuple[ToldFact, ...], tuple[str, ...]]:
    signs = rows(course, "signs")
    absent = tuple(text(sign, "name") for sign in signs if text(sign, "severity") == "none")
    day, words = whole(course, "day"), knowledge.words
    facts = [] if day is None else [ToldFact("day", capital(words["day_told"].format(value=day)))]
    for sign in signs:
        if text(sign, "severity") not in ("", "none"):
            said = words["sign_told"].format(name=text(sign, "name"), severity=text(sign, "severity"))
            facts.append(ToldFact(f"sign.{text(sign, 'sign')}", capital(said)))
    return tuple(facts), absent
