"""For any time zone, quiet hours and wishes, also when clocks change: never in quiet hours, at most one a local day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlecare.web.journal.reminder_times import due_at, is_quiet, is_reminded, later, open_from

ZONES = [
    ZoneInfo(name)
    for name in (
        "Europe/London", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "America/St_Johns", "Asia/Beirut",
        "Asia/Kathmandu", "Asia/Tehran", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Auckland", "Africa/Cairo",
        "America/Havana", "America/Asuncion", "UTC", "Pacific/Kiritimati", "Etc/GMT+12",
    )
]  # fmt: skip
# days on which clocks somewhere change, and any others
DAYS = st.sampled_from(
    [
        date(2026, 3, 8), date(2026, 3, 29), date(2026, 4, 5), date(2026, 4, 24), date(2026, 10, 4), date(2026, 10, 25),
        date(2026, 10, 30), date(2026, 11, 1), date(2026, 3, 22), date(2011, 12, 30), date(2018, 11, 4),
    ]
) | st.dates(date(2020, 1, 1), date(2030, 1, 1))  # fmt: skip
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


def local_minutes(zone: ZoneInfo, on: date) -> list[datetime]:
    """Every fifth minute that is on this date there: the runs of the queue."""
    start = datetime.combine(on, time(0), UTC) - timedelta(hours=15)
    runs = (start + timedelta(minutes=5 * n) for n in range(12 * 54))
    return [run for run in runs if run.astimezone(zone).date() == on]


@given(DAYS, TIMES, TIMES, TIMES, st.sampled_from(ZONES))
def test_what_is_due_is_on_its_day_not_before_the_wish_and_not_in_quiet_hours(on, at, quiet_from, quiet_to, zone):
    due = due_at(on, at, quiet_from, quiet_to, zone)
    if due is not None:
        local = due.astimezone(zone)
        assert local.date() == on
        assert local.time() >= at
        assert not is_quiet(local.time(), quiet_from, quiet_to)


@given(DAYS, TIMES, TIMES, TIMES, st.sampled_from(ZONES))
def test_a_wish_outside_quiet_hours_is_met(on, at, quiet_from, quiet_to, zone):
    there = {run.astimezone(zone).time() for run in local_minutes(zone, on)}
    if not is_quiet(at, quiet_from, quiet_to) and at.replace(minute=at.minute // 5 * 5) in there:
        assert due_at(on, at, quiet_from, quiet_to, zone) is not None


@given(DAYS, TIMES, TIMES, TIMES, st.sampled_from(ZONES), st.integers(0, 60))
def test_with_a_mail_server_that_fails_for_a_while_it_still_leaves_once_at_most_and_never_in_quiet_hours(
    on, at, quiet_from, quiet_to, zone, failing
):
    next_try, tries, left = due_at(on, at, quiet_from, quiet_to, zone), 0, []
    for run in local_minutes(zone, on):
        if next_try is None or run < next_try or left:
            continue
        opens = open_from(run, on, quiet_from, quiet_to, zone)
        if opens != run:
            assert opens is None or opens > run
            next_try = opens
            continue
        assert not is_quiet(run.astimezone(zone).time(), quiet_from, quiet_to)
        tries += 1
        if tries > failing:
            left.append(run)
        next_try = later(run, tries)
    assert len(left) <= 1


@given(DAYS, TIMES, TIMES, st.sampled_from(ZONES), st.integers(0, 10 * 365 * 24 * 60))
def test_what_may_be_sent_from_a_moment_on_may_be_sent_then(on, quiet_from, quiet_to, zone, minutes):
    now = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    opens = open_from(now, on, quiet_from, quiet_to, zone)
    if opens is not None:
        assert opens >= now
        assert opens.astimezone(zone).date() == on
        assert not is_quiet(opens.astimezone(zone).time(), quiet_from, quiet_to)


@pytest.mark.parametrize(
    ("at", "quiet"),
    [
        (time(20, 59), False),
        (time(21), True),
        (time(23, 59), True),
        (time(0), True),
        (time(7, 59), True),
        (time(8), False),
    ],
)
def test_quiet_hours_may_go_over_midnight(at, quiet):
    assert is_quiet(at, time(21), time(8)) == quiet


@pytest.mark.parametrize(
    ("at", "quiet"), [(time(12, 59), False), (time(13), True), (time(14, 59), True), (time(15), False)]
)
def test_quiet_hours_may_be_in_the_middle_of_the_day(at, quiet):
    assert is_quiet(at, time(13), time(15)) == quiet


def test_an_hour_that_the_clocks_leap_over_is_taken_as_late_as_it_was_meant():
    due = due_at(date(2026, 3, 29), time(1, 30), time(0), time(0), ZoneInfo("Europe/London"))
    assert due == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # 2:30 there


def test_of_an_hour_that_comes_twice_the_first_counts():
    due = due_at(date(2026, 10, 25), time(1, 30), time(0), time(0), ZoneInfo("Europe/London"))
    assert due == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_on_a_day_that_a_place_left_out_nothing_is_due():
    assert due_at(date(2011, 12, 30), time(12), time(21), time(8), ZoneInfo("Pacific/Apia")) is None


def test_the_days_with_a_reminder_end_with_the_plan():
    assert [day for day in range(-3, 60) if is_reminded(day, 29)] == [*range(15), 21, 28]
    assert [day for day in range(60) if is_reminded(day, 10)] == [*range(10)]
