"""The pages that the login library lacks."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
@login_required
def password_changed(request: HttpRequest) -> HttpResponse:
    """Says that the new password is in force."""
    return render(request, "account/password_changed.jinja")
