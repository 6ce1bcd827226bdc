"""All addresses: the public pages, a patient's own, the clinic's, the accounts of staff."""

from django.urls import include, path

from needlecare.web.accounts.admin import site

urlpatterns = [
    path("", include("needlecare.web.public.urls")),
    path("my/", include("needlecare.web.journal.urls")),
    path("clinic/", include("needlecare.web.clinic.urls")),
    path("staff/", include("needlecare.web.accounts.urls")),
    path("admin/", site.urls),
]
handler400 = "needlecare.web.errors.bad_request"
handler403 = "needlecare.web.errors.forbidden"
handler404 = "needlecare.web.errors.missing"
handler500 = "needlecare.web.errors.broken"
