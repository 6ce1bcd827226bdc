"""The e-mail with an invitation. Nothing in it tells what it is about: others may read it over a shoulder."""

import logging
from datetime import datetime
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import send_mail

from needlecare.web.dates import day_and_month, time_of_day

log = logging.getLogger(__name__)
_SENDER = "Your personal page"
_TEXT = """Hello,

this is the personal link that you were told about:

{link}

It opens once, until {day}, {time}. Please do not pass it on.

If you did not expect this, delete it.
"""


def send_invitation(*, to: str, link: str, until: datetime) -> bool:
    """Whether the mail server took it."""
    text = _TEXT.format(link=link, day=day_and_month(until.date()), time=time_of_day(until))
    sender = formataddr((_SENDER, parseaddr(settings.DEFAULT_FROM_EMAIL)[1]))
    try:
        send_mail("Your personal link", text, sender, [to])
    except OSError as error:  # also what smtplib raises; the address is not for the log
        log.warning("an invitation could not be sent: %s", type(error).__name__)
        return False
    return True
