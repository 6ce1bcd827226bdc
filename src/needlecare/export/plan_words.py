"""Until when something is done or left out, and what is new on a day, in words."""

from collections.abc import Callable, Collection, Iterable, Iterator

_NEW_ON_A_DAY = (
    ("do", "do"),
    ("avoid", "leave out"),
    ("ask", "may be allowed, ask"),
    ("may_resume", "may start again"),
)
"""The lists of a day of the plan, in the order in which they are said, with how a list is called."""
_MIND = "mind"  # what is said before rules that are not named by what is to be left out
_NEVER_FOLDED = frozenset(
    ("call", "ask", "clinic", "doctor", "emergency", "today", "not", "never", "no", "stop", "only", "take", "taking")
)


def until_words(name: str, from_day: int, until_day: int | None, *, ranged: bool) -> str:
    """Until when an item of the list `name` counts, by the day that counts here; `ranged` says that it has a published
    range of days. Empty where there is nothing to say."""
    if name == "avoid" and ranged:
        return f"until day {from_day}"
    return f"to day {until_day - 1}" if until_day and name in ("do", "avoid") and not ranged else ""


def range_words(name: str, earliest: int | None, latest: int | None) -> str:
    """The published range of an item that is left out or asked about, where sources differ or clinics do."""
    if earliest is None or latest is None or name not in ("avoid", "ask") or (name == "avoid" and earliest == latest):
        return ""
    return f"sources: day {earliest} to {latest}"


def held_words(because: Iterable[str]) -> str:
    """That an item is held back to the end of the plan, and why; empty where it is not."""
    why = "; ".join(because)
    return f"not for now: {why}" if why else ""


def in_short(text: str) -> str:
    """The first sentence of a text; the whole of it where the rest speaks of calling or asking somebody, or of not
    doing something, because nothing of that may be folded away."""
    first, stop, rest = text.partition(". ")
    said = {word.strip(".,:;()").lower() for word in rest.split()}
    return text if not stop or said & _NEVER_FOLDED else first + "."


def mid_sentence(key: str, topic: str) -> str:
    """A topic within a sentence; the name of a product stays as it is."""
    return topic if key.startswith("product_") else topic[:1].lower() + topic[1:]


def named_by_what_is_left_out(key: str, earliest: int | None) -> bool:
    """Whether the topic of an item to avoid is itself what is left out: a product, or what has a range of days.

    Other rules are named by what they are about; "leave out: isotretinoin" would say the opposite of its rule.
    """
    return key.startswith("product_") or earliest is not None


def new_on_a_day(
    today: Callable[[str], Iterable[str]],
    before: Callable[[str], Collection[str]],
    earliest: Callable[[str], int | None],
) -> Iterator[tuple[str, list[str]]]:
    """What stands in the lists of a day and did not the day before: how it is called, and the ids of its items.

    Each argument is asked: the first two with the name of a list, the last with the id of an item.
    """
    for name, words in _NEW_ON_A_DAY:
        keys = [key for key in today(name) if key not in before(name)]
        rules = [key for key in keys if name == "avoid" and not named_by_what_is_left_out(key, earliest(key))]
        for said, listed in ((words, [key for key in keys if key not in rules]), (_MIND, rules)):
            if listed:
                yield said, listed
