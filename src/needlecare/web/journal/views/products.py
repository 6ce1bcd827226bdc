"""The patient's shelf: each product with the day from which it may be used."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from needlecare.web.answers.shown import shown
from needlecare.web.journal import actions, presenters, selectors
from needlecare.web.journal.forms import ProductForm
from needlecare.web.journal.views.record import RecordRequest, who_may, with_record


@require_safe
@with_record
def products(request: RecordRequest) -> HttpResponse:
    """The shelf, and a form to add to it."""
    return _page(request, ProductForm.fresh())


@require_POST
@with_record
@who_may("products")
def add_product(request: RecordRequest) -> HttpResponse:
    """A product goes on the shelf; sent twice, it stands there once."""
    form = ProductForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        actions.add_product(patient=request.patient, **form.cleaned_data, now=request.now)
    except actions.ShelfFull:
        form.add_error("name", "Your shelf is full. Remove a product first")
        return _page(request, form, status=422)
    return redirect("journal:products")


@require_POST
@with_record
@who_may("products")
def remove_product(request: RecordRequest, id: int) -> HttpResponse:  # noqa: A002 - the address names it so
    """A product leaves the shelf; what was told of it stays."""
    actions.remove_product(patient=request.patient, product_id=id, now=request.now)
    return redirect("journal:products")


def _page(request: RecordRequest, form: ProductForm, status: int = 200) -> HttpResponse:
    answer = selectors.assessed(request.treatment, request.today)
    judged = shown(answer, selectors.knowledge_of(request.treatment)).products
    rows = presenters.shelf_rows(selectors.read_treatment(request.treatment), judged)
    page = {"rows": rows, "form": form, "errors": form.errors}
    return render(request, "journal/products.jinja", page, status=status)
