"""What could not be ruled out: how much of it, the most urgent by name, and the one question that would help most."""

from dataclasses import dataclass

from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.vocabulary import LEVELS
from needlecare.web.answers.stored import Plain, part, rows, text

NAMED = 4


@dataclass(frozen=True)
class Ask:
    """A question, the key of the fact it asks for, and what the answer could become."""

    fact: str
    text: str
    could_become: str


@dataclass(frozen=True)
class LeftOpen:
    """In one sentence, the most urgent by name, how many more there are, and what to ask next."""

    sentence: str
    named: tuple[str, ...]
    more: int
    ask: Ask | None
    questions_left: int


def left_open_of(answer: Plain, knowledge: Knowledge) -> LeftOpen | None:
    """What stays open; None where everything could be ruled out."""
    found = rows(part(answer, "disposition"), "could_not_rule_out")
    asked = rows(answer, "questions")
    if not found and not asked:
        return None
    urgent = sum(text(row, "level") in LEVELS[2:] for row in found)
    first = asked[0] if asked else None
    return LeftOpen(
        sentence=_sentence(len(found), urgent),
        named=tuple(text(row, "name") for row in found[:NAMED]),
        more=max(len(found) - NAMED, 0),
        ask=None if first is None else _ask(first, knowledge),
        questions_left=max(len(asked) - 1, 0),
    )


def _ask(row: Plain, knowledge: Knowledge) -> Ask:
    level = knowledge.levels.get(text(row, "could_become"))
    return Ask(text(row, "fact"), text(row, "text"), level.title if level else "")


def _sentence(count: int, urgent: int) -> str:
    if count == 0:
        return ""
    if count == 1:
        return f"We cannot rule out one {'urgent thing' if urgent else 'thing that would need a call'} from this."
    share = {0: "", count: ", all of them urgent"}.get(urgent, f", {urgent} of them urgent")
    return f"You have not told us enough to rule out {count} things that would need a call{share}."
