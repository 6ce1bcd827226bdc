"""The addresses of "Is this normal?"."""

from django.urls import URLPattern, URLResolver, path

from needlecare.web.public import check

urlpatterns: list[URLPattern | URLResolver] = [
    path("check", check.check, name="check"),
    path("check/result", check.check_result, name="check_result"),
    path("check/file", check.check_file, name="check_file"),
    path("check/open", check.check_open, name="check_open"),
]
