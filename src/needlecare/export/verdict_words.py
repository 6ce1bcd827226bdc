"""What a verdict on a product means, in a few words."""

from collections.abc import Mapping

_VERDICTS: Mapping[str, str] = {
    "fine": "fine today", "wait": "wait until day {day}", "avoid": "leave it out while your skin heals",
    "unknown": "we cannot tell",
}  # fmt: skip


def verdict_words(verdict: str, until_day: int | None) -> str:
    """The verdict in words; one that is not known reads as "we cannot tell"."""
    said = _VERDICTS.get(verdict, _VERDICTS["unknown"])
    return "wait" if until_day is None and verdict == "wait" else said.format(day=until_day)
