"""The app `clinic`."""

from django.apps import AppConfig


class ClinicConfig(AppConfig):
    """Its label is `clinic`."""

    name = "needlecare.web.clinic"
