"""Exact inference in the two-layer noisy-OR network of causes and findings.

A finding stays absent only if its leak and every present cause fail to bring it about, so that over a set of positive
findings the joint probability is an alternating sum of products over causes (Heckerman 1989, the Quickscore
algorithm). Absent findings multiply in; unknown findings drop out. Cost: 2^(positive findings) x causes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, prod
from typing import Any

Vector = list[Any]  # of floats or of whole numbers
MOST_FINDINGS = 14  # present at once; beyond, network_by_causes.py is faster
_FLOATS_UP_TO = 9
_LEAST_EVIDENCE = 1e-3  # where the alternating sum gets smaller than this, floats cancel too much
_BITS = 192
_TINY = 1e-12


@dataclass(frozen=True)
class Network:
    """Priors by cause, leaks by finding, and for each cause the probability that it alone makes a finding appear."""

    priors: Mapping[str, float]
    leaks: Mapping[str, float]
    links: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Posterior:
    """What evidence says: the probability of each cause, and what each known finding adds to it in log odds."""

    probability: dict[str, float]
    weight: dict[str, dict[str, float]]


class Evidence:
    """A network with findings that are present (at most MOST_FINDINGS) and absent, ready to be asked.

    The vectors run over all subsets of the present findings; bit i of an index stands for `present[i]`. Where floats
    would cancel, the same sums are taken in whole numbers that stand for value x 2^_BITS.
    """

    def __init__(self, network: Network, present: Sequence[str], absent: Sequence[str]) -> None:
        self.network = network
        self.present = [finding for finding in present if finding in network.leaks]
        self.absent = [finding for finding in absent if finding in network.leaks]
        self._build(whole=len(self.present) > _FLOATS_UP_TO)
        if not self._whole and sum(self.total) < _LEAST_EVIDENCE:
            self._build(whole=True)

    def _build(self, *, whole: bool) -> None:
        self._whole = whole
        network = self.network
        self.total: Vector = _doubled(self._number(1.0), [-self._number(1 - network.leaks[f]) for f in self.present])
        self.on: dict[str, Vector] = {}
        self.off: dict[str, Any] = {}
        self.either: dict[str, Vector] = {}  # the factor of a cause, present or absent, for every subset
        self.apart: dict[str, float] = {}  # causes that none of the present findings can come from
        for cause, prior in network.priors.items():
            links = network.links[cause]
            start = prior * prod([1 - links[finding] for finding in self.absent if finding in links])
            if links.keys().isdisjoint(self.present):
                self.apart[cause] = start / (start + 1 - prior)
                continue
            self.on[cause] = _doubled(self._number(start), [self._number(1 - links.get(f, 0.0)) for f in self.present])
            self.off[cause] = off = self._number(1 - prior)
            self.either[cause] = [value + off for value in self.on[cause]]
            self.total = _times(self.total, self.either[cause])

    def _number(self, value: float) -> Any:
        return int(value * (1 << _BITS)) if self._whole else value

    def sums(self, cause: str, but: str | None = None) -> list[float]:
        """What the presence of a cause weighs: over all present findings, then without each of them in turn.

        With `but`, the factor of that other cause is left out.
        """
        rest = _over(self.total, self.either[cause])
        if but is not None:
            rest = _over(rest, self.either[but])
        return subset_sums(_times(rest, self.on[cause]), len(self.present))

    def posterior(self) -> Posterior:
        """The probability of every cause, and the weight of every known finding for it."""
        everything = subset_sums(self.total, len(self.present))
        probability, weight = dict(self.apart), {}
        for cause, links in self.network.links.items():
            weight[cause] = {finding: log(1 - links[finding]) for finding in self.absent if finding in links}
            if cause in self.on:
                with_cause = self.sums(cause)
                odds = [log_odds(part, whole) for part, whole in zip(with_cause, everything, strict=True)]
                probability[cause] = min(max(with_cause[0] / everything[0], 0.0), 1.0)
                weight[cause] |= {finding: odds[0] - odds[at + 1] for at, finding in enumerate(self.present)}
        return Posterior(probability, weight)


def _doubled(start: Any, factors: Sequence[Any]) -> Vector:
    values = [start]
    for factor in factors:
        values += _scaled(values, factor)
    return values


def _scaled(values: Vector, factor: Any) -> Vector:
    if isinstance(factor, int):
        return [value * factor >> _BITS for value in values]
    return [value * factor for value in values]


def _times(left: Vector, right: Vector) -> Vector:
    if isinstance(right[0], int):
        return [a * b >> _BITS for a, b in zip(left, right, strict=True)]
    return [a * b for a, b in zip(left, right, strict=True)]


def _over(left: Vector, right: Vector) -> Vector:
    if isinstance(right[0], int):
        return [(a << _BITS) // b for a, b in zip(left, right, strict=True)]
    return [a / b for a, b in zip(left, right, strict=True)]


def subset_sums(values: Vector, bits: int) -> list[float]:
    """The sum over all subsets, then for each present finding the sum over the subsets without it.

    The vector is folded in half once a finding, the last one first.
    """
    sums: list[float] = []
    for bit in reversed(range(bits)):
        low = values[: 1 << bit]
        sums.append(sum(low))
        values = [a + b for a, b in zip(low, values[1 << bit :], strict=True)]
    return [values[0], *reversed(sums)]


def log_odds(part: float, whole: float) -> float:
    """The natural log of part / (whole - part), kept finite near the ends."""
    rest = max(whole - part, _TINY * whole)
    return log(max(part, _TINY * whole) / rest) if whole else 0.0
