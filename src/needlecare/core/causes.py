"""What is likely causing it: the noisy-OR network of the knowledge files, asked with the known findings."""

from functools import lru_cache
from typing import Any

from needlecare.core.assessment import CauseView, Contribution
from needlecare.core.condition import evaluate
from needlecare.core.network import MOST_FINDINGS, Evidence, Network, Posterior
from needlecare.core.network_by_causes import posterior_by_causes
from needlecare.core.sensitivity import Parameter, rests_on
from needlecare.knowledge.model import Cause, Knowledge

CLOSE = 2.0  # where the odds of the first cause are less than so many times those of the second, they are close
SHOWN_FROM = 0.01
_LEAST_WEIGHT = 0.05


def causes_of(facts: dict[str, Any], knowledge: Knowledge) -> tuple[CauseView, ...]:
    """The causes of what was reported, most probable first; none where nothing was reported that would need one."""
    present, absent = findings_of(facts, knowledge)
    if not present or not any(key.startswith("sign.") and rank for key, rank in facts.items()):
        return ()
    network = network_for(facts, knowledge)
    evidence = Evidence(network, present, absent) if len(present) <= MOST_FINDINGS else None
    posterior = evidence.posterior() if evidence else posterior_by_causes(network, present, absent)
    explaining = [
        (name, chance)
        for name, chance in posterior.probability.items()
        if not network.links[name].keys().isdisjoint(present)
    ]
    ranked = sorted(explaining, key=lambda item: (-item[1], item[0]))
    shown = [item for item in ranked if item[1] >= SHOWN_FROM] or ranked[:1]
    rests = (
        tuple(_said(parameter, knowledge) for parameter in rests_on(evidence, shown, estimates(knowledge)))
        if evidence
        else (knowledge.words["too_many_findings"],)
    )
    close = shown[1][0] if len(shown) > 1 and _odds(shown[0][1]) < CLOSE * _odds(shown[1][1]) else None
    return tuple(
        _view(
            knowledge.causes[name],
            chance,
            _contributions(name, posterior, set(present), knowledge),
            close if at == 0 else None,
            rests if at == 0 else (),
        )
        for at, (name, chance) in enumerate(shown)
    )


def _odds(probability: float) -> float:
    return probability / max(1 - probability, 1e-9)


def findings_of(facts: dict[str, Any], knowledge: Knowledge) -> tuple[list[str], list[str]]:
    """The findings that are there and those that are not; unknown ones, and those out of their days, are in neither."""
    present: list[str] = []
    absent: list[str] = []
    for name, finding in knowledge.findings.items():
        if finding.applies is not None and not evaluate(finding.applies, facts):
            continue
        found = evaluate(finding.when, facts)
        if found is not None:
            (present if found else absent).append(name)
    return present, absent


def network_for(facts: dict[str, Any], knowledge: Knowledge) -> Network:
    """The network with priors for this person, procedure and day; a modifier that is unknown leaves the prior alone."""
    return Network(
        priors={name: prior_of(cause, facts) for name, cause in knowledge.causes.items()},
        leaks=_leaks(knowledge),
        links=_links(knowledge),
    )


@lru_cache(maxsize=4)
def _leaks(knowledge: Knowledge) -> dict[str, float]:
    return {name: finding.leak.value for name, finding in knowledge.findings.items()}


@lru_cache(maxsize=4)
def _links(knowledge: Knowledge) -> dict[str, dict[str, float]]:
    return {name: {link.finding: link.value for link in cause.links} for name, cause in knowledge.causes.items()}


def prior_of(cause: Cause, facts: dict[str, Any]) -> float:
    """The probability of a cause before any finding: its prior odds times the odds of every modifier that is true."""
    odds = cause.prior.value / (1 - cause.prior.value)
    for modifier in cause.modifiers:
        if evaluate(modifier.when, facts):
            odds *= modifier.odds.value
    return odds / (1 + odds)


@lru_cache(maxsize=4)
def estimates(knowledge: Knowledge) -> dict[Parameter, bool]:
    """Whether each parameter is an estimate. A prior is one where its value or any modifier is."""
    found: dict[Parameter, bool] = {}
    for name, cause in knowledge.causes.items():
        odds = [modifier.odds for modifier in cause.modifiers]
        found[name, None] = any(number.grade == "estimate" for number in (cause.prior, *odds))
        found |= {(name, link.finding): link.grade == "estimate" for link in cause.links}
    return found


def _contributions(
    name: str, posterior: Posterior, present: set[str], knowledge: Knowledge
) -> tuple[Contribution, ...]:
    links = {link.finding: link for link in knowledge.causes[name].links}
    weights = sorted(posterior.weight[name].items(), key=lambda item: (-abs(item[1]), item[0]))
    return tuple(
        Contribution(
            finding=finding,
            name=knowledge.findings[finding].name,
            present=finding in present,
            weight=round(weight, 3),
            sources=links[finding].sources if finding in links else knowledge.findings[finding].leak.sources,
            grade=links[finding].grade if finding in links else "estimate",
        )
        for finding, weight in weights
        if abs(weight) >= _LEAST_WEIGHT
    )


def _view(
    cause: Cause, chance: float, contributions: tuple[Contribution, ...], close: str | None, rests: tuple[str, ...]
) -> CauseView:
    return CauseView(
        id=cause.id,
        name=cause.name,
        probability=round(chance, 4),
        strength=cause.strength,
        mechanism=cause.mechanism,
        evidence_for=cause.evidence_for,
        evidence_against=cause.evidence_against,
        contributions=contributions,
        what_to_do=cause.what_to_do,
        stop_waiting=cause.stop_waiting,
        close_to=close,
        rests_on=rests,
    )


def _said(parameter: Parameter, knowledge: Knowledge) -> str:
    cause, finding = parameter
    name = knowledge.causes[cause].name
    if finding is None:
        return f"how common {name} is"
    return f"how often {name} shows as {knowledge.findings[finding].name}"
