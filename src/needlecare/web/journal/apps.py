"""The app `journal`."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Its label is `journal`."""

    name = "needlecare.web.journal"
