"""The addresses of a patient's own record, under /my/."""

from django.urls import URLPattern, URLResolver, path

from needlecare.web.journal.views import (
    answers,
    caregiver,
    check_in,
    course,
    devices,
    leaving,
    looks,
    messages,
    opening,
    products,
    reminders,
    today,
)

app_name = "journal"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", today.today, name="today"),
    path("how-it-went", today.how_it_went, name="how_it_went"),
    path("open", opening.open_record, name="open"),
    path("check-in", check_in.check_in, name="check_in"),
    path("answers/<uuid:id>", answers.answer, name="answer"),
    path("answers/<uuid:id>/tell", answers.tell, name="tell"),
    path("course", course.course, name="course"),
    path("plan", course.plan, name="plan"),
    path("calendar.ics", course.calendar, name="calendar"),
    path("products", products.products, name="products"),
    path("products/add", products.add_product, name="add_product"),
    path("products/<int:id>/remove", products.remove_product, name="remove_product"),
    path("messages", messages.messages, name="messages"),
    path("call", messages.call, name="call"),
    path("looks", looks.looks, name="looks"),
    path("reminders", reminders.reminders, name="reminders"),
    path("devices", devices.devices, name="devices"),
    path("caregiver", caregiver.caregiver, name="caregiver"),
    path("download", leaving.download, name="download"),
    path("leave", leaving.leave, name="leave"),
    path("goodbye", leaving.goodbye, name="goodbye"),
]
