"""The app `accounts`."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Its label is `accounts`."""

    name = "needlecare.web.accounts"
