"""How well something is known, as a sentence for each grade."""

from collections.abc import Mapping

GRADES: Mapping[str, str] = {
    "trial": "A trial, or a review of studies, says so.",
    "series": "A study of a group of people, or in a laboratory, says so.",
    "report": "Single cases say so.",
    "opinion": "Clinics, makers or authorities say so; nobody has measured it.",
    "estimate": "This is our own careful estimate.",
}
