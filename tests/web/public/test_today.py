"""Days are counted from the date where somebody is, as far as that can be known without keeping anything."""

import json
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from needlecare.web.public.today import today_for
from tests.support.web_asking import Seen
from tests.support.web_public import label_form, says

EVENING, MORNING = datetime(2026, 5, 31, 17, 0, tzinfo=UTC), datetime(2026, 6, 1, 3, 0, tzinfo=UTC)
WEST, EAST = "2026-05-31", "2026-06-01"
AUCKLAND = (EVENING, EAST)  # 5:00 on the day after
LOS_ANGELES = (MORNING, WEST)  # 20:00 on the day before


@pytest.mark.parametrize(("now", "here"), [AUCKLAND, LOS_ANGELES, (EVENING, WEST), (MORNING, EAST)])
def test_it_is_the_day_that_it_is_where_the_browser_is(now, here):
    assert today_for({"here": here}, now) == date.fromisoformat(here)


@pytest.mark.parametrize("here", ["", "2026-05-29", "2026-06-02", "soon", "2026-02-30", "1" * 100_000, ["2026-05-30"]])
def test_a_day_that_it_cannot_be_is_ignored(here):
    assert today_for({"here": here}, EVENING) == EVENING.date()


def test_without_scripts_it_is_the_day_in_utc():
    assert today_for({}, EVENING) == EVENING.date()
    assert today_for({"treated_on": "2026-05-28"}, MORNING) == MORNING.date()


def test_a_treatment_tomorrow_makes_it_tomorrow_where_that_can_be():
    assert today_for({"treated_on": EAST}, EVENING) == date.fromisoformat(EAST)
    assert today_for({"treated_on": EAST}, datetime(2026, 5, 31, 9, 59, tzinfo=UTC)) == EVENING.date()


@pytest.mark.parametrize(("now", "here"), [AUCKLAND, LOS_ANGELES])
def test_a_check_and_a_label_count_from_it(now, here, client: Client, clock):
    clock.moment = now
    treated_on = date.fromisoformat(here).replace(month=5, day=28).isoformat()
    day = (date.fromisoformat(here) - date(2026, 5, 28)).days
    sent = {"treated_on": treated_on, "here": here, "sign.erythema": "mild", "page": "treatment"}
    answer = Seen(client.post("/check/result", sent))
    assert f"day {day}" in answer.headings[0]
    assert answer.carried["looked_on"] == [here]
    assert says(client.post("/label", label_form(day="", treated_on=treated_on) | {"here": here}), f"For day {day} ")
    without = Seen(client.post("/check/result", {**sent, "here": ""}))
    assert f"day {day}" not in without.headings[0]


@pytest.mark.parametrize(("now", "here"), [AUCKLAND, LOS_ANGELES])
def test_a_file_is_made_and_opened_on_it(now, here, client: Client, clock):
    clock.moment = now
    sent = {"treated_on": "2026-05-28", "here": here, "sign.erythema": "mild", "page": "treatment"}
    response = client.post("/check/file", sent)
    assert json.loads(response.content)["made"] == here
    assert here in response.headers["Content-Disposition"]
    file = SimpleUploadedFile("answer.json", response.content, "application/json")
    opened = client.post("/check/open", {"file": file, "here": here})
    assert Seen(opened).headings == Seen(client.post("/check/result", sent)).headings


@pytest.mark.parametrize("path", ["/check", "/label"])
def test_the_day_that_it_is_taken_to_be_is_said_at_the_date(path, client: Client, clock):
    clock.moment = MORNING
    assert says(client.get(path), "We take today to be Monday 1 June")
    sent = {"here": WEST, "day": "x", "page": "treatment"}
    assert says(client.post(path, sent), "We take today to be Sunday 31 May")


def test_every_form_that_counts_days_takes_it_along(client: Client):
    for response in (
        client.get("/check"), client.get("/check/open"), client.get("/label"), client.post("/label", label_form()),
        client.post("/check/result", {"day": "3"}),
    ):  # fmt: skip
        text = response.content.decode()
        assert text.count("<form ") == text.count('<input type="hidden" name="here" value=""')
