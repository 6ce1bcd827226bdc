"""The plan in the patient's own calendar: valid, the same events each time, and silent about what it is for."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from icalendar import Calendar

from needlecare.export.calendar import plan_calendar
from tests.support.cases import assessed, case_data
from tests.support.web import NOW

DONE_ON = date(2026, 5, 28)
UID = UUID("6b1f8a52-0d0c-4b55-9f8e-3f6d2c1a9e77")
PAGE = "https://page.example/my/"


@pytest.fixture(scope="module")
def plan():
    from pydantic_core import from_json

    from needlecare.export.json import to_json

    return from_json(to_json(assessed(case_data(3, procedure={"date": "2026-05-28", "needle_depth_mm": 1.5}))))["plan"]


def made(plan, **changed) -> bytes:
    given = {"done_on": DONE_ON, "uid": UID, "page": PAGE, "daily_to": 14, "made_at": NOW, **changed}
    return plan_calendar(plan, **given)


def events(plan, **changed):
    return list(Calendar.from_ical(made(plan, **changed)).walk("VEVENT"))


def test_it_can_be_read_back_and_says_what_a_calendar_must(plan):
    calendar = Calendar.from_ical(made(plan))
    assert (calendar["VERSION"], calendar["PRODID"]) == ("2.0", "-//Daily plan//EN")
    assert calendar.errors == []
    for event in calendar.walk("VEVENT"):
        assert event.errors == []
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(event)


def test_lines_end_and_are_folded_as_the_standard_wants(plan):
    lines = made(plan).split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75


def test_a_hint_comes_daily_from_the_day_of_the_treatment_to_day_14(plan):
    hint = events(plan)[0]
    assert hint["SUMMARY"] == "Your page is ready"
    assert hint["DTSTART"].dt == DONE_ON
    assert (hint["RRULE"]["FREQ"], hint["RRULE"]["COUNT"]) == (["DAILY"], [15])


def test_what_may_be_started_again_stands_on_its_first_day(plan):
    _, *starts = events(plan)
    said = {(event["DTSTART"].dt - DONE_ON).days: str(event["SUMMARY"]) for event in starts}
    assert list(said) == sorted(said)
    assert "retinol" in said[7]
    for day in plan["days"]:
        for item in day["may_resume"]:
            topic = plan["items"][item]["topic"]
            first = next(early["day"] for early in plan["days"] if item in early["may_resume"])
            assert first == 0 or topic in said[first] or ("needl" in topic and "more on your page" in said[first])


def test_all_events_are_of_whole_days_and_take_no_time(plan):
    for event in events(plan):
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1)
        assert (event["TRANSP"], event["CLASS"]) == ("TRANSPARENT", "PRIVATE")


def test_the_same_events_have_the_same_ids_and_no_two_share_one(plan):
    first = [str(event["UID"]) for event in events(plan)]
    again = [str(event["UID"]) for event in events(plan, made_at=NOW + timedelta(days=3))]
    assert first == again
    assert len(set(first)) == len(first)
    assert set(first).isdisjoint(str(event["UID"]) for event in events(plan, uid=UUID(int=1)))


def test_it_does_not_say_what_it_is_for(plan):
    text = made(plan).decode().replace("\r\n ", "").lower()
    for word in ("needl", "skin", "clinic", "treat", "patient", "heal", "wound", "care"):
        assert word not in text, word


def test_what_is_held_back_to_the_end_is_not_announced(plan):
    held = {**plan, "days": [{**day, "may_resume": []} for day in plan["days"]]}
    assert len(events(held)) == 1
