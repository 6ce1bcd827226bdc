"""All that is read of a record, from the patient or one of their treatments."""

from needlecare.web.journal.selectors.assessing import assessed, knowledge_of, plain
from needlecare.web.journal.selectors.case import TreatmentRead, case_of, read_treatment
from needlecare.web.journal.selectors.everything import everything
from needlecare.web.journal.selectors.record import (
    check_ins,
    current_treatment,
    devices,
    last_check_in,
    local_date,
    looks,
    messages,
    sent_before,
    shelf,
)

__all__ = [
    "TreatmentRead",
    "assessed",
    "case_of",
    "check_ins",
    "current_treatment",
    "devices",
    "everything",
    "knowledge_of",
    "last_check_in",
    "local_date",
    "looks",
    "messages",
    "plain",
    "read_treatment",
    "sent_before",
    "shelf",
]
