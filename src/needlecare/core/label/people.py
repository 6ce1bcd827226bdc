"""A case and a clinic's protocol as the circumstances in which a product is used."""

from needlecare.core.case import Case
from needlecare.core.label.use import Clinic, Kind, Person, Use
from needlecare.knowledge.model import CLINIC, Knowledge

_DARK_FROM = 4  # Fitzpatrick skin type
_SENSITIVE = ("eczema", "rosacea", "contact_allergy")


def use_of(case: Case, knowledge: Knowledge, *, day: int, kind: Kind = "leave_on", during: bool = False) -> Use:
    """One use of a product by the person of a case, under the protocol that overlays the knowledge."""
    return Use(day, case.procedure.needle_depth_mm, kind, during, person_of(case), clinic_of(knowledge))


def person_of(case: Case) -> Person:
    """What of a person matters for products; what nobody told stays None."""
    patient, history = case.patient, case.patient.history
    return Person(
        acne_prone=_any(history.get("acne"), None if patient.skin_type is None else patient.skin_type == "oily"),
        dark_skin=None if patient.fitzpatrick is None else patient.fitzpatrick >= _DARK_FROM,
        cold_sores=history.get("cold_sores"),
        sensitive_skin=_any(
            None if patient.skin_type is None else patient.skin_type == "sensitive",
            *(history.get(name) for name in _SENSITIVE),  # type: ignore[call-overload]
        ),
        pregnant=_any(patient.pregnant, history.get("breastfeeding")),
        allergies=patient.allergies,
    )


def clinic_of(knowledge: Knowledge) -> Clinic:
    """What a clinic's protocol says of products: its own days for the care rules that concern classes rest on."""
    if knowledge.clinic is None:
        return Clinic()
    days = []
    for concern in knowledge.ingredients.concerns.values():
        rule = knowledge.care.get(concern.care or "")
        if rule is not None and rule.latest is not None and CLINIC in rule.latest.sources:
            days.append((concern.id, int(rule.latest.value)))
    return Clinic(knowledge.clinic.name, tuple(days), knowledge.products.allowed, knowledge.products.forbidden)


def _any(*answers: bool | None) -> bool | None:
    """True where one holds, False where all are known not to, else None."""
    if any(answer is True for answer in answers):
        return True
    return None if any(answer is None for answer in answers) else False
