"""All that is kept of a patient, for them to take along."""

from typing import Any

from django.db.models import Model

from needlecare.web.journal.models import Patient, Treatment

_HASHES = ("token_hash", "code_hash", "secret_hash")


def everything(patient: Patient) -> dict[str, Any]:
    """Plain data, ready for JSON: every field of every record, but hashes of secrets and inner numbers."""
    return {
        "clinic": {"name": patient.clinic.name, "phone": patient.clinic.phone, "email": patient.clinic.email},
        "patient": {**_plain(patient), "enrolled_by": str(patient.enrolled_by or "")},
        "treatments": [
            _treatment(treatment)
            for treatment in patient.treatments.select_related("protocol").order_by("done_on", "id")
        ],
        "products": [_plain(product) for product in patient.products.order_by("added_at", "id")],
        "messages": [
            {**_plain(message), "author": str(message.author or "")}
            for message in patient.messages.select_related("author")
        ],
        "looks": [_plain(look) for look in patient.looks.order_by("at", "id")],
        "devices": [_plain(device) for device in patient.devices.order_by("made_at", "id")],
        "invitations": [_plain(invitation) for invitation in patient.invitations.order_by("made_at", "id")],
    }


def _treatment(treatment: Treatment) -> dict[str, Any]:
    check_ins = treatment.check_ins.select_related("assessment").prefetch_related("used")
    return {
        **_plain(treatment, "check_ins_made"),
        "protocol_version": treatment.protocol.version if treatment.protocol else "",
        "check_ins": [
            {
                **_plain(check_in),
                "used": [product.name for product in check_in.used.all()],
                "assessment": _plain(check_in.assessment),
            }
            for check_in in check_ins
        ],
        "reminders": [_plain(reminder) for reminder in treatment.reminders.order_by("on")],
    }


def _plain(record: Model, *without: str) -> dict[str, Any]:
    found = {}
    for field in record._meta.concrete_fields:
        if field.is_relation or field.name in (*_HASHES, *without) or (field.primary_key and field.name != "id"):
            continue
        value = getattr(record, field.attname)
        found[field.name] = value if isinstance(value, bool | int | float | dict | list | None) else _text(value)
    return found


def _text(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
