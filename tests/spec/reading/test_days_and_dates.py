"""Days and dates

Day 0 is the day of the treatment. A check-in may say its day, its date, both or neither. Dates that cannot be are
refused; where a day and a date disagree, the later one counts, because the same sign means more on a later day.
"""

import pytest

from needlecare.core.case import Case
from needlecare.core.dates import days_of
from needlecare.core.facts import situation
from needlecare.core.faults import CaseError
from tests.spec.building import TODAY, a_case, faults_of

FOUR_DAYS_AGO = {"date": "2026-05-27"}


def faults_on(today, case):
    with pytest.raises(CaseError) as raised:
        days_of(case, today)
    return [str(fault) for fault in raised.value.faults]


def test_a_day_from_a_date():
    """A check-in's date and the date of the treatment give its day."""
    case = a_case(None, date="2026-05-29", procedure=FOUR_DAYS_AGO)

    assert days_of(case, TODAY).of_check_ins == (2,)


def test_today_from_the_date_of_the_treatment():
    """With the date of the treatment, today's day is known."""
    assert days_of(a_case(2, procedure=FOUR_DAYS_AGO), TODAY).today == 4


def test_today_without_a_date():
    """Without the date of the treatment, today is taken to be the latest check-in."""
    assert days_of(a_case(5, earlier=({"day": 2},)), TODAY).today == 5


def test_a_check_in_without_a_day():
    """A check-in without a day or date has an unknown day."""
    assert days_of(a_case(None, signs={"redness": "mild"}), TODAY).of_check_ins == (None,)


def test_the_day_of_the_treatment():
    """A check-in on the date of the treatment is on day 0."""
    case = a_case(None, date="2026-05-31", procedure={"date": "2026-05-31"})

    assert days_of(case, TODAY).of_check_ins == (0,)


def test_a_treatment_in_the_future():
    """A treatment after today is refused."""
    assert faults_on(TODAY, a_case(None, procedure={"date": "2026-06-01"})) == [
        "procedure.date: found 2026-06-01; expected a date not after today (2026-05-31)."
    ]


def test_a_check_in_in_the_future():
    """A check-in after today is refused."""
    assert faults_on(TODAY, a_case(None, date="2026-06-01", procedure=FOUR_DAYS_AGO)) == [
        "check_ins[0].date: found 2026-06-01; expected a date not after today (2026-05-31)."
    ]


def test_a_check_in_on_a_day_not_reached():
    """A check-in on a day that is still to come is refused."""
    assert faults_on(TODAY, a_case(5, procedure=FOUR_DAYS_AGO)) == [
        "check_ins[0].day: found 5; expected a day not after today (day 4)."
    ]


def test_a_check_in_before_the_treatment():
    """A check-in before the treatment is refused."""
    assert faults_on(TODAY, a_case(None, date="2026-05-26", procedure=FOUR_DAYS_AGO)) == [
        "check_ins[0].date: found 2026-05-26; expected a date not before the procedure (2026-05-27)."
    ]


def test_all_wrong_dates_at_once():
    """Every date that cannot be is reported."""
    case = a_case(9, earlier=({"date": "2026-06-02"}, {"date": "2026-05-01"}), procedure=FOUR_DAYS_AGO)

    assert len(faults_on(TODAY, case)) == 3


@pytest.mark.parametrize("day", [1, 3])
def test_a_day_and_a_date_that_disagree(day):
    """Where day and date disagree, the later one counts, and the reader is told."""
    days = days_of(a_case(day, date="2026-05-29", procedure=FOUR_DAYS_AGO), TODAY)

    assert days.of_check_ins == (max(day, 2),)
    assert days.notices == (f"The check-in says day {day}, but its date makes it day 2. We take day {max(day, 2)}.",)


def test_a_day_and_a_date_that_agree():
    """Where day and date agree, nothing is said."""
    assert days_of(a_case(2, date="2026-05-29", procedure=FOUR_DAYS_AGO), TODAY).notices == ()


def test_check_ins_in_any_order(knowledge):
    """Check-ins are put in the order of their days, so that the latest one is today's."""
    case = a_case(1, signs={"pain": "mild"}, earlier=({"day": 4, "signs": {"pain": "severe"}},))

    assert situation(case, knowledge, TODAY).facts["sign.pain"] == 3


def test_one_check_in_without_a_day(knowledge):
    """A check-in of unknown day does not bring the others out of order: yesterday's pain outlives an older "none"."""
    case = Case.read(
        {
            "check_ins": [
                {"day": 5, "signs": {"pain": "severe"}},
                {"signs": {"redness": "mild"}},
                {"day": 2, "signs": {"pain": "none"}},
            ]
        }
    )

    assert situation(case, knowledge, TODAY).facts["sign.pain"] == 3


def test_check_ins_with_dates_only(knowledge):
    """Check-ins with dates are put in order even where the date of the treatment is unknown."""
    newer = {"date": "2026-05-30", "signs": {"itch": "severe"}}
    older = {"date": "2026-05-28", "signs": {"itch": "none"}}
    case = Case.read({"check_ins": [newer, older]})

    assert situation(case, knowledge, TODAY).facts["sign.itch"] == 3


@pytest.mark.parametrize("date", ["31 May", "31/05/2026", "2026-05-31T10:00", "2026-02-30", True, [], 86400])
def test_a_date_that_cannot_be_read(date):
    """A date is written year first, as in 2026-05-31; nothing else is guessed at."""
    [fault] = faults_of({"procedure": {"date": date}})

    assert (fault.path, fault.expected) == ("procedure.date", "a date like 2026-05-31")
