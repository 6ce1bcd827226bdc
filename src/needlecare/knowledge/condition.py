"""The shapes a condition may take; data only, read by core/condition.py.

A condition is written in TOML as a table with one telling key:

    { sign = "erythema", at_least = "moderate" }          a sign, at that severity or worse
    { number = "day", from = 4, below = 8 }               from <= value < below; either end may be left out
    { yes = "history.cold_sores" }                        a yes/no fact
    { fact = "distribution", among = ["spreading"] }      a choice, or any member of a set of choices
    { unknown = "day" }                                   nobody told us (only for the day)
    { all = [...] }  { any = [...] }  { not = {...} }  { at_least = 2, of = [...] }
    { term = "systemic_illness" }                         a named condition of triage/terms.toml
"""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from needlecare.knowledge.vocabulary import Severity, SignId


class Frozen(BaseModel):
    """A value that cannot change and refuses fields it does not know."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, allow_inf_nan=False, populate_by_name=True, str_min_length=1
    )


class SignIs(Frozen):
    """A sign at a severity or worse."""

    sign: SignId
    at_least: Severity = "mild"


class NumberIn(Frozen):
    """Half-open: from <= value < below. The unit is that of the fact (days, °C, mm, spots, points)."""

    number: str
    from_: Annotated[float | None, Field(alias="from")] = None
    below: float | None = None

    @model_validator(mode="after")
    def _has_an_end(self) -> Self:
        if self.from_ is None and self.below is None:
            raise ValueError("give `from`, `below` or both")
        if self.from_ is not None and self.below is not None and self.from_ >= self.below:
            raise ValueError("`from` must be less than `below`")
        return self


class Yes(Frozen):
    """A yes/no fact that holds."""

    yes: str


class Among(Frozen):
    """A choice that is one of these values, or a set that holds at least one of them."""

    fact: str
    among: Annotated[tuple[str, ...], Field(min_length=1)]


class Unknown(Frozen):
    """A fact that nobody gave."""

    unknown: Literal["day"]


class All(Frozen):
    """Every part holds."""

    all: Annotated[tuple["Condition", ...], Field(min_length=1)]


class AnyOf(Frozen):
    """At least one part holds."""

    any: Annotated[tuple["Condition", ...], Field(min_length=1)]


class Not(Frozen):
    """The part does not hold."""

    not_: Annotated["Condition", Field(alias="not")]


class AtLeast(Frozen):
    """At least so many of the parts hold."""

    at_least: Annotated[int, Field(ge=1)]
    of: Annotated[tuple["Condition", ...], Field(min_length=2)]


_KINDS = ("sign", "number", "yes", "fact", "unknown", "all", "any", "not", "of")


def _kind(value: Any) -> str | None:
    if isinstance(value, dict):
        return next((kind for kind in _KINDS if kind in value), None)
    return next((kind for of_kind, kind in _KIND_OF_CLASS if isinstance(value, of_kind)), None)


_KIND_OF_CLASS = tuple(zip((SignIs, NumberIn, Yes, Among, Unknown, All, AnyOf, Not, AtLeast), _KINDS, strict=True))

Condition = Annotated[
    Annotated[SignIs, Tag("sign")]
    | Annotated[NumberIn, Tag("number")]
    | Annotated[Yes, Tag("yes")]
    | Annotated[Among, Tag("fact")]
    | Annotated[Unknown, Tag("unknown")]
    | Annotated[All, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[AtLeast, Tag("of")],
    Discriminator(
        _kind,
        custom_error_type="condition_kind",
        custom_error_message="no condition: give sign, number, yes, fact, unknown, all, any, not, or at_least with of",
    ),
]


def parts(condition: "Condition") -> tuple["Condition", ...]:
    """The conditions directly inside this one; none for a comparison."""
    if isinstance(condition, All):
        return condition.all
    if isinstance(condition, AnyOf):
        return condition.any
    if isinstance(condition, AtLeast):
        return condition.of
    return (condition.not_,) if isinstance(condition, Not) else ()


def fact_key(condition: "Condition") -> str | None:
    """The fact a comparison looks at (`sign.erythema`, `day`, `history.acne`); None for a combination."""
    match condition:
        case SignIs(sign=sign):
            return f"sign.{sign}"
        case NumberIn(number=key) | Yes(yes=key) | Among(fact=key) | Unknown(unknown=key):
            return key
        case _:
            return None


def leaves(condition: "Condition") -> list["Condition"]:
    """Every comparison inside a condition, in order."""
    inner = parts(condition)
    return [leaf for part in inner for leaf in leaves(part)] if inner else [condition]
