"""How strong each sign is at one check-in, from words, counts and 0–10 scales together; the stronger reading counts.

Bands: spots 1–5 mild, 6–20 moderate, more severe (the form's bands, after Hayashi); pain 1–3, 4–6, 7–10; itch below 3,
3 to below 7, 7 and more (worst-itch scale). The bands are estimates. A sign that is there, and nothing says how strong,
counts as severe: the one reading under which no answer is calmer than with its true strength.
"""

from needlecare.core.case import CheckIn
from needlecare.core.condition import RANK
from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.vocabulary import SEVERITIES

_SPOTS = (1, 6, 21)
_PAIN = (0.5, 4, 7)
_ITCH = (0.5, 3, 7)


def severities(check_in: CheckIn, knowledge: Knowledge) -> tuple[dict[str, int], list[str]]:
    """Each known sign as a rank from 0 (none) to 3 (severe), and a sentence for each contradiction."""
    given_as: dict[str, str] = dict(check_in.signs.items())
    ranks: dict[str, int] = {sign: RANK["severe" if told == "there" else told] for sign, told in check_in.signs.items()}
    notices: list[str] = []
    for sign, rank, said in _measured(check_in):
        told = given_as.get(sign)
        if told == "there" and rank:
            ranks[sign] = rank
            continue
        given = ranks.get(sign)
        if given is not None and ((given == 0) != (rank == 0) or abs(given - rank) > 1):
            stronger = SEVERITIES[max(given, rank)]
            name = knowledge.signs[sign].name
            notices.append(f"{name}: you said {told}, but also {said}. We take it as {stronger}.")
        ranks[sign] = max(rank, given or 0)
    return ranks, notices


def taken_as_severe(check_in: CheckIn) -> set[str]:
    """The signs that are there without anything that says how strong they are."""
    known = {sign for sign, rank, _ in _measured(check_in) if rank}
    return {str(sign) for sign, told in check_in.signs.items() if told == "there"} - known


def _measured(check_in: CheckIn) -> list[tuple[str, int, str]]:
    """What was counted or put on a scale: the sign, its rank, and how it was said."""
    found: list[tuple[str, int, str]] = [
        (sign, _rank(count, _SPOTS), f"a count of {count}") for sign, count in check_in.counts.items()
    ]
    for sign, points, bands in (("pain", check_in.pain_0_10, _PAIN), ("itch", check_in.itch_0_10, _ITCH)):
        if points is not None:
            found.append((sign, _rank(points, bands), f"{points:g} out of 10"))
    return found


def _rank(value: float, bands: tuple[float, ...]) -> int:
    return sum(value >= start for start in bands)
