"""What one concern class means for one use: until which day, whether it decides today, whether no day can be given."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from needlecare.core.label.use import Use
from needlecare.knowledge.ingredients.model import Concern, Ingredients, Kind, Mention

SESSION = "injected_risk"  # the class that is about what is put on while the channels are made


class Charge(NamedTuple):
    """A class in a product: the published range of days, the day that counts here, whether it decides today.

    `avoid` is for what no day of healing makes right; `notes` say what made the difference for this person,
    `if_so` what would hold if an unknown fact were so.
    """

    concern: str
    earliest: int
    latest: int
    until: int
    decides: bool
    avoid: bool
    notes: tuple[str, ...]
    if_so: str | None = None


class Place(NamedTuple):
    """Where an ingredient stands: ahead of the ~1 % line (or with a stated strength), certainly so (ahead of a usual
    preservative, or among the first few), its rank in the list from 0, and whether no water stands ahead of it."""

    high: bool
    certain: bool
    rank: int
    dry: bool


def counts_at(kind: Kind | None, place: Place) -> bool:
    """Whether an ingredient of this kind is in its class at this place."""
    if kind is None:
        return True
    return not (
        kind.remark
        or (kind.only_high and not (place.high if kind.first is not None else place.certain))
        or (kind.first is not None and place.rank >= kind.first)
        or (kind.ahead_of_water and not place.dry)
    )


class Charges:
    """The charges of one use, each worked out once."""

    def __init__(self, table: Ingredients, use: Use) -> None:
        self.table = table
        self.use = use
        self._clinic_days = dict(use.clinic.days)
        self._known: dict[tuple[Mention, bool], Charge | None] = {}
        session = table.concerns.get(SESSION)
        self._in_session = use.during or use.day == 0
        kinds = (kind for concern in table.concerns.values() for kind in concern.kinds.values())
        self.last_first = max((kind.first or 0 for kind in kinds), default=0)  # ranks from this one on are alike
        self._includes = frozenset(session.includes) if session and self._in_session else frozenset()

    def of(self, mentions: tuple[Mention, ...], place: Place) -> tuple[Charge, ...]:
        """The charges of an ingredient at its place in the list."""
        if not mentions:
            return ()
        here = [mention for mention in mentions if counts_at(self._kind(mention), place)]
        found = [self._one(mention, place.high) for mention in here]
        if self._includes and any(mention.concern in self._includes for mention in here):
            found.append(self._one(Mention(SESSION), place.high))
        worst: dict[str, Charge] = {}
        for charge in found:
            if charge is not None and (charge.concern not in worst or _weight(worst[charge.concern]) < _weight(charge)):
                worst[charge.concern] = charge
        return tuple(worst.values())

    def by_place(self, mentions: Iterable[Mention]) -> bool:
        """Whether it depends on more than the ~1 % line whether any of these counts."""
        return any(self._kind(mention) is not None for mention in mentions)

    def remarks(self, mentions: tuple[Mention, ...]) -> Iterator[str]:
        """What is only remarked upon."""
        kinds = (self._kind(mention) for mention in mentions)
        return (kind.name for kind in kinds if kind is not None and kind.remark)

    def _kind(self, mention: Mention) -> Kind | None:
        return self.table.concerns[mention.concern].kinds.get(mention.kind)

    def _one(self, mention: Mention, high: bool) -> Charge | None:
        place = (mention, high)
        if place not in self._known:
            self._known[place] = self._worked_out(mention, high)
        return self._known[place]

    def _worked_out(self, mention: Mention, high: bool) -> Charge | None:
        concern = self.table.concerns[mention.concern]
        kind = concern.kinds.get(mention.kind)
        if concern.id == SESSION and not self._in_session:
            return None
        earliest, latest = _range(concern, self.use)
        effects = _effects(concern, self.use)
        notes = tuple(text for _, text in effects.values())
        if concern.least_grade is not None and mention.kind[:1].isdigit():
            low, high_grade = mention.kind.split("-")
            notes = (self.table.phrases["grades"].format(low=low, high=high_grade), *notes)
        until = latest
        early = (kind is not None and kind.early_end) or (concern.trace == "eases" and not high)
        if early and "late_day" not in effects:
            until = earliest
        if concern.id in self._clinic_days:
            until = self._clinic_days[concern.id]
            notes = (*notes, self.table.phrases["clinic_day"].format(day=until))
        counts = high or concern.trace != "drops"
        if_so = None
        if any(people.effect == "counts" for people in concern.people) and counts:
            counts = _graded_high(concern, mention)
            if counts and not _is_for(concern, self.use):
                counts, if_so = False, _if_so(concern, self.use) if self.use.day < until else None
        avoid = "avoid" in effects or (concern.id == SESSION and self.use.during)
        if concern.id in self.use.held:
            avoid = counts = True
            notes = (*notes, self.table.phrases["held"])
        return Charge(
            concern.id, earliest, latest, until, counts and (avoid or self.use.day < until), avoid, notes, if_so
        )


def _weight(charge: Charge) -> tuple[bool, bool, int]:
    """By this, the worse of two charges of a class counts, where an ingredient is of two of its kinds."""
    return charge.decides, charge.avoid, charge.until


def _range(concern: Concern, use: Use) -> tuple[int, int]:
    """The days for this depth and kind of product; over all depths where the depth is unknown."""
    bands = [band for band in concern.days if use.depth_mm is None or band.from_mm <= use.depth_mm < band.below_mm]
    ends = [band.leave_on if use.kind == "leave_on" else band.rinse_off for band in bands or concern.days[-1:]]
    return max(early for early, _ in ends), max(late for _, late in ends)


def _effects(concern: Concern, use: Use) -> dict[str, tuple[str, str]]:
    """What this class means for this person, by effect: who it is said of, and how."""
    return {
        people.effect: (people.who, people.text)
        for people in concern.people
        if getattr(use.person, people.who) is True and (people.until is None or use.day < people.until)
    }


def _graded_high(concern: Concern, mention: Mention) -> bool:
    """Whether the lowest published grade is one from which on the class decides; where there are no grades, it is."""
    if concern.least_grade is None or not mention.kind[:1].isdigit():
        return True
    return int(mention.kind[0]) >= concern.least_grade


def _is_for(concern: Concern, use: Use) -> bool:
    """Whether this person is known to be one of those for whom the class decides."""
    return any(getattr(use.person, people.who) is True for people in concern.people if people.effect == "counts")


def _if_so(concern: Concern, use: Use) -> str | None:
    """What to say where it is not known whether this person is one of those."""
    asked = (
        people for people in concern.people if people.effect == "counts" and getattr(use.person, people.who) is None
    )
    return next((people.if_unknown for people in asked), None)
