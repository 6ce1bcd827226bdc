"""Whole cases as plain data, for Hypothesis: everything a person may tell, in any mixture."""

from datetime import timedelta
from itertools import accumulate
from typing import Any, get_args

from hypothesis import strategies as st

from needlecare.knowledge.condition import SignIs, leaves
from needlecare.knowledge.vocabulary import (
    SEVERITIES,
    SIGNS,
    AreaId,
    CareId,
    CountId,
    Device,
    Distribution,
    HistoryId,
    MedicineId,
    Setting,
    Sex,
    SkinType,
    Trend,
)  # fmt: skip
from tests.support.cases import TODAY, Data, case_data
from tests.support.knowledge import SHIPPED

LAST_DAY = 40
YES_NO = st.sampled_from(["yes", "no"])
COUNTED = get_args(CountId)
DISTRIBUTIONS = get_args(Distribution)
TRENDS = get_args(Trend)
depths = st.sampled_from([0.2, 0.25, 0.35, 0.5, 0.55, 1.0, 1.5, 2.0, 2.5, 3.5])


def one_of(names: Any) -> st.SearchStrategy[str]:
    """One of the words of a vocabulary."""
    return st.sampled_from(get_args(names))


def known(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Data]:
    """Some of these fields; the rest is unknown."""
    return st.fixed_dictionaries({}, optional=fields)


def some(names: Any, values: st.SearchStrategy[Any], at_most: int = 3) -> st.SearchStrategy[Data]:
    """Values for a few words of a vocabulary."""
    return st.dictionaries(one_of(names), values, max_size=at_most)


patients = known(
    {
        "age": st.integers(16, 90),
        "sex": one_of(Sex),
        "fitzpatrick": st.integers(1, 6),
        "skin_type": one_of(SkinType),
        "pregnant": YES_NO,
        "history": some(HistoryId, YES_NO),
        "medicines": some(MedicineId, YES_NO),
    }
)
procedures = known(
    {
        "device": one_of(Device),
        "needle_depth_mm": depths,
        "setting": one_of(Setting),
        "areas": st.lists(one_of(AreaId), min_size=1, max_size=2, unique=True),
        "applied": st.lists(
            st.sampled_from(["vitamin c serum", "hyaluronic acid", "retinol", "plain gel"]), max_size=2
        ),
        "numbing_cream": YES_NO,
        "under_occlusion": YES_NO,
        "sterile_single_use": YES_NO,
    }
)
products = st.lists(
    known(
        {
            "name": st.sampled_from(["day cream", "night oil"]),
            "ingredients": st.sampled_from(["Aqua, Glycerin", "Aqua, Retinol, Parfum", "Cocos Nucifera Oil"]),
            "kind": st.sampled_from(["leave_on", "rinse_off"]),
        }
    ),
    max_size=2,
)


SIGNS_OF_RULES = [
    tuple(dict.fromkeys(leaf.sign for leaf in leaves(rule.when) if isinstance(leaf, SignIs)))
    for rule in SHIPPED.rules.values()
]


@st.composite
def pools(draw: st.DrawFn) -> list[str]:
    """A few signs: any, or such as meet in a triage rule."""
    of_a_rule = st.sampled_from([signs for signs in SIGNS_OF_RULES if len(signs) > 1])
    among = draw(st.just(SIGNS) | of_a_rule)
    return draw(st.lists(st.sampled_from(among), min_size=1, max_size=4, unique=True))


def looks(pool: list[str]) -> st.SearchStrategy[Data]:
    """One check-in without its day, about signs of the pool."""
    counted = [sign for sign in pool if sign in COUNTED]
    fields: dict[str, st.SearchStrategy[Any]] = {
        "signs": st.dictionaries(st.sampled_from(pool), st.sampled_from(SEVERITIES), max_size=len(pool)),
        "distribution": st.lists(st.sampled_from(DISTRIBUTIONS), min_size=1, max_size=2, unique=True),
        "trend": st.sampled_from(TRENDS),
        "fever": YES_NO,
        "temperature_c": st.sampled_from([36.5, 37.9, 38.0, 39.5]),
        "onset_day": st.dictionaries(st.sampled_from(pool), st.integers(0, LAST_DAY), max_size=1),
        "care": some(CareId, YES_NO, at_most=2),
    }
    if counted:
        fields["counts"] = st.dictionaries(st.sampled_from(counted), st.sampled_from([0, 1, 5, 6, 20, 21]), max_size=2)
    if "pain" in pool:
        fields["pain_0_10"] = st.sampled_from([0, 0.5, 3, 4, 6.5, 7, 10])
    if "itch" in pool:
        fields["itch_0_10"] = st.sampled_from([0, 1, 3, 6.5, 7, 10])
    return known(fields)


@st.composite
def cases(draw: st.DrawFn, *, most_looks: int = 3, day_known: bool | None = None) -> Data:
    """A whole case: check-ins in order of their days, a few days apart, each given as day or as date or not at all.

    All check-ins speak of the same few signs, so that these rise and fall. `day_known` says whether the day of the last
    one is; None leaves that open.
    """
    pool = draw(pools())
    number = draw(st.integers(0 if day_known is None else 1, most_looks))
    gaps = draw(st.lists(st.integers(1, 5), min_size=number, max_size=number))
    days = list(accumulate(gaps, initial=draw(st.integers(-1, LAST_DAY - 15))))[1:]
    procedure = draw(procedures)
    start = None
    if draw(st.booleans()):
        start = TODAY - timedelta(days=(days[-1] if days else 0) + draw(st.integers(0, 3)))
        procedure = {**procedure, "date": start.isoformat()}
    check_ins = []
    for at, day in enumerate(days):
        look = draw(looks(pool))
        last = at == number - 1
        missing = day_known is False if last and day_known is not None else draw(st.integers(0, 9)) == 0
        if start is not None and draw(st.booleans()) and not missing:
            look["date"] = (start + timedelta(days=day)).isoformat()
        elif not missing:
            look["day"] = day
        check_ins.append(look)
    return {
        "patient": draw(patients),
        "procedure": procedure,
        "check_ins": check_ins,
        "products": draw(products),
    }


@st.composite
def seen_twice(draw: st.DrawFn) -> Data:
    """Two check-ins a day apart that both speak of all the same signs, and a trend."""
    pool = draw(st.sampled_from([signs for signs in SIGNS_OF_RULES if len(signs) > 1]).map(list))
    more = draw(st.lists(st.sampled_from(SIGNS), max_size=2))
    signs = st.fixed_dictionaries(
        {sign: st.sampled_from(SEVERITIES) for sign in (*draw(st.permutations(pool))[:3], *more)}
    )
    day = draw(st.integers(0, 15))
    return case_data(
        day + 1, earlier=({"day": day, "signs": draw(signs)},), signs=draw(signs), trend=draw(st.sampled_from(TRENDS))
    )


# Anything that a JSON, TOML or YAML file may hold
scalars: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.dates()
    | st.datetimes()
    | st.sampled_from(["yes", "no", "unknown", "?", "none", "mild", "VI", "²", "\ud800", "9" * 5000, -1, 1e308])
)
garbage = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=8) | st.integers() | st.none(), inner, max_size=4)
    ),
    max_leaves=10,
)
