"""Which estimates a ranking rests on: each one, its odds halved or doubled alone, put to the test.

Only estimates of the cause on top and of the rival compared with it are varied, since those of other causes move both
alike. With `rest` the product over all other causes, P(A) > P(B) exactly when
(1 - prior B) x sum(rest x on A) > (1 - prior A) x sum(rest x on B): a trial costs a multiplication, no inference.
"""

from collections.abc import Iterator, Mapping

from needlecare.core.network import Evidence

FACTOR = 2.0  # on the odds
Parameter = tuple[str, str | None]  # (cause, None) is its prior, (cause, finding) its link


def rests_on(
    evidence: Evidence, ranked: list[tuple[str, float]], estimates: Mapping[Parameter, bool]
) -> list[Parameter]:
    """The estimated parameters that, changed alone, would put another cause above the one on top."""
    if not ranked:
        return []
    (top, probability), rivals = ranked[0], ranked[1:]
    found: dict[Parameter, None] = {}
    for rival, chance in rivals:
        if chance * FACTOR**2 >= probability:  # further off, no single change of odds by FACTOR can reach it
            for parameter in _flips(evidence, top, rival):
                if estimates.get(parameter):
                    found[parameter] = None
    return list(found)


def _flips(evidence: Evidence, top: str, rival: str) -> Iterator[Parameter]:
    sums = {top: evidence.sums(top, but=rival), rival: evidence.sums(rival, but=top)}
    priors = evidence.network.priors
    for cause, factor in ((top, 1 / FACTOR), (rival, FACTOR)):
        prior = priors[cause]
        moved = _moved(prior, factor)
        on = {top: sums[top][0], rival: sums[rival][0]}
        on[cause] *= moved / prior
        off = {top: 1 - priors[top], rival: 1 - priors[rival]}
        off[cause] = 1 - moved
        if not _above(on, off, top, rival):
            yield cause, None
    for cause in (top, rival):
        for finding, link in evidence.network.links[cause].items():
            for factor in (1 / FACTOR, FACTOR):
                on = {top: sums[top][0], rival: sums[rival][0]}
                on[cause] = _with_link(evidence, sums[cause], finding, link, _moved(link, factor))
                if not _above(on, {top: 1 - priors[top], rival: 1 - priors[rival]}, top, rival):
                    yield cause, finding


def _above(on: dict[str, float], off: dict[str, float], top: str, rival: str) -> bool:
    return off[rival] * on[top] >= off[top] * on[rival]


def _moved(probability: float, factor: float) -> float:
    odds = probability / (1 - probability) * factor
    return odds / (1 + odds)


def _with_link(evidence: Evidence, sums: list[float], finding: str, link: float, moved: float) -> float:
    ratio = (1 - moved) / (1 - link)
    if finding in evidence.absent:
        return sums[0] * ratio
    if finding in evidence.present:
        without = sums[1 + evidence.present.index(finding)]
        return without + (sums[0] - without) * ratio
    return sums[0]
