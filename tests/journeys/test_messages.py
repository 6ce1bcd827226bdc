"""A patient writes, the clinic reads and answers, and the patient sees both, and who has looked."""

from tests.journeys.people import a_patient, desk_of, phone_of
from tests.support import web


def test_a_message_is_read_and_answered_and_the_patient_sees_who_looked(browser, live_server, screen):
    clinic = web.a_clinic()
    patient, nurse = a_patient(clinic=clinic), web.a_user(clinic)
    with (
        phone_of(browser, live_server.url, patient, screen) as somebody,
        desk_of(browser, live_server.url, nurse, screen) as desk,
    ):
        somebody.goes_to("/my/messages")
        somebody.fills("Write to your clinic", "May I swim?")
        somebody.taps_on("Send")
        somebody.sees("Not read yet")
        desk.goes_to("/clinic/")
        desk.sees("1 new message")
        desk.taps_on("M. K.")
        desk.sees("May I swim?")
        desk.fills("Write to M. K.", "From day 7 on.\nIn the sea, too.")
        desk.taps_on("Send to M. K.")
        desk.sees("In the sea, too.")
        desk.page_is_good()
        somebody.goes_to("/my/")
        somebody.taps_on("1 new message from your clinic")
        somebody.sees("In the sea, too.")
        somebody.sees("Your clinic has read it")
        somebody.page_is_good()
        somebody.taps_on("Who has looked")
        somebody.sees(nurse.name)
        somebody.page_is_good()
    assert [message.text.splitlines() for message in patient.messages.order_by("sent_at")] == [
        ["May I swim?"], ["From day 7 on.", "In the sea, too."],
    ]  # fmt: skip
