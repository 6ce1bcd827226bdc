"""Noisy-OR the slow way: every state of all the causes, one by one, with its probability.

`exactly` counts in fractions and is never wrong, for a few causes; `for_many` does the same in floats for all of them.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import log, prod

import numpy as np

from needlecare.core.network import Network

Chances = dict[str, float]
TINY = 1e-12  # log odds are not told further out than this


def exactly(network: Network, present: Sequence[str], absent: Sequence[str]) -> Chances:
    """The probability of each cause given the findings, without any rounding until the end."""
    priors, leaks = _fractions(network.priors), _fractions(network.leaks)
    links = {cause: _fractions(of_cause) for cause, of_cause in network.links.items()}
    whole, on = Fraction(0), dict.fromkeys(priors, Fraction(0))
    for state in product((False, True), repeat=len(priors)):
        there = [cause for cause, is_there in zip(priors, state, strict=True) if is_there]
        missing = {
            finding: (1 - leaks[finding]) * prod(1 - links[cause].get(finding, Fraction(0)) for cause in there)
            for finding in (*present, *absent)
        }
        chance = prod(priors[cause] if cause in there else 1 - priors[cause] for cause in priors)
        chance *= prod(1 - missing[finding] for finding in present) * prod(missing[finding] for finding in absent)
        whole += chance
        for cause in there:
            on[cause] += chance
    return {cause: float(part / whole) for cause, part in on.items()}


def for_many(network: Network, present: Sequence[str], absent: Sequence[str]) -> Chances:
    """The same in floats, over all 2^causes states at once; every factor is positive, so nothing cancels."""
    causes = list(network.priors)
    state = (np.arange(2 ** len(causes))[:, None] >> np.arange(len(causes))) & 1 == 1
    log_chance = np.zeros(len(state))
    for at, cause in enumerate(causes):
        log_chance += np.where(state[:, at], log(network.priors[cause]), np.log1p(-network.priors[cause]))
    for finding in (*present, *absent):
        log_missing = np.full(len(state), np.log1p(-network.leaks[finding]))
        for at, cause in enumerate(causes):
            if finding in network.links[cause]:
                log_missing += state[:, at] * np.log1p(-network.links[cause][finding])
        log_chance += np.log(-np.expm1(log_missing)) if finding in present else log_missing
    chance = np.exp(log_chance - log_chance.max())
    return {cause: float(chance[state[:, at]].sum() / chance.sum()) for at, cause in enumerate(causes)}


def log_odds(chance: float) -> float:
    """Natural-log odds, held within what the engine tells."""
    return log(max(chance, TINY) / max(1 - chance, TINY))


def _fractions(numbers: Mapping[str, float]) -> dict[str, Fraction]:
    return {name: Fraction(number) for name, number in numbers.items()}
