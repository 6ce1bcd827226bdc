"""The treatments that the clinic often does."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from needlecare.web.clinic import actions, presenters, selectors
from needlecare.web.clinic.forms import TemplateForm
from needlecare.web.clinic.views.entering import ClinicRequest, with_clinic
from needlecare.web.knowledge import shipped


@require_GET
@with_clinic
def templates(request: ClinicRequest) -> HttpResponse:
    """All of them."""
    made = [
        (each, presenters.procedure_says(each.procedure, shipped())) for each in selectors.templates(request.clinic)
    ]
    return render(request, "clinic/templates.jinja", {"clinic": request.clinic, "templates": made})


@require_http_methods(["GET", "HEAD", "POST"])
@with_clinic
def template(request: ClinicRequest, id: int | None = None) -> HttpResponse:  # noqa: A002
    """A new one, or one to change."""
    one = get_object_or_404(request.clinic.templates, pk=id) if id else None
    given = request.POST if request.method == "POST" else None
    begins = selectors.initial(one) if one else {}
    form = TemplateForm(given, initial=begins, knowledge=shipped(), protocols=selectors.protocols(request.clinic))
    if form.is_bound and form.is_valid() and _saved(request, form, id):
        return redirect("clinic:templates")
    page = {"clinic": request.clinic, "form": form, "errors": form.errors, "template": one}
    return render(request, "clinic/template.jinja", page, status=422 if form.errors else 200)


@require_POST
@with_clinic
def remove_template(request: ClinicRequest, id: int) -> HttpResponse:  # noqa: A002
    """It is no longer offered."""
    get_object_or_404(request.clinic.templates, pk=id)
    actions.remove_template(clinic=request.clinic, template_id=id)
    return redirect("clinic:templates")


def _saved(request: ClinicRequest, form: TemplateForm, template_id: int | None) -> bool:
    name, protocol = form.cleaned_data["name"], form.cleaned_data["protocol"]
    try:
        actions.save_template(
            clinic=request.clinic, name=name, procedure=form.procedure(), protocol_id=protocol, template_id=template_id
        )
    except ValidationError as error:
        form.add_error(None, error)
    return not form.errors
