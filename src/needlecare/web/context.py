"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from needlecare.web.knowledge import shipped


def everywhere(request: HttpRequest) -> dict[str, Any]:
    """The nonce of this answer, who is looking, and whether this is the demonstration."""
    return {
        "csp_nonce": getattr(request, "csp_nonce", ""),
        "user": getattr(request, "user", None),
        "patient": getattr(request, "patient", None),
        "is_demo": settings.MODE == "demo",
        "review": shipped().review,
    }
