"""A patient takes their record along and leaves: all is erased at once, and the browser opens nothing any more."""

import json

from needlecare.web.journal.models import CheckIn, Message, Patient
from tests.journeys.people import a_patient, phone_of, yesterday
from tests.support import web


def test_whoever_leaves_takes_everything_along_and_is_erased(browser, live_server, tmp_path):
    patient = a_patient(day=3)
    yesterday(patient)
    web.a_message(patient, "May I swim?")
    with phone_of(browser, live_server.url, patient) as somebody:
        somebody.goes_to("/my/leave")
        with somebody.page.expect_download() as waiting:
            somebody.taps_on("Download everything")
        waiting.value.save_as(tmp_path / "mine.json")
        assert "May I swim?" in json.dumps(json.loads((tmp_path / "mine.json").read_text()))
        somebody.taps_on("Leave and erase everything")
        somebody.sees("There is a problem")
        assert Patient.objects.count() == 1
        somebody.complaints.clear()  # of the status that says so
        somebody.page_is_good()
        somebody.chooses("Yes, erase everything about me here")
        somebody.taps_on("Leave and erase everything")
        somebody.page.wait_for_url("**/my/goodbye")
        somebody.page_is_good()
        answer = somebody.page.goto("/my/")
        assert answer is not None
        assert answer.status == 403
        assert [cookie["name"] for cookie in somebody.context.cookies() if "csrf" not in cookie["name"]] == []
    assert [kind.objects.count() for kind in (Patient, CheckIn, Message)] == [0, 0, 0]
