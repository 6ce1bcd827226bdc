"""The addresses of the clinic's pages."""

from django.urls import URLPattern, URLResolver, path

from needlecare.web.clinic.views import enrolling, entering, patients, record, templates

app_name = "clinic"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", patients.patients, name="patients"),
    path("choose", entering.choose, name="choose"),
    path("enrol", enrolling.enrol, name="enrol"),
    path("patients/<uuid:id>", record.patient, name="patient"),
    path("patients/<uuid:id>/plan", record.plan, name="plan"),
    path("patients/<uuid:id>/reply", record.reply, name="reply"),
    path("patients/<uuid:id>/invite", enrolling.invite, name="invite"),
    path("templates", templates.templates, name="templates"),
    path("templates/add", templates.template, name="add_template"),
    path("templates/<int:id>", templates.template, name="template"),
    path("templates/<int:id>/remove", templates.remove_template, name="remove_template"),
]
