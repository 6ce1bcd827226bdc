"""The inference against the enumeration of every state of the causes."""

from math import log
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from needlecare.core.causes import network_for
from needlecare.core.network import Evidence, Network
from tests.oracle.joint import Chances, exactly, for_many, log_odds
from tests.support.conditions import evidence, networks
from tests.support.knowledge import SHIPPED

FEW = 9
MANY = 10  # findings that are there; an alternating sum over so many loses its digits
SURE = 1e-4  # log odds are compared where neither side is nearly certain; there a probability's last digits decide


people = st.fixed_dictionaries(
    {},
    optional={
        "day": st.integers(0, 30),
        "history.acne": st.booleans(),
        "skin_type": st.sampled_from(["oily", "dry"]),
    },
)


def told(at_least: int, at_most: int) -> st.SearchStrategy[list[str]]:
    """Findings of the shipped network."""
    return st.lists(st.sampled_from(list(SHIPPED.findings)), min_size=at_least, max_size=at_most, unique=True)


@st.composite
def asked(draw: st.DrawFn, *, causes: int, findings: int, at_least: int = 0) -> tuple[Network, list[str], list[str]]:
    network = draw(networks(causes=causes, findings=findings).filter(lambda found: len(found.leaks) >= at_least))
    return network, *draw(evidence(network, at_least=at_least))


@given(asked(causes=5, findings=FEW))
def test_probabilities_are_those_of_the_enumeration(asked_: Any) -> None:
    _same(Evidence(*asked_).posterior().probability, exactly(*asked_))


@settings(max_examples=40)
@given(asked(causes=4, findings=12, at_least=MANY))
def test_probabilities_are_those_of_the_enumeration_for_many_findings_too(asked_: Any) -> None:
    _same(Evidence(*asked_).posterior().probability, exactly(*asked_))


@given(asked(causes=3, findings=6))
def test_a_finding_that_is_there_weighs_what_leaving_it_out_takes_away(asked_: Any) -> None:
    _weighs_what_leaving_out_takes_away(*asked_)


@settings(max_examples=15)
@given(asked(causes=3, findings=11, at_least=MANY))
def test_many_findings_each_weigh_what_leaving_it_out_takes_away(asked_: Any) -> None:
    _weighs_what_leaving_out_takes_away(*asked_)


@given(asked(causes=4, findings=8))
def test_a_finding_that_is_not_there_weighs_against_each_cause_by_its_link_alone(asked_: Any) -> None:
    network, _, absent = asked_
    for cause, weights in Evidence(*asked_).posterior().weight.items():
        for finding in absent:
            link = network.links[cause].get(finding)
            assert weights.get(finding) == (None if link is None else pytest.approx(log(1 - link)))


@given(asked(causes=4, findings=8))
def test_a_finding_that_is_not_there_makes_a_cause_it_comes_from_less_probable(asked_: Any) -> None:
    network, present, _ = asked_
    if not present:  # with others there, one cause may be explained away for another
        for cause, chance in Evidence(*asked_).posterior().probability.items():
            assert chance <= network.priors[cause] * (1 + 1e-12)


@settings(max_examples=25)
@given(facts=people, there=told(1, FEW), not_there=told(0, 12))
def test_the_shipped_network_gives_the_probabilities_of_the_enumeration(
    facts: Any, there: list[str], not_there: list[str]
) -> None:
    asked_ = _asked(facts, there, not_there)
    _same(Evidence(*asked_).posterior().probability, for_many(*asked_))


@settings(max_examples=6)
@given(facts=people, there=told(MANY, MANY + 3), not_there=told(0, 12))
def test_the_shipped_network_gives_them_for_many_findings_too(
    facts: Any, there: list[str], not_there: list[str]
) -> None:
    asked_ = _asked(facts, there, not_there)
    _same(Evidence(*asked_).posterior().probability, for_many(*asked_))


@settings(max_examples=6)
@given(facts=people, there=told(1, 6), not_there=told(0, 12))
def test_in_the_shipped_network_each_finding_weighs_what_leaving_it_out_takes_away(
    facts: Any, there: list[str], not_there: list[str]
) -> None:
    _weighs_what_leaving_out_takes_away(*_asked(facts, there, not_there), by=for_many)


def test_without_findings_each_cause_is_as_probable_as_before() -> None:
    network = Network({"c": 0.3, "d": 0.1}, {"f": 0.2}, {"c": {"f": 0.5}, "d": {}})
    assert Evidence(network, [], []).posterior().probability == pytest.approx(network.priors)


def test_the_two_enumerations_agree() -> None:
    network = Network({"c": 0.3, "d": 0.1}, {"f": 0.2, "g": 0.1}, {"c": {"f": 0.5}, "d": {"f": 0.9, "g": 0.4}})
    assert for_many(network, ["f"], ["g"]) == pytest.approx(exactly(network, ["f"], ["g"]), abs=1e-12)


def _same(found: Chances, expected: Chances) -> None:
    assert found == pytest.approx(expected, abs=1e-9)


def _weighs_what_leaving_out_takes_away(
    network: Network, present: list[str], absent: list[str], by: Any = exactly
) -> None:
    posterior = Evidence(network, present, absent).posterior()
    whole = by(network, present, absent)
    for finding in present:
        without = by(network, [other for other in present if other != finding], absent)
        for cause in network.priors:
            if all(SURE < chance < 1 - SURE for chance in (whole[cause], without[cause])):
                weight = log_odds(whole[cause]) - log_odds(without[cause])
                assert posterior.weight[cause].get(finding, 0.0) == pytest.approx(weight, abs=1e-6)


def _asked(facts: dict[str, Any], there: list[str], not_there: list[str]) -> tuple[Network, list[str], list[str]]:
    return network_for(facts, SHIPPED), there, [finding for finding in not_there if finding not in there]
