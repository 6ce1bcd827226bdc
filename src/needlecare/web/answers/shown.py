"""What a page shows of an assessment: pure, from the plain answer of export/json.py, fresh or stored years ago.

Nothing is worked out anew: what was said stays as it was said. Knowledge gives the words around it.
"""

from dataclasses import dataclass

from needlecare.knowledge.model import Knowledge
from needlecare.web.answers.because import Because, because_of
from needlecare.web.answers.card import Card, ClinicContact, card_of
from needlecare.web.answers.causes import CausesShown, causes_of
from needlecare.web.answers.course import CourseShown, course_of
from needlecare.web.answers.left_open import LeftOpen, left_open_of
from needlecare.web.answers.plan import PlanShown, plan_of
from needlecare.web.answers.products import ProductShown, products_of
from needlecare.web.answers.review import Review, review_of
from needlecare.web.answers.safety_net import ChangesTo, safety_net_of
from needlecare.web.answers.said import Citing
from needlecare.web.answers.sources import SourceShown, sources_of
from needlecare.web.answers.stored import Plain, rows, text


@dataclass(frozen=True)
class Shown:
    """An answer in the order in which a page says it: what to do, why, what is open, the rest, sources last."""

    card: Card
    notices: tuple[str, ...]
    because: Because
    left_open: LeftOpen | None
    course: CourseShown
    causes: CausesShown | None
    plan: PlanShown
    products: tuple[ProductShown, ...]
    safety_net: tuple[ChangesTo, ...]
    sources: tuple[SourceShown, ...]
    review: Review


def shown(answer: Plain, knowledge: Knowledge, clinic: ClinicContact | None = None) -> Shown:
    """What a page shows of an answer. `clinic` is how to reach the clinic of this person, where it is known."""
    cite = Citing()
    return Shown(
        card=card_of(answer, knowledge, clinic),
        notices=tuple(filter(None, (text(row, "text") for row in rows(answer, "notices")))),
        because=because_of(answer, knowledge, cite),
        left_open=left_open_of(answer, knowledge),
        course=course_of(answer, cite),
        causes=causes_of(answer, cite),
        plan=plan_of(answer, cite),
        products=products_of(answer, cite),
        safety_net=safety_net_of(answer, knowledge),
        sources=sources_of(answer, knowledge, cite),
        review=review_of(answer),
    )
