"""The list of the clinic's patients."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from needlecare.web.clinic import presenters, selectors
from needlecare.web.clinic.forms import SearchForm
from needlecare.web.clinic.views.entering import ClinicRequest, with_clinic
from needlecare.web.knowledge import shipped


@require_http_methods(["GET", "HEAD", "POST"])
@with_clinic
def patients(request: ClinicRequest) -> HttpResponse:
    """All of them, page by page, or those of a name."""
    form = SearchForm(request.POST if request.method == "POST" else None)
    name = form.cleaned_data["name"].strip() if form.is_valid() else ""
    pages = Paginator(selectors.patients(request.clinic, name), selectors.A_PAGE)
    page = pages.get_page(None if name else request.GET.get("page"))
    rows = [presenters.row(patient, shipped(), request.now) for patient in page]
    shown = {
        "clinic": request.clinic,
        "clinics": request.clinics,
        "form": form,
        "name": name,
        "page": page,
        "rows": rows,
    }
    return render(request, "clinic/patients.jinja", shown)
