"""How likely a cause is and how strong its evidence, in words; the same on a page as in a terminal."""

from collections.abc import Mapping

ABOUT_CAUSES = "More than one may be true. The order rests on our estimates, not on counted cases."
STRENGTH: Mapping[str, str] = {
    "proven": "The link is proven.",
    "plausible": "The link is plausible, not proven.",
    "weak": "The evidence is weak.",
    "conflicting": "The evidence conflicts.",
}


def likely(probability: float) -> str:
    """A probability in words and in tenths; near the ends it stays below certainty."""
    word = (
        "very likely" if probability >= 0.75
        else "likely" if probability >= 0.5
        else "possible" if probability >= 0.2
        else "less likely"
    )  # fmt: skip
    found = tenths(probability)
    return f"{word}, about {found} in 10" if found else f"{word}, less than 1 in 10"


def tenths(probability: float) -> int:
    """A probability as so many in ten, from 0 (less than one) to 9: never certain."""
    return min(max(round(probability * 10), 0), 9)


def too_close(other: str) -> str:
    """That the next cause is as likely, for all that is known."""
    return f"Too close to call against this one: {other}."


def depends(estimates: tuple[str, ...]) -> str:
    """That the order hangs on a guess, with the first two that it hangs on."""
    named = "; ".join(estimates[:2])
    return f"That this comes first depends on an estimate ({named}). Another value would put another cause first."
