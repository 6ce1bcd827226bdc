"""All writes of what a clinic sets up for its own work."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from needlecare.core.case import Case
from needlecare.web.accounts.models import Clinic
from needlecare.web.clinic.models import TreatmentTemplate


def save_template(
    *,
    clinic: Clinic,
    name: str,
    procedure: dict[str, Any],
    protocol_id: int | None = None,
    template_id: int | None = None,
) -> TreatmentTemplate:
    """A new template, or one changed. Patients who were enrolled with it keep what they were enrolled with.

    Raises CaseError for a procedure that cannot be read, ValidationError for a name that is taken, DoesNotExist for
    another clinic's template or protocol.
    """
    Case.read({"procedure": procedure})
    with transaction.atomic():
        template = clinic.templates.get(pk=template_id) if template_id else TreatmentTemplate(clinic=clinic)
        template.name, template.procedure = name.strip(), procedure
        template.protocol = clinic.protocols.get(pk=protocol_id) if protocol_id else None
        if clinic.templates.filter(name=template.name).exclude(pk=template.pk).exists():
            raise ValidationError({"name": "There is a treatment of this name already"})
        template.full_clean(exclude=["clinic", "procedure", "protocol"], validate_constraints=False)
        template.save()
    return template


@transaction.atomic
def remove_template(*, clinic: Clinic, template_id: int) -> None:
    """It is no longer offered. Nothing else changes; one that is gone already is no fault."""
    clinic.templates.filter(pk=template_id).delete()
