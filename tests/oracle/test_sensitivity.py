"""Which estimates a ranking rests on, against doing it: change each one, enumerate all again, look who is on top."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from needlecare.core.causes import estimates, network_for
from needlecare.core.network import Evidence, Network
from needlecare.core.sensitivity import FACTOR, Parameter, rests_on
from tests.oracle.joint import Chances, exactly, for_many
from tests.support.conditions import evidence, networks
from tests.support.knowledge import SHIPPED

CLEAR = 1e-9  # a change that leaves the two closer than this is too close to judge
Enumeration = Callable[[Network, list[str], list[str]], Chances]


@st.composite
def asked(draw: st.DrawFn) -> tuple[Network, list[str], list[str]]:
    network = draw(networks(causes=4, findings=6))
    return network, *draw(evidence(network, at_least=1))


@settings(max_examples=60)
@given(asked())
def test_a_ranking_rests_on_exactly_the_numbers_that_change_it(asked_: Any) -> None:
    network = asked_[0]
    every = {(cause, finding): True for cause in network.priors for finding in (None, *network.links[cause])}
    _rests_on_what_changes_it(*asked_, every, exactly)


@settings(max_examples=5)
@given(
    st.lists(st.sampled_from(list(SHIPPED.findings)), min_size=1, max_size=4, unique=True),
    st.lists(st.sampled_from(list(SHIPPED.findings)), max_size=8, unique=True),
)
def test_the_shipped_ranking_rests_on_exactly_the_estimates_that_change_it(there: Any, not_there: Any) -> None:
    absent = [finding for finding in not_there if finding not in there]
    _rests_on_what_changes_it(network_for({}, SHIPPED), there, absent, estimates(SHIPPED), for_many)


@given(asked())
def test_what_is_no_estimate_is_never_named(asked_: Any) -> None:
    evidence_ = Evidence(*asked_)
    assert rests_on(evidence_, _ranked(evidence_, evidence_.posterior().probability), {}) == []


def test_nothing_rests_on_anything_where_no_cause_is_shown() -> None:
    network = Network({"c": 0.3}, {"f": 0.2}, {"c": {"f": 0.5}})
    assert rests_on(Evidence(network, [], []), [], {("c", None): True}) == []


def test_a_single_cause_has_no_rival() -> None:
    found = Evidence(Network({"c": 0.3}, {"f": 0.2}, {"c": {"f": 0.5}}), ["f"], [])
    assert rests_on(found, [("c", 0.5)], {("c", None): True}) == []


def _ranked(evidence_: Evidence, chances: Chances) -> list[tuple[str, float]]:
    return sorted(((cause, chances[cause]) for cause in evidence_.on), key=lambda item: -item[1])


def _rests_on_what_changes_it(
    network: Network, present: list[str], absent: list[str], estimated: Any, enumerate_all: Enumeration
) -> None:
    evidence_ = Evidence(network, present, absent)
    ranked = _ranked(evidence_, enumerate_all(network, present, absent))
    if not ranked or any(ranked[0][1] - chance < CLEAR for _, chance in ranked[1:]):
        return
    changing, unclear = set[Parameter](), set[Parameter]()
    top = ranked[0][0]
    for rival, _ in ranked[1:]:
        for parameter, changed in _changes(network, (top, rival)):
            if estimated.get(parameter):
                chances = enumerate_all(changed, present, absent)
                lead = chances[rival] - chances[top]
                if abs(lead) < CLEAR:
                    unclear.add(parameter)
                elif lead > 0:
                    changing.add(parameter)
    found = set(rests_on(evidence_, ranked, estimated))
    assert found - unclear == changing - unclear


def _changes(network: Network, causes: tuple[str, str]) -> Iterator[tuple[Parameter, Network]]:
    """The network with the odds of one number of these causes halved, and doubled."""
    for cause in causes:
        for factor in (1 / FACTOR, FACTOR):
            yield (cause, None), replace(network, priors=_with(network.priors, cause, factor))
            for finding in network.links[cause]:
                links = {**network.links, cause: _with(network.links[cause], finding, factor)}
                yield (cause, finding), replace(network, links=links)


def _with(numbers: Any, name: str, factor: float) -> dict[str, float]:
    odds = numbers[name] / (1 - numbers[name]) * factor
    return {**numbers, name: odds / (1 + odds)}
