"""The other pages of a record: course, plan, products, messages, calling, and what is kept in order."""

import pytest

from needlecare.web.journal import actions
from tests.support import web
from tests.support.web_pages import form, text, title

pytestmark = pytest.mark.django_db
REMINDED = {"on": "on", "at": "19:30", "quiet_from": "22:00", "quiet_to": "07:00", "time_zone": "Europe/Paris"}


@pytest.fixture
def patient():
    return web.a_patient(day=3)


@pytest.fixture
def browser(patient):
    return web.browser_of(patient)


def test_the_course_shows_what_is_usual_before_the_first_check_in(browser):
    said = text(browser.get("/my/course"))
    assert "You have not checked in yet" in said
    assert b"<svg" in browser.get("/my/course").content


def test_the_course_of_another_sign_is_a_link_away(browser, patient):
    web.a_check_in(patient.treatments.get(), signs={"erythema": "mild"}, counts={"papules": 3})
    response = browser.get("/my/course?sign=papules")
    assert "Small solid pimples" in text(response)
    assert "?sign=erythema" in response.content.decode()
    assert browser.get("/my/course?sign=nonsense").status_code == 200


def test_the_plan_shows_every_day_and_the_calendar_takes_it_along(browser):
    assert "Day 7" in text(browser.get("/my/plan"))
    response = browser.get("/my/calendar.ics")
    assert response["Content-Type"].startswith("text/calendar")
    assert response["Content-Disposition"] == 'attachment; filename="plan.ics"'
    assert b"BEGIN:VCALENDAR" in response.content
    assert b"needl" not in response.content.lower().replace(b"needlecare", b"")


class TestProducts:
    """The shelf."""

    def test_an_empty_shelf_says_what_to_do(self, browser):
        assert "Nothing is on your shelf yet." in text(browser.get("/my/products"))

    def test_each_has_its_day(self, browser, patient):
        web.a_product(patient, "Serum <i>", "Aqua, Glycolic Acid, Retinol")
        web.a_product(patient, "Plain cream")
        page = browser.get("/my/products")
        assert "Serum &lt;i&gt;" in page.content.decode()
        said = text(page)
        assert said.index("Plain cream") < said.index("Glycolic Acid")
        assert "fine today" in said

    def test_it_is_never_calmer_here_than_in_the_answer(self, browser, patient):
        serum = web.a_product(patient, "Serum", "Aqua, Glycolic Acid, Retinol, Parfum")
        check_in = web.a_check_in(patient.treatments.get(), signs={"discharge": "moderate"}, used=[serum.pk])
        judged = check_in.assessment.answer["products"][0]
        assert judged["verdict"] == "avoid"
        assert "leave it out" in text(browser.get("/my/products"))

    def test_one_is_added_once_and_removed(self, browser, patient):
        asked = form(browser.get("/my/products"), "/my/products/add")
        data = asked.filled(name="Cream", ingredients="Aqua", kind="leave_on")
        browser.post(asked.action, data)
        assert browser.post(asked.action, data)["Location"] == "/my/products"
        product = patient.products.get()
        browser.post(f"/my/products/{product.pk}/remove")
        assert "Nothing is on your shelf yet." in text(browser.get("/my/products"))

    def test_a_fault_keeps_what_was_typed(self, browser):
        asked = form(browser.get("/my/products"), "/my/products/add")
        response = browser.post(asked.action, asked.filled(ingredients="Aqua & Glycerin"))
        assert response.status_code == 422
        assert title(response).startswith("Error: ")
        assert 'href="#id_name"' in response.content.decode()
        assert form(response, "/my/products/add").fields["ingredients"] == ["Aqua & Glycerin"]

    def test_a_full_shelf_says_so(self, browser, patient):
        for at in range(60):
            web.a_product(patient, f"Cream {at}", "")
        asked = form(browser.get("/my/products"), "/my/products/add")
        response = browser.post(asked.action, asked.filled(name="One more", kind="leave_on"))
        assert "Your shelf is full" in text(response)

    def test_somebody_elses_stays(self, browser):
        other = web.a_product(web.a_patient())
        assert browser.post(f"/my/products/{other.pk}/remove").status_code == 404
        other.refresh_from_db()
        assert other.removed_at is None


