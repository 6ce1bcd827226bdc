"""The browsers that open the record, and how to shut them out."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from needlecare.web.journal import actions, selectors
from needlecare.web.journal.cookie import forget_secret
from needlecare.web.journal.forms import DeviceForm
from needlecare.web.journal.views.record import RecordRequest, who_may, with_record


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
@who_may("end_devices")
def devices(request: RecordRequest) -> HttpResponse:
    """The list; one that is ended opens nothing from then on."""
    form = DeviceForm(request.POST)
    if request.method != "POST" or not form.is_valid():
        return render(request, "journal/devices.jinja", {"devices": selectors.devices(request.patient)})
    ended = form.cleaned_data["device"]
    actions.end_device(patient=request.patient, device_id=ended, now=request.now)
    response = redirect("journal:devices" if ended != request.device.pk else "journal:open")
    if ended == request.device.pk:
        forget_secret(response)
    return response
