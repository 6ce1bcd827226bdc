"""The card that every answer begins with: how urgent it is, when to act, what to do, whom to call."""

from dataclasses import dataclass

from needlecare.core.headline import ToldSign, comparison
from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.vocabulary import LEVELS
from needlecare.web.answers.stored import Plain, part, rows, text, texts

_NO_LEVEL = "How urgent this was has not been kept. Ask your clinic if you are not sure."


@dataclass(frozen=True)
class ClinicContact:
    """How to reach the clinic that treated this person; `emergency` is the number to call where it is."""

    name: str
    phone: str = ""
    hours: str = ""
    out_of_hours: str = ""
    emergency: str = ""

    @property
    def dial(self) -> str:
        """The phone number as a telephone takes it."""
        return dialled(self.phone)

    @property
    def dial_emergency(self) -> str:
        """The emergency number as a telephone takes it."""
        return dialled(self.emergency)


@dataclass(frozen=True)
class Card:
    """The level card. `kind` is the level, or "unknown" where none was kept; `is_open`: the answer is that we cannot
    tell how the healing compares, and must not look like good news; `means` says the level in words; the clinic is
    named where a call may be needed."""

    kind: str
    is_open: bool
    means: str
    title: str
    act_within: str
    do: tuple[str, ...]
    clinic: ClinicContact | None

    @property
    def calls(self) -> bool:
        """Whether somebody is to be called."""
        return self.kind != LEVELS[0]

    @property
    def is_emergency(self) -> bool:
        """Whether it is an emergency."""
        return self.kind == LEVELS[-1]


def card_of(answer: Plain, knowledge: Knowledge, clinic: ClinicContact | None = None) -> Card:
    """The card of an answer, in the words in which it was given; the clinic is the one that is handed in, or else that
    of the protocol which made the answer."""
    found = part(answer, "disposition")
    level, title, within = text(found, "level"), text(found, "headline"), text(found, "act_within")
    known = knowledge.levels.get(level)
    return Card(
        kind=level if known else "unknown",
        is_open=_leaves_open(answer, knowledge),
        means=known.title if known else _NO_LEVEL,
        title=title or (known.first_line if known else _NO_LEVEL),
        act_within="" if level == LEVELS[0] or within in title.lower() else within,
        do=texts(found, "do"),
        clinic=clinic or _of_the_protocol(answer),
    )


def _leaves_open(answer: Plain, knowledge: Knowledge) -> bool:
    """Whether an answer says that we cannot tell how the healing compares."""
    signs = rows(part(answer, "course"), "signs")
    told = [ToldSign(text(row, "sign"), text(row, "severity"), text(row, "compared")) for row in signs]
    how = comparison([sign for sign in told if sign.severity], knowledge)
    return text(part(answer, "disposition"), "level") == LEVELS[0] and how in ("unsure", "nothing_told")


def _of_the_protocol(answer: Plain) -> ClinicContact | None:
    found = part(part(answer, "knowledge"), "clinic")
    if not text(found, "name"):
        return None
    return ClinicContact(text(found, "name"), text(found, "phone"), text(found, "hours"), text(found, "out_of_hours"))


def dialled(number: str) -> str:
    """The digits of a phone number, with a plus sign in front where it has one."""
    digits = "".join(sign for sign in number if sign in "0123456789")
    return f"+{digits}" if number.strip().startswith("+") else digits
