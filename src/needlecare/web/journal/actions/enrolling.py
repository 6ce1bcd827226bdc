"""A patient begins: who, which treatment, and what they agreed to."""

import uuid
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from needlecare.core.case import Case
from needlecare.web.accounts.models import Clinic, Protocol, User
from needlecare.web.journal.actions.checked import check_texts, checked
from needlecare.web.journal.models import Patient, Treatment
from needlecare.web.zones import zone_of


def enrol(
    *,
    clinic: Clinic,
    by: User | None,
    shown_name: str,
    treatment_name: str,
    procedure: dict[str, Any],
    done_on: date,
    consent_words: str,
    now: datetime,
    email: str = "",
    phone: str = "",
    protocol: Protocol | None = None,
    background: dict[str, Any] | None = None,
    time_zone: str = "",
    sent_key: uuid.UUID | None = None,
) -> Patient:
    """A new patient of the clinic with one treatment; in the clinic's time zone where no other is given.

    The same `sent_key` again gives the first one back. Raises CaseError for a procedure or a background that cannot be
    read, ValidationError for the rest, ValueError for another clinic's protocol.
    """
    if protocol is not None and protocol.clinic_id != clinic.pk:
        raise ValueError("this protocol is another clinic's")
    told = {"patient": background or {}, "procedure": procedure}
    Case.read(told)
    check_texts(told)
    zone = time_zone or clinic.time_zone
    zone_of(zone)
    patient = checked(
        Patient(
            id=sent_key or uuid.uuid4(),
            clinic=clinic,
            shown_name=shown_name.strip(),
            email=email.strip(),
            phone=phone.strip(),
            background=background or {},
            time_zone=zone,
            consented_at=now,
            consent_words=consent_words,
            enrolled_by=by,
            enrolled_at=now,
        )
    )
    plain = {key: value for key, value in procedure.items() if key != "date"}
    treatment = checked(
        Treatment(patient=patient, name=treatment_name.strip(), done_on=done_on, procedure=plain, protocol=protocol)
    )
    if Patient.objects.filter(pk=patient.pk).exclude(clinic=clinic).exists():
        raise ValidationError({"sent_key": "Load this page again"})
    with transaction.atomic():
        kept, is_new = clinic.patients.get_or_create(pk=patient.pk, defaults=_fields(patient))
        if is_new:
            treatment.patient = kept
            treatment.save(force_insert=True)
    return kept


def _fields(patient: Patient) -> dict[str, Any]:
    return {field.name: getattr(patient, field.name) for field in Patient._meta.fields if field.name != "id"}
