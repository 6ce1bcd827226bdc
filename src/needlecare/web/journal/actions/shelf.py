"""The patient's product shelf."""

import uuid
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Sum
from django.db.models.functions import Length

from needlecare.web.journal.actions.checked import checked
from needlecare.web.journal.models import Patient, ShelfProduct

HOLDS = 60  # products; every label is read at each check-in
LABELS = 200_000  # characters of their labels together


class ShelfFull(Exception):  # noqa: N818
    """There are as many products on the shelf as it holds."""


def add_product(
    *, patient: Patient, sent_key: uuid.UUID, name: str, ingredients: str, kind: str, now: datetime
) -> ShelfProduct:
    """A product on the shelf; the same `sent_key` again gives the first one back. Raises ValidationError, ShelfFull."""
    product = checked(
        ShelfProduct(
            patient=patient,
            sent_key=sent_key,
            name=name.strip(),
            ingredients=ingredients.strip(),
            kind=kind,
            added_at=now,
        )
    )
    with transaction.atomic():
        Patient.objects.select_for_update().get(pk=patient.pk)
        first = patient.products.filter(sent_key=sent_key).first()
        if first is not None:
            return first
        held = patient.products.filter(removed_at=None).aggregate(many=Count("pk"), long=Sum(Length("ingredients")))
        if held["many"] >= HOLDS or (held["long"] or 0) + len(product.ingredients) > LABELS:
            raise ShelfFull
        product.save(force_insert=True)
    return product


def remove_product(*, patient: Patient, product_id: int, now: datetime) -> None:
    """Takes it from the shelf; check-ins keep what was used. Raises ShelfProduct.DoesNotExist for another's."""
    with transaction.atomic():
        if not patient.products.filter(pk=product_id, removed_at=None).update(removed_at=now):
            patient.products.get(pk=product_id)
