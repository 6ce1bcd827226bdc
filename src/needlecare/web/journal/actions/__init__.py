"""All that is written to a patient's record; each action in one transaction, with the time as an argument."""

from needlecare.web.journal.actions.admitting import Admitted, NotAdmitted, accept
from needlecare.web.journal.actions.checking_in import NotToday, record_check_in
from needlecare.web.journal.actions.devices import end_device, see_device
from needlecare.web.journal.actions.enrolling import enrol
from needlecare.web.journal.actions.erasing import erase
from needlecare.web.journal.actions.inviting import Invited, invite
from needlecare.web.journal.actions.looks import note_look
from needlecare.web.journal.actions.messages import mark_read, reply, send_message
from needlecare.web.journal.actions.reminding import set_reminders
from needlecare.web.journal.actions.shelf import ShelfFull, add_product, remove_product

__all__ = [
    "Admitted",
    "Invited",
    "NotAdmitted",
    "NotToday",
    "ShelfFull",
    "accept",
    "add_product",
    "end_device",
    "enrol",
    "erase",
    "invite",
    "mark_read",
    "note_look",
    "record_check_in",
    "remove_product",
    "reply",
    "see_device",
    "send_message",
    "set_reminders",
]
