"""A case as one flat set of known facts, seen from one check-in; contradictions are noticed and read the safe way.

What is not in the set is unknown. A sign reported up to CARRIED_DAYS ago and not mentioned since counts as still there;
an absence is never carried over.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from needlecare.core.case import Case, CheckIn
from needlecare.core.dates import days_of
from needlecare.core.exposures import exposures
from needlecare.core.severity import severities, taken_as_severe
from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.vocabulary import SIGNS

FEVER_C = 38.0  # °C; NHS-CEL
CARRIED_DAYS = 3
GREW_POINTS = 2  # of 10; an estimate
GREW_SPOTS = 5  # and at least twice as many; an estimate


@dataclass(frozen=True)
class Situation:
    """The facts, the day they speak of, the day it is now, severities by check-in, and the notices made on the way."""

    facts: dict[str, Any]
    day: int | None
    today: int | None
    reported: tuple[tuple[int | None, dict[str, int]], ...]
    notices: tuple[tuple[str, str], ...]


def situation(case: Case, knowledge: Knowledge, today: date) -> Situation:
    """The known facts of a case on a date. Raises CaseError for dates that cannot be."""
    days = days_of(case, today)
    notices = [("contradiction", text) for text in days.notices]
    facts = _person(case)
    looks = _in_order(case.check_ins, days.of_check_ins)
    reported = []
    for at, (day, check_in) in enumerate(looks):
        signs, told = severities(check_in, knowledge)
        reported.append((day, signs))
        if at == len(looks) - 1:
            notices += [("contradiction", text) for text in told]
    day = looks[-1][0] if looks else days.today
    if day is not None:
        facts["day"] = day
    if looks:
        recent = _recent([then for then, _ in looks], day)
        facts.update(_now(looks[-1][1], day, notices))
        facts.update(_signs(reported, recent, notices, knowledge))
        _say_what_is_assumed(looks, reported, facts, notices, knowledge)
        facts.update(_movement(reported, looks, facts, notices))
        _carry_illness(looks, recent, facts, notices)
    onsets = [value for key, value in facts.items() if key.startswith("onset.")]
    facts.update(exposures(case, knowledge, min(onsets, default=day)))
    if looks and day is not None and days.today is not None and days.today - day > 1:
        notices.append(
            ("stale", f"Your last check-in was on day {day}; today is day {days.today}. Please check in again.")
        )
    return Situation(facts, day, days.today if days.today is not None else day, tuple(reported), tuple(notices))


def _in_order(check_ins: tuple[CheckIn, ...], days: tuple[int | None, ...]) -> list[tuple[int | None, CheckIn]]:
    """The check-ins in time; one with neither day nor date keeps its place among the others."""
    looks = list(zip(days, check_ins, strict=True))
    if any(day is not None for day in days):
        times = list(days)
    else:
        times = [check_in.date.toordinal() if check_in.date else None for check_in in check_ins]
    known = iter(sorted((time, at) for at, time in enumerate(times) if time is not None))
    return [looks[next(known)[1]] if time is not None else look for time, look in zip(times, looks, strict=True)]


def _person(case: Case) -> dict[str, Any]:
    patient, procedure = case.patient, case.procedure
    facts: dict[str, Any] = {
        "age": patient.age, "sex": patient.sex, "fitzpatrick": patient.fitzpatrick, "skin_type": patient.skin_type,
        "pregnant": patient.pregnant, "device": procedure.device, "needle_depth_mm": procedure.needle_depth_mm,
        "setting": procedure.setting, "numbing_cream": procedure.numbing_cream,
        "under_occlusion": procedure.under_occlusion, "sterile_single_use": procedure.sterile_single_use,
        "areas": frozenset(procedure.areas) if procedure.areas else None,
    }  # fmt: skip
    facts |= {f"history.{key}": value for key, value in patient.history.items()}
    facts |= {f"medicines.{key}": value for key, value in patient.medicines.items()}
    return {key: value for key, value in facts.items() if value is not None}


def _now(check_in: CheckIn, day: int | None, notices: list[tuple[str, str]]) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "trend": check_in.trend, "temperature_c": check_in.temperature_c, "pain_0_10": check_in.pain_0_10,
        "itch_0_10": check_in.itch_0_10, "fever": check_in.fever,
        "distribution": frozenset(check_in.distribution) if check_in.distribution else None,
    }  # fmt: skip
    facts |= {f"count.{key}": value for key, value in check_in.counts.items()}
    facts |= {f"care.{key}": value for key, value in check_in.care.items()}
    for sign, onset in check_in.onset_day.items():
        if day is not None and onset > day:
            notices.append(
                (
                    "contradiction",
                    f"{sign} is said to begin on day {onset}, after day {day}. We leave its first day open.",
                )
            )
        else:
            facts[f"onset.{sign}"] = onset
    measured = check_in.temperature_c
    if measured is not None:
        hot = measured >= FEVER_C
        if check_in.fever is False and hot:
            notices.append(
                ("contradiction", f"You said no fever, but {measured:g} °C is a fever. We take it as a fever.")
            )
        if check_in.fever is True and not hot:
            notices.append(("contradiction", f"You said fever, but measured {measured:g} °C. We take it as a fever."))
        facts["fever"] = hot or check_in.fever is True
    return {key: value for key, value in facts.items() if value is not None}


def _signs(
    reported: list[tuple[int | None, dict[str, int]]],
    recent: list[bool],
    notices: list[tuple[str, str]],
    knowledge: Knowledge,
) -> dict[str, Any]:
    now = reported[-1][1]
    signs = dict(now)
    for (then, seen), is_recent in reversed(list(zip(reported, recent, strict=True))[:-1]):
        for sign, rank in seen.items() if is_recent else ():
            if sign not in signs:
                signs[sign] = rank
                if rank:
                    when = f"on day {then}" if then is not None else "earlier"
                    text = (
                        f"You told us of {knowledge.signs[sign].name} {when} and not since; we take it as still there."
                    )
                    notices.append(("carried_over", text))
    # an absence counts only where it was said at this check-in
    return {f"sign.{sign}": rank for sign, rank in signs.items() if rank or sign in now}


def _say_what_is_assumed(
    looks: list[tuple[int | None, CheckIn]],
    reported: list[tuple[int | None, dict[str, int]]],
    facts: dict[str, Any],
    notices: list[tuple[str, str]],
    knowledge: Knowledge,
) -> None:
    """The signs whose last word had no strength, under `assumed`, so that nobody is told back what they never said."""
    last = {sign: check_in for (_, check_in), (_, ranks) in zip(looks, reported, strict=True) for sign in ranks}
    found = [sign for sign, check_in in last.items() if f"sign.{sign}" in facts and sign in taken_as_severe(check_in)]
    if found:
        facts["assumed"] = frozenset(found)
        names = "; ".join(knowledge.signs[sign].name for sign in found)
        text = f"You did not say how strong this is: {names}. We took it as severe, to be careful."
        notices.append(("assumed", text))


def _recent(days: list[int | None], day: int | None) -> list[bool]:
    """Whether each check-in is recent enough to be carried over; without a day it is as old as the next with one."""
    recent = []
    latest = day
    for then in reversed(days):
        latest = then if then is not None else latest
        recent.append(day is None or latest is None or day - latest <= CARRIED_DAYS)
    return recent[::-1]


def _carry_illness(
    looks: list[tuple[int | None, CheckIn]], recent: list[bool], facts: dict[str, Any], notices: list[tuple[str, str]]
) -> None:
    """A fever or a spread told up to CARRIED_DAYS ago, unless it was answered since."""
    fever = distribution = None
    for (_, check_in), is_recent in zip(looks[:-1], recent, strict=False):
        hot = None if check_in.temperature_c is None else check_in.temperature_c >= FEVER_C
        if check_in.fever is not None or hot is not None:
            fever = is_recent and bool(check_in.fever or hot)
        if check_in.distribution:
            distribution = check_in.distribution if is_recent and "spreading" in check_in.distribution else None
    if fever and "fever" not in facts:
        facts["fever"] = True
        notices.append(("carried_over", "You told us of a fever earlier and not since; we take it as still there."))
    if distribution and "distribution" not in facts:
        facts["distribution"] = frozenset(distribution)
        notices.append(("carried_over", "You told us earlier that it was spreading; we take it as still so."))


def _movement(
    reported: list[tuple[int | None, dict[str, int]]],
    looks: list[tuple[int | None, CheckIn]],
    facts: dict[str, Any],
    notices: list[tuple[str, str]],
) -> dict[str, Any]:
    """Which signs rose since the last check-in that spoke of them, or came back; a trend they deny is noticed."""
    found: dict[str, Any] = {}
    *earlier, (_, now) = reported
    numbers = [_numbers(check_in) for _, check_in in looks]
    moves = []
    for sign, rank in now.items():
        seen = [ranks[sign] for _, ranks in earlier if sign in ranks]
        if seen:
            more = _grew(sign, numbers)
            found[f"rising.{sign}"] = rank > seen[-1] or more
            found[f"rebound.{sign}"] = any(
                after < before and after < rank for at, before in enumerate(seen) for after in seen[at + 1 :]
            )
            moves.append(rank - seen[-1] or int(more))
    given = looks[-1][1].trend
    if given in ("improving", "stable") and moves and max(moves) > 0 and min(moves) >= 0:
        said = "gets better" if given == "improving" else "stays the same"
        text = f"You said that it {said}, but you report more than last time. We take it as worse."
        notices.append(("contradiction", text))
        facts["trend"] = "worsening"
    trend = facts.get("trend")
    for sign in SIGNS:
        if now.get(sign) == 0 or trend in ("improving", "stable"):
            found.setdefault(f"rising.{sign}", False)
            found.setdefault(f"rebound.{sign}", False)
    return found


def _numbers(check_in: CheckIn) -> dict[str, float]:
    """What was counted or put on a scale at a check-in, by sign."""
    scales = {"pain": check_in.pain_0_10, "itch": check_in.itch_0_10}
    counted: dict[str, float] = dict(check_in.counts.items())
    return counted | {sign: value for sign, value in scales.items() if value is not None}


def _grew(sign: str, numbers: list[dict[str, float]]) -> bool:
    """Whether a count doubled, by GREW_SPOTS at least, or a scale rose by GREW_POINTS, since it was last given."""
    *earlier, now = numbers
    last = next((seen[sign] for seen in reversed(earlier) if sign in seen), None)
    if last is None or sign not in now:
        return False
    if sign in ("pain", "itch"):
        return now[sign] - last >= GREW_POINTS
    return now[sign] - last >= GREW_SPOTS and now[sign] >= 2 * last
