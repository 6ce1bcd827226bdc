"""How strong each sign is at one check-in, from words, counts and 0–10 scales together; the stronger reading counts.

Bands: spots 1–5 mild, 6–20 moderate, more severe (the form's bands, after Hayashi); pain 1–3, 4–6, 7–10; itch below 3,
3 to below 7, 7 and more (worst-itch scale). The bands are estimates.
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
    ranks: dict[str, int] = {sign: RANK[severity] for sign, severity in check_in.signs.items()}
    notices: list[str] = []
    measured: list[tuple[str, float, tuple[float, ...], str]] = [
        (spot, count, _SPOTS, f"a count of {count}") for spot, count in check_in.counts.items()
    ]
    if check_in.pain_0_10 is not None:
        measured.append(("pain", check_in.pain_0_10, _PAIN, f"{check_in.pain_0_10:g} out of 10"))
    if check_in.itch_0_10 is not None:
        measured.append(("itch", check_in.itch_0_10, _ITCH, f"{check_in.itch_0_10:g} out of 10"))
    for sign, value, bands, said in measured:
        rank = sum(value >= start for start in bands)
        given = ranks.get(sign)
        if given is not None and ((given == 0) != (rank == 0) or abs(given - rank) > 1):
            stronger = SEVERITIES[max(given, rank)]
            name = knowledge.signs[sign].name
            notices.append(f"{name}: you said {SEVERITIES[given]}, but also {said}. We take it as {stronger}.")
        ranks[sign] = max(rank, given or 0)
    return ranks, notices
