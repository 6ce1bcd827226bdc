"""A treatment as a case (docs/guide/case.md): person, procedure, check-ins, and products with their days."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from needlecare.web.journal.models import CheckIn, ShelfProduct, Treatment


@dataclass(frozen=True)
class TreatmentRead:
    """What is read of a treatment once, for a case with or without one more check-in."""

    treatment: Treatment
    check_ins: tuple[CheckIn, ...]
    products: tuple[ShelfProduct, ...]
    used_on: dict[int, list[int]]

    @property
    def product_ids(self) -> set[int]:
        """Every product that the patient has or had."""
        return {product.pk for product in self.products}

    def today(self, local: date) -> date:
        """The date that counts: never before the treatment or a check-in, however far west somebody has travelled."""
        days = [check_in.day for check_in in self.check_ins]
        return max(local, self.treatment.done_on + timedelta(days=max(days, default=0)))

    def has(self, sent_key: uuid.UUID) -> bool:
        """Whether the check-in of this key is stored."""
        return any(check_in.sent_key == sent_key for check_in in self.check_ins)

    def case(
        self, told: dict[str, Any] | None = None, used: Sequence[int] = (), day: int | None = None
    ) -> dict[str, Any]:
        """The case, with one more check-in and what was used on its day where they are given.

        Of what is no longer on the shelf only what was used since the treatment counts.
        """
        treatment = self.treatment
        days = {product.pk: [*self.used_on.get(product.pk, ())] for product in self.products}
        if day is not None:
            for product_id in used:
                days[product_id].append(day)
        return {
            "patient": treatment.patient.background,
            "procedure": {**treatment.procedure, "date": treatment.done_on.isoformat()},
            "check_ins": [*(check_in.told for check_in in self.check_ins), *([told] if told is not None else [])],
            "products": [
                {
                    "name": product.name,
                    "ingredients": product.ingredients,
                    "kind": product.kind,
                    "used_on_days": sorted(set(days[product.pk])),
                }
                for product in self.products
                if product.removed_at is None or days[product.pk]
            ],
        }


def read_treatment(treatment: Treatment) -> TreatmentRead:
    """Three queries; two where nothing is on the shelf."""
    check_ins = tuple(treatment.check_ins.all())
    products = tuple(treatment.patient.products.order_by("added_at", "id"))
    used_on: dict[int, list[int]] = defaultdict(list)
    if products and check_ins:
        rows = CheckIn.used.through.objects.filter(checkin__treatment=treatment)
        for product_id, day in rows.values_list("shelfproduct_id", "checkin__day"):
            used_on[product_id].append(day)
    return TreatmentRead(treatment, check_ins, products, used_on)


def case_of(treatment: Treatment) -> dict[str, Any]:
    """The case as it is now."""
    return read_treatment(treatment).case()