class TestMessages:
    """Words to the clinic."""

    def test_one_is_sent_once(self, browser, patient):
        data = form(browser.get("/my/messages")).filled(text="May I swim?")
        browser.post("/my/messages", data)
        assert browser.post("/my/messages", data)["Location"] == "/my/messages"
        assert [message.text for message in patient.messages.all()] == ["May I swim?"]

    def test_words_are_words_and_no_markup(self, browser, patient):
        web.a_message(patient, "<b>hot</b>\nand red")
        assert "&lt;b&gt;hot&lt;/b&gt;<br>and red" in browser.get("/my/messages").content.decode()

    def test_an_empty_one_is_said_at_the_field(self, browser):
        response = browser.post("/my/messages", form(browser.get("/my/messages")).filled(text=" "))
        assert response.status_code == 422
        assert 'href="#id_text"' in response.content.decode()

    def test_one_that_is_too_long_is_kept(self, browser):
        long = "a" * 5001
        response = browser.post("/my/messages", form(browser.get("/my/messages")).filled(text=long))
        assert response.status_code == 422
        assert form(response).fields["text"] == [long]

    def test_what_is_new_is_marked_once_and_what_was_read_says_so(self, browser, patient):
        web.a_message(patient)
        web.a_message(patient, "No.", by=web.a_user())
        actions.mark_read(patient=patient, by_clinic=True, now=web.NOW)
        assert "new" in text(browser.get("/my/messages"))
        said = text(browser.get("/my/messages"))
        assert "· new" not in said
        assert "Your clinic has read it" in said

    def test_the_time_is_the_patients_own(self, browser, patient):
        web.a_message(patient)
        assert "18:00" in text(browser.get("/my/messages"))  # 17:00 UTC


def test_the_clinic_can_be_called(browser):
    page = browser.get("/my/call")
    assert 'href="tel:02079460000"' in page.content.decode()
    assert 'href="tel:112"' in page.content.decode()
    assert "Monday to Friday, 8:00 to 18:00" in text(page)
    assert "Call 111." in text(page)


def test_a_clinic_without_a_number_says_so():
    patient = web.a_patient(web.a_clinic(phone="", hours="", out_of_hours=""))
    assert "has left no telephone number here" in text(web.browser_of(patient).get("/my/call"))


def test_who_has_looked_is_told(browser, patient):
    assert "Nobody of your clinic has opened your record so far" in text(browser.get("/my/looks"))
    actions.note_look(patient=patient, by="Nurse <Ada>", what="the course", now=web.NOW)
    page = browser.get("/my/looks").content.decode()
    assert "Nurse &lt;Ada&gt;" in page
    assert "the course" in page


class TestReminders:
    """When and whether."""

    def test_they_are_saved(self, browser, patient):
        data = form(browser.get("/my/reminders")).filled(**REMINDED, email="m@example.org")
        assert "Saved" in text(browser.post("/my/reminders", data))
        patient.refresh_from_db()
        assert (f"{patient.remind_at:%H:%M}", patient.time_zone, patient.email) == (
            "19:30", "Europe/Paris", "m@example.org",
        )  # fmt: skip

    def test_they_can_be_switched_off(self, browser, patient):
        browser.post("/my/reminders", form(browser.get("/my/reminders")).filled(on=None))
        patient.refresh_from_db()
        assert not patient.reminders

    @pytest.mark.parametrize(
        ("wrong", "words", "where"),
        [
            ({"at": "23:00"}, "outside your quiet hours", "id_at"),
            ({"email": ""}, "Write the e-mail address", "id_email"),
            ({"at": "soon"}, "Write a time like 18:00", "id_at"),
            ({"time_zone": "Mars/North"}, "Choose a place from the list", "id_time_zone"),
        ],
    )
    def test_what_cannot_be_is_said_at_its_field(self, browser, wrong, words, where):
        given = {**REMINDED, "email": "m@example.org", **wrong}
        response = browser.post("/my/reminders", given)
        assert response.status_code == 422
        assert words in text(response)
        assert f'href="#{where}"' in response.content.decode()
        assert f'id="{where}"' in response.content.decode()


class TestDevicesAndCaregivers:
    """Who may open the record."""

    def test_one_that_is_ended_opens_nothing(self, browser, patient):
        helper = web.browser_of(patient, who="caregiver")
        device = patient.devices.get(who="caregiver")
        assert "Somebody who helps you" in text(browser.get("/my/devices"))
        browser.post("/my/devices", {"device": device.pk})
        assert helper.get("/my/").status_code == 403
        assert "Somebody who helps you" not in text(browser.get("/my/devices"))

    def test_ending_this_browser_takes_its_secret_away(self, browser, patient):
        response = browser.post("/my/devices", {"device": patient.devices.get().pk})
        assert response["Location"] == "/my/open"
        assert response.cookies["record"].value == ""
        assert browser.get("/my/").status_code == 403

    def test_another_patients_device_is_not_there(self, browser):
        other = web.admitted(web.a_patient()).device
        assert browser.post("/my/devices", {"device": other.pk}).status_code == 404

    def test_a_link_for_somebody_who_helps_is_shown_once(self, browser, patient):
        page = browser.post("/my/caregiver")
        said = text(page)
        token = page.content.decode().split("/my/open#")[1].split("<")[0].strip()
        assert 'src="data:image/svg+xml' in page.content.decode()
        assert token not in browser.get("/my/caregiver").content.decode()
        helper = web.Client()
        assert helper.post("/my/open", {"token": token})["Location"] == "/my/"
        assert patient.devices.get(who="caregiver")
        assert "It is shown only now" in said
        assert "Somebody who helps me" in text(browser.get("/my/caregiver"))
