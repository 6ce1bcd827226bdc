"""The answers to choose from that are the same for many questions."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One answer: the value it stands for, its words, what they mean; `more` are the answers to "how strong?"."""

    value: str
    text: str
    hint: str = ""
    more: tuple["Option", ...] = ()


UNKNOWN = Option("unknown", "Don't know")
YES_NO = (Option("yes", "Yes"), Option("no", "No"))
TREND = (Option("improving", "Better"), Option("stable", "The same"), Option("worsening", "Worse"))
SCALE = tuple(Option(str(points), str(points)) for points in range(11))
FITZPATRICK = tuple(Option(str(at), roman) for at, roman in enumerate(("I", "II", "III", "IV", "V", "VI"), 1))

# Spots counted roughly, in the bands of core/severity.py. The number that stands for a band is one inside it, so that
# the severity is that of every number in the band; and the numbers lie so far apart that any step up from band to band
# is noticed as growing (core/facts.py: twice as many and five more).
ROUGHLY = (
    Option("0", "None"),
    Option("3", "1 to 5"),
    Option("12", "6 to 20"),
    Option("30", "More than 20"),
)
