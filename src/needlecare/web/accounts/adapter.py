"""What the login library may do here: sign in; nobody signs up."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse

from needlecare.web.links import link_to

log = logging.getLogger(__name__)


class StaffAdapter(DefaultAccountAdapter):
    """Accounts are made in the admin or on the command line."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "The address or the password is not right. Check both and try again.",
        "enter_current_password": "This is not your password now. Type it again.",
        "too_many_login_attempts": "There were too many attempts. Wait five minutes, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """A page that says so."""
        return reverse("account_password_changed")

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The link in the mail: at the address of the settings, never at one that a request names as its host."""
        uid, _, token = key.partition("-")
        return link_to("account_reset_password_from_key", uidb36=uid, key=token)

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: each page says itself what has happened, where it is read for sure."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """As the library does; with a dead mail server the page works all the same, and tells nobody who has an
        account. What failed is in the log, without the address."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:
            log.error("a mail about a password could not be sent: %s", type(error).__name__)
