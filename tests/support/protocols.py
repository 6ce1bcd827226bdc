"""Clinic protocols as plain data, for Hypothesis: sound ones, overreaching ones, and ones with a part spoilt."""

from typing import Any, get_args

from hypothesis import strategies as st

from needlecare.knowledge.check_conditions import PER_SIGN
from needlecare.knowledge.vocabulary import LEVELS, SIGNS, Distribution, Trend
from tests.support.knowledge import SHIPPED

Data = dict[str, Any]
WORDS = st.text("abc xyz-", min_size=1, max_size=12)
NEW_IDS = st.sampled_from(["our_rule", "our_other_rule", "CLINIC", "fever"])
YES_NO_FACTS = [
    key for key, fact in SHIPPED.facts.items() if fact.kind == "yes_no" and key not in (*PER_SIGN, "exposure")
]
NUMBERS = [key for key, fact in SHIPPED.facts.items() if fact.kind == "number" and key != "onset"]

_leaves: st.SearchStrategy[Data] = st.one_of(
    st.fixed_dictionaries({"sign": st.sampled_from(SIGNS)}, optional={"at_least": st.sampled_from(["mild", "severe"])}),
    st.fixed_dictionaries({"yes": st.sampled_from(YES_NO_FACTS)}),
    st.fixed_dictionaries({"yes": st.tuples(st.sampled_from(PER_SIGN[:3]), st.sampled_from(SIGNS)).map(".".join)}),
    st.fixed_dictionaries({"number": st.sampled_from(NUMBERS), "from": st.integers(0, 40)}),
    st.fixed_dictionaries({"number": st.sampled_from(["day", "fitzpatrick", "pain_0_10"]), "below": st.integers(1, 9)}),
    st.fixed_dictionaries({"number": st.sampled_from(SIGNS).map("onset.{}".format), "from": st.integers(0, 9)}),
    st.fixed_dictionaries(
        {"fact": st.just("distribution"), "among": st.lists(st.sampled_from(get_args(Distribution)), min_size=1)}
    ),
    st.fixed_dictionaries({"fact": st.just("trend"), "among": st.lists(st.sampled_from(get_args(Trend)), min_size=1)}),
    st.just({"unknown": "day"}),
)
conditions = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.fixed_dictionaries({"all": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"any": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"not": inner}),
        st.fixed_dictionaries({"at_least": st.integers(1, 3), "of": st.lists(inner, min_size=2, max_size=3)}),
    ),
    max_leaves=4,
)
_levels = st.sampled_from(LEVELS)
_days = st.sampled_from([0, 1, 2.5, 7, 30, -1])
red_flags = st.fixed_dictionaries({"level": _levels, "name": WORDS, "reason": WORDS, "when": conditions})
changed_care = st.fixed_dictionaries(
    {}, optional={"resume_day": _days, "text": WORDS, "before_day": st.integers(0, 30)}
)
new_care = st.fixed_dictionaries(
    {"topic": WORDS, "act": st.sampled_from(["do", "avoid"]), "text": WORDS, "why": WORDS},
    optional={"when": conditions},
)


def _some(keys: st.SearchStrategy[str], values: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    return st.dictionaries(keys, values, max_size=2)


sound_clinics = st.fixed_dictionaries({"name": WORDS}, optional={"phone": WORDS, "protocol_version": WORDS})
tightened = _some(st.sampled_from(list(SHIPPED.rules)), st.fixed_dictionaries({"level": _levels}))
protocols: st.SearchStrategy[Data] = st.fixed_dictionaries(
    {"clinic": sound_clinics},
    optional={
        "tighten": tightened,
        "red_flags": _some(NEW_IDS, red_flags),
        "care": _some(st.sampled_from(list(SHIPPED.care)), changed_care) | _some(NEW_IDS, new_care),
    },
)
"""Well-formed protocols. Some overreach: they would lower a level, replace a rule, or ask for what nobody can know."""

_junk = st.sampled_from(
    [
        0,
        -1,
        2.5,
        True,
        "",
        "emergency",
        [],
        ["x"],
        {},
        {"level": []},
        {"when": {"yes": "no_such_fact"}},
        {"yes": "no_such_fact"},
    ]
)


@st.composite
def spoilt(draw: st.DrawFn) -> Data:
    """A protocol with one part, at any depth, replaced by something else."""
    return _spoil(draw(protocols), draw)


def _spoil(value: Any, draw: st.DrawFn) -> Any:
    if not isinstance(value, dict) or not value or draw(st.integers(0, 3)) == 0:
        return draw(_junk)
    key = draw(st.sampled_from(sorted(value)))
    return {**value, key: _spoil(value[key], draw)}
