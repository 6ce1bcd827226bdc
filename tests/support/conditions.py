"""Conditions and networks, for Hypothesis: few facts, so that they meet again and every completion can be tried."""

from typing import Any

from hypothesis import strategies as st

from needlecare.core.network import Network
from needlecare.knowledge.condition import All, Among, AnyOf, AtLeast, Condition, Not, NumberIn, SignIs, Yes

_SIGNS = st.sampled_from(["erythema", "pain", "papules"])
_ABOVE_NONE = st.sampled_from(["mild", "moderate", "severe"])


def _number(ends: tuple[int, int], which: str) -> NumberIn:
    low, high = ends
    return NumberIn(number="day", from_=None if which == "below" else low, below=None if which == "from" else high)


LEAVES: dict[str, st.SearchStrategy[Condition]] = {
    "sign": st.builds(SignIs, sign=_SIGNS, at_least=_ABOVE_NONE),
    "number": st.builds(
        _number,
        st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda ends: ends[0] < ends[1]),
        st.sampled_from(["from", "below", "both"]),
    ),
    "yes": st.builds(Yes, yes=st.sampled_from(["fever", "history.acne"])),
    "choice": st.builds(Among, fact=st.just("trend"), among=st.sampled_from([("worsening",), ("stable", "worsening")])),
    "set": st.builds(
        Among, fact=st.just("distribution"), among=st.sampled_from([("spreading",), ("grid",), ("spreading", "grid")])
    ),
}


def _combined(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return (
        st.builds(lambda parts: All(all=parts), several)
        | st.builds(lambda parts: AnyOf(any=parts), several)
        | st.builds(lambda part: Not(not_=part), inner)
        | st.builds(lambda count, parts: AtLeast(at_least=count, of=parts), st.integers(1, 4), several)
    )


conditions: st.SearchStrategy[Condition] = st.recursive(st.one_of(*LEAVES.values()), _combined, max_leaves=6)
"""Any condition, facts asked for again and again included; `unknown` is left out, for it speaks of what was told."""

_ONCE: list[Condition] = [
    SignIs(sign="erythema", at_least="moderate"),
    SignIs(sign="pain"),
    NumberIn(number="day", from_=4),
    Yes(yes="fever"),
    Yes(yes="history.acne"),
    Among(fact="distribution", among=("spreading", "grid")),
    Among(fact="trend", among=("worsening",)),
]


@st.composite
def read_once_conditions(draw: st.DrawFn) -> Condition:
    """A condition that asks for each fact only once."""
    parts = draw(st.permutations(_ONCE))[: draw(st.integers(1, 6))]
    while len(parts) > 1:
        size = draw(st.integers(2, min(3, len(parts))))
        group, parts = tuple(parts[:size]), parts[size:]
        kind = draw(st.sampled_from(["all", "any", "at_least", "not"]))
        joined: Condition = AnyOf(any=group) if kind == "any" else All(all=group)
        if kind == "at_least":
            joined = AtLeast(at_least=draw(st.integers(1, size)), of=group)
        parts = [*parts, Not(not_=joined) if kind == "not" else joined]
    return parts[0]


def facts_among(domains: dict[str, tuple[Any, ...]]) -> st.SearchStrategy[dict[str, Any]]:
    """Some of the facts, each with one of its values."""
    return st.fixed_dictionaries({}, optional={key: st.sampled_from(values) for key, values in domains.items()})


_CHANCES = st.floats(0.001, 0.99)


@st.composite
def networks(draw: st.DrawFn, *, causes: int = 4, findings: int = 8) -> Network:
    """A two-layer network of up to this many causes and findings; any cause may lead to any finding."""
    names = [f"f{at}" for at in range(draw(st.integers(1, findings)))]
    links = st.dictionaries(st.sampled_from(names), _CHANCES, min_size=1, max_size=len(names))
    ids = [f"c{at}" for at in range(draw(st.integers(1, causes)))]
    return Network(
        priors={cause: draw(_CHANCES) for cause in ids},
        leaks={name: draw(_CHANCES) for name in names},
        links={cause: draw(links) for cause in ids},
    )


@st.composite
def evidence(draw: st.DrawFn, network: Network, *, at_least: int = 0) -> tuple[list[str], list[str]]:
    """Which findings are there and which are not; the rest is unknown."""
    told = {
        name: "there" if at < at_least else draw(st.sampled_from(["there", "there", "not", "unknown"]))
        for at, name in enumerate(network.leaks)
    }
    return [name for name in told if told[name] == "there"], [name for name in told if told[name] == "not"]
