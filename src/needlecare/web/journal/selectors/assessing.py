"""What is made from a record as it is now: the assessment of a day. What may be used follows from it alone."""

from datetime import date
from typing import Any

from pydantic_core import from_json

from needlecare.core.assess import assess
from needlecare.core.case import Case
from needlecare.export.json import to_json
from needlecare.knowledge.model import Knowledge
from needlecare.web.journal.models import Treatment
from needlecare.web.journal.selectors.case import read_treatment
from needlecare.web.knowledge import under


def knowledge_of(treatment: Treatment) -> Knowledge:
    """The knowledge under the treatment's protocol."""
    return under(treatment.protocol.text if treatment.protocol else "")


def assessed(treatment: Treatment, today: date) -> dict[str, Any]:
    """The plain assessment of this day; before the treatment, that of its own day."""
    read = read_treatment(treatment)
    return plain(to_json(assess(Case.read(read.case()), knowledge_of(treatment), read.today(today))))


def plain(answer: bytes | str) -> dict[str, Any]:
    """An assessment as plain data, from its JSON."""
    found: dict[str, Any] = from_json(answer)
    return found
