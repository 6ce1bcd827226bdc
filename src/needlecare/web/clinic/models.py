"""What a clinic sets up for its own work: templates of treatments."""

from typing import Any

from django.db import models

from needlecare.web.accounts.models import Clinic, Protocol


class TreatmentTemplate(models.Model):
    """A treatment that the clinic often does. `procedure` is that part of a case (docs/guide/case.md), without date."""

    clinic = models.ForeignKey(Clinic, on_delete=models.CASCADE, related_name="templates")
    name = models.CharField(max_length=120)
    procedure: "models.JSONField[dict[str, Any]]" = models.JSONField(default=dict)
    protocol = models.ForeignKey(Protocol, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["clinic", "name"], name="one_template_a_name")]

    def __str__(self) -> str:
        return self.name
