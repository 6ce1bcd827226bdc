"""Which record a browser may open: the device behind its cookie, on `request.device` and `request.patient`."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from needlecare.web.journal.actions import see_device
from needlecare.web.journal.cookie import secret_in
from needlecare.web.journal.models import Device
from needlecare.web.journal.secrets import hash_of


class DeviceMiddleware:
    """Sets `request.device` and `request.patient`, None where there is none: no query without a cookie, one with it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response of the view."""
        device = _device(request)
        request.device = device  # type: ignore[attr-defined]
        request.patient = device.patient if device else None  # type: ignore[attr-defined]
        return self._get_response(request)


def _device(request: HttpRequest) -> Device | None:
    secret = secret_in(request)
    if not secret:
        return None
    device = Device.objects.select_related("patient__clinic").filter(secret_hash=hash_of(secret)).first()
    now = timezone.now()
    if device is None or not device.may_act(now):
        return None
    see_device(device=device, now=now)
    return device
