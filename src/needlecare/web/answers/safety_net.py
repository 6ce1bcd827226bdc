"""What would change an answer: the smallest changes that would raise its level, the most urgent first."""

from dataclasses import dataclass

from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.vocabulary import LEVELS
from needlecare.web.answers.stored import Plain, rows, text, texts


@dataclass(frozen=True)
class Change:
    """Something that would raise the level, and what exactly to watch for where its name does not say so."""

    name: str
    changes: tuple[str, ...]


@dataclass(frozen=True)
class ChangesTo:
    """The changes that would lead to one level; `title` begins a list of them."""

    level: str
    title: str
    changes: tuple[Change, ...]

    @property
    def is_urgent(self) -> bool:
        """Whether it is read first: all but what can wait some days."""
        return self.level not in LEVELS[:2]


def safety_net_of(answer: Plain, knowledge: Knowledge) -> tuple[ChangesTo, ...]:
    """What would change the answer, by level."""
    by_level: dict[str, list[Change]] = {}
    for row in rows(answer, "safety_net"):
        name = text(row, "text")
        changes = tuple(said for said in texts(row, "changes") if said.casefold() != name.casefold())
        by_level.setdefault(text(row, "level"), []).append(Change(name, changes))
    known = [level for level in reversed(LEVELS) if level in by_level]
    others = [level for level in by_level if level not in LEVELS]
    return tuple(ChangesTo(level, _title(level, knowledge), tuple(by_level[level])) for level in (*known, *others))


def _title(level: str, knowledge: Knowledge) -> str:
    known = knowledge.levels.get(level)
    return known.safety_net if known else "Ask your clinic if you get"
