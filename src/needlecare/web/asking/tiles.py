"""Several yes/no-like facts asked at once, as tiles: what is chosen is there, and the rest is not.

Nothing chosen and not "None of these" either means that nobody answered: all stays unknown. A sign may be chosen
without saying how strong it is. Then it counts as severe: every rule asks for at least some strength, more of a sign
never calms an answer (SAFETY.md), so this is the one reading under which no answer can come out calmer than with the
true strength. The page says so, and offers to say how strong it is.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from needlecare.knowledge.check_conditions import conditions
from needlecare.knowledge.condition import fact_key, leaves
from needlecare.knowledge.model import Knowledge

if TYPE_CHECKING:
    from needlecare.web.asking.case import Answers

NONE = "none"
THERE = "there"  # chosen, without its strength
_LEFT_OUT = "Choose all that you have. What you leave out counts as not there."
_SINCE = "Choose all that fit. What you leave out counts as a no."
_TILES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "any.warning": ("Do you have any of these now?", _LEFT_OUT, ("warning", "general")),
    "any.later_marks": ("Has the skin changed in one of these ways?", _LEFT_OUT, ("later_marks",)),
    "any.history": ("Do you have any of these, or had them before?", _SINCE, ("history",)),
    "any.medicines": ("Do you take or use any of these?", _SINCE, ("medicines",)),
    "any.followed": ("Which of these have you done since the treatment?", _SINCE, ("care",)),
    "any.care": ("Since the treatment, have you done or used any of these?", _SINCE, ("care",)),
}
TILES = tuple(_TILES)
_FOLLOWED = ("care.cleansed_gently", "care.moisturised", "care.sunscreen")  # told for the clinic; no rule looks at them


def words(key: str) -> tuple[str, str]:
    """How to ask for a group, and how to answer. KeyError: there is no such group."""
    label, hint, _ = _TILES[key]
    return label, hint


@lru_cache(maxsize=512)
def members(key: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The keys of the facts in a group; of a person's facts only those that some rule, cause or care looks at."""
    if key == "any.followed":
        return _FOLLOWED
    groups = _TILES[key][2]
    signs = tuple(f"sign.{name}" for group in groups for name, sign in knowledge.signs.items() if sign.group == group)
    looked_at = _looked_at(knowledge)
    return signs or tuple(fact for fact in knowledge.facts if fact.partition(".")[0] in groups and fact in looked_at)


def chosen(key: str, answers: "Answers", knowledge: Knowledge) -> list[str]:
    """The tiles that are chosen by what is known; `none` where all of it is known not to be there."""
    held = [answers.get(member) for member in members(key, knowledge)]
    no = ("none", "no")
    there = [
        member
        for member, value in zip(members(key, knowledge), held, strict=True)
        if value and value not in (*no, "unknown")
    ]
    return there or ([NONE] if held and all(value in no for value in held) else [])


def told(key: str, picked: Iterable[str], strong: Mapping[str, str], knowledge: Knowledge) -> dict[str, str]:
    """What choosing these tiles says of each fact in the group; a strength alone chooses its tile, too."""
    known = members(key, knowledge)
    there = {member for member in picked if member in known} | {member for member in known if strong.get(member)}
    if not there and NONE not in picked:
        return {}
    return {member: (strong.get(member) or _yes(member)) if member in there else _no(member) for member in known}


def _yes(member: str) -> str:
    return THERE if member.startswith("sign.") else "yes"


def _no(member: str) -> str:
    return NONE if member.startswith("sign.") else "no"


@lru_cache(maxsize=64)
def _looked_at(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fact_key(leaf) or "" for _, _, condition in conditions(knowledge) for leaf in leaves(condition))
