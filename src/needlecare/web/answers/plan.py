"""The plan: today with its reasons, and every day by what is new on it."""

from dataclasses import dataclass
from functools import partial

from needlecare.export.capital import capital
from needlecare.export.plan_words import held_words, in_short, mid_sentence, new_on_a_day, range_words, until_words
from needlecare.web.answers.said import Citing, Said
from needlecare.web.answers.stored import Plain, part, rows, text, texts, whole

_TODAY = (
    ("do", "Do today"),
    ("may_resume", "May start again"),
    ("ask", "Clinics differ: ask yours"),
    ("avoid", "Leave out for now"),
)
_DAY_UNKNOWN = "We do not know which day it is, so this is the careful plan of day 0."


@dataclass(frozen=True)
class ItemShown:
    """One piece of aftercare: what to do, until when (`published`: what sources say of that), why (with what that rests
    on), and where sources disagree. `held` says why it is held back to the end. `glance` is what to read first: the
    name of a thing that is left out until its day, and else the text in short, because “isotretinoin” alone under
    “Leave out” would say the opposite of its rule."""

    id: str
    glance: str
    text: str
    until: str
    published: str
    held: str
    from_clinic: bool
    why: Said
    disagreement: str

    @property
    def is_own(self) -> bool:
        """About a product of their own: a page shows it first, and folds none of these away."""
        return self.id.startswith("product_")


@dataclass(frozen=True)
class ListShown:
    """One of the lists of today: do, may_resume, ask or avoid."""

    kind: str
    title: str
    items: tuple[ItemShown, ...]


@dataclass(frozen=True)
class DayShown:
    """What is new on a day, as pairs of what to do with it and the topics."""

    day: int
    is_today: bool
    is_past: bool
    new: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PlanShown:
    """Today, the days to come (and those gone by), and how the plan ends."""

    day: int | None
    title: str
    warning: str
    lists: tuple[ListShown, ...]
    days: tuple[DayShown, ...]
    ends: str


def plan_of(answer: Plain, cite: Citing) -> PlanShown:
    """The plan as it was given; a list with nothing in it is left out."""
    plan = part(answer, "plan")
    today = part(plan, "today")
    day = whole(today, "day")
    lists = (
        ListShown(kind, title, tuple(_item(row, kind, cite) for row in rows(today, kind))) for kind, title in _TODAY
    )
    return PlanShown(
        day=day,
        title="Plan" if day is None else f"Plan for today, day {day}",
        warning=_DAY_UNKNOWN if day is None and today else "",
        lists=tuple(found for found in lists if found.items),
        days=_days(plan, day),
        ends=text(plan, "ends"),
    )


def _item(row: Plain, kind: str, cite: Citing) -> ItemShown:
    earliest, latest = whole(row, "earliest"), whole(row, "latest")
    ranged = earliest is not None and latest is not None
    sources = dict.fromkeys((*texts(row, "sources"), *texts(row, "earliest_sources"), *texts(row, "latest_sources")))
    held = capital(held_words(texts(row, "held_because")))
    again = text(row, "resume_text") if kind == "may_resume" else ""
    return ItemShown(
        id=text(row, "id"),
        glance=capital(text(row, "topic")) if ranged and text(row, "topic") else in_short(again or text(row, "text")),
        text=again or text(row, "text"),
        until="not for now"
        if held
        else until_words(kind, whole(row, "from_day") or 0, whole(row, "until_day"), ranged=ranged),
        published=range_words(kind, earliest, latest),
        held=held,
        from_clinic=row.get("from_clinic") is True,
        why=cite.said({**row, "sources": tuple(sources)}, "why"),
        disagreement=text(row, "disagreement"),
    )


def _days(plan: Plain, today: int | None) -> tuple[DayShown, ...]:
    items = part(plan, "items")
    shown: list[DayShown] = []
    before: Plain = {}
    for row in rows(plan, "days"):
        day = whole(row, "day")
        new = [
            (words, ", ".join(_topic(key, items) for key in keys))
            for words, keys in new_on_a_day(
                partial(texts, row), partial(texts, before), lambda key: whole(part(items, key), "earliest")
            )
        ]
        if day is not None and (new or day == today):
            shown.append(DayShown(day, day == today, today is not None and day < today, tuple(new)))
        before = row
    return tuple(shown)


def _topic(key: str, items: Plain) -> str:
    return mid_sentence(key, text(part(items, key), "topic") or key)
