"""Exact inference over all sets of causes, for evidence with too many present findings to run over sets of findings.

The weight of a set of causes is the product of their priors and, for every finding, the chance that it comes out as it
did. All terms are positive, so nothing cancels. Cost: 2^(linked causes) x present findings, about a second here.
"""

from collections.abc import Sequence
from math import log, prod

from needlecare.core.network import Network, Posterior, log_odds


def posterior_by_causes(network: Network, present: Sequence[str], absent: Sequence[str]) -> Posterior:
    """The probability of every cause, and the weight of every known finding for it."""
    there = [finding for finding in present if finding in network.leaks]
    not_there = [finding for finding in absent if finding in network.leaks]
    on = {
        cause: prior * prod(1 - network.links[cause].get(finding, 0.0) for finding in not_there)
        for cause, prior in network.priors.items()
    }
    linked = [cause for cause in on if not network.links[cause].keys().isdisjoint(there)]
    weights = [1.0]
    for cause in linked:
        off = 1 - network.priors[cause]
        weights = [weight * off for weight in weights] + [weight * on[cause] for weight in weights]
    for finding in there:
        weights = [a * b for a, b in zip(weights, _shows(network, finding, linked), strict=True)]
    probability = {cause: on[cause] / (on[cause] + 1 - network.priors[cause]) for cause in on}
    probability |= _chances(weights, linked)
    weight = {
        cause: {finding: log(1 - links[finding]) for finding in not_there if finding in links}
        for cause, links in network.links.items()
    }
    for finding in there:
        shows = _shows(network, finding, linked)
        without = _chances([a / b for a, b in zip(weights, shows, strict=True)], linked)
        for cause in linked:
            weight[cause][finding] = log_odds(probability[cause], 1.0) - log_odds(without[cause], 1.0)
    return Posterior(probability, weight)


def _shows(network: Network, finding: str, causes: list[str]) -> list[float]:
    """The chance that a finding shows, for every set of causes; cause i stands for bit i."""
    hidden = [1 - network.leaks[finding]]
    for cause in causes:
        fails = 1 - network.links[cause].get(finding, 0.0)
        hidden = hidden + [chance * fails for chance in hidden]
    return [1 - chance for chance in hidden]


def _chances(weights: list[float], causes: list[str]) -> dict[str, float]:
    """The share of the weight of those sets that hold each cause; the vector is folded in half once a cause."""
    chances = {}
    for cause in reversed(causes):
        half = len(weights) // 2
        without, with_cause = sum(weights[:half]), sum(weights[half:])
        chances[cause] = with_cause / (without + with_cause)
        weights = [a + b for a, b in zip(weights[:half], weights[half:], strict=True)]
    return chances
