"""A check-in is stored once, with its day, its case and the assessment that was given."""

import json
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest

from needlecare.core.assess import assess
from needlecare.core.case import Case
from needlecare.core.faults import CaseError
from needlecare.export.json import to_json
from needlecare.web.journal import actions, selectors
from needlecare.web.journal.models import CheckIn, GivenAssessment, Reminder
from needlecare.web.knowledge import shipped
from tests.support.web import NOW, a_check_in, a_clinic, a_patient, a_product, a_protocol, a_treatment

pytestmark = pytest.mark.django_db

KEY = uuid.UUID("6b1f8a52-0d0c-4b55-9f8e-3f6d2c1a9e77")
STRICTER = '[clinic]\nname = "Clinic by the River"\nphone = "020 7946 0000"\nprotocol_version = "7"\n'


def test_the_answer_is_there_at_once():
    check_in = a_check_in(a_treatment(day=3), signs={"erythema": "mild"}, fever="no")
    assert check_in.day == 3
    assert check_in.assessment.level == "self-care"
    assert check_in.assessment.answer["disposition"]["level"] == "self-care"


def test_the_answer_is_stored_as_it_was_given_byte_by_byte():
    check_in = a_check_in(a_treatment(day=3), signs={"pus": "moderate"}, fever="yes")
    kept = GivenAssessment.objects.get()
    again = assess(Case.read(kept.case), shipped(), NOW.date())
    as_text = GivenAssessment._meta.get_field("answer").get_prep_value(kept.answer)
    assert json.loads(to_json(again)) == kept.answer == check_in.assessment.answer
    assert list(kept.answer["sources"]) == list(check_in.assessment.answer["sources"])
    assert as_text == json.dumps(json.loads(to_json(again)), ensure_ascii=False, separators=(",", ":"))
    assert (kept.knowledge_version, kept.knowledge_hash) == (shipped().version, shipped().hash)


def test_a_fever_after_needling_is_a_reason_to_call():
    earlier = a_treatment(day=4)
    a_check_in(earlier, now=NOW - timedelta(days=1), signs={"erythema": "mild"})
    later = a_check_in(earlier, signs={"erythema": "severe", "pain": "severe"}, fever="yes", distribution="spreading")
    assert later.assessment.level in ("same-day", "emergency")
    assert [told["date"] for told in later.assessment.case["check_ins"]] == ["2026-05-30", "2026-05-31"]


def test_a_check_in_that_is_sent_twice_is_stored_once_and_answered_alike():
    treatment = a_treatment()
    first = a_check_in(treatment, sent_key=KEY, signs={"itch": "mild"})
    second = a_check_in(treatment, sent_key=KEY, signs={"itch": "severe"}, now=NOW + timedelta(minutes=5))
    assert first == second
    assert second.told["signs"] == {"itch": "mild"}
    assert second.assessment.answer == first.assessment.answer
    assert (CheckIn.objects.count(), GivenAssessment.objects.count()) == (1, 1)


def test_the_same_key_of_another_patient_is_another_check_in():
    a_check_in(a_treatment(), sent_key=KEY)
    a_check_in(a_treatment(), sent_key=KEY)
    assert CheckIn.objects.count() == 2


def test_more_than_one_a_day_are_all_kept():
    treatment = a_treatment()
    a_check_in(treatment, signs={"erythema": "mild"})
    evening = a_check_in(treatment, signs={"vesicles": "moderate"}, now=NOW + timedelta(hours=3))
    assert selectors.last_check_in(treatment) == evening
    assert len(evening.assessment.case["check_ins"]) == 2


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("Europe/London", datetime(2026, 6, 3, 22, 59, tzinfo=UTC), 3),
        ("Europe/London", datetime(2026, 6, 3, 23, 1, tzinfo=UTC), 4),
        ("Pacific/Auckland", datetime(2026, 6, 3, 12, 1, tzinfo=UTC), 4),
        ("America/Los_Angeles", datetime(2026, 6, 4, 6, 59, tzinfo=UTC), 3),
    ],
)
def test_the_day_is_that_of_the_patients_own_clock(zone, moment, day):
    patient = a_patient(done_on=date(2026, 5, 31), time_zone=zone)
    check_in = a_check_in(patient.treatments.get(), now=moment)
    assert check_in.day == day
    assert check_in.told["date"] == str(date(2026, 5, 31) + timedelta(days=day))


def test_for_who_travels_west_the_day_does_not_go_back():
    patient = a_patient(done_on=date(2026, 5, 31), time_zone="Pacific/Auckland")
    treatment, morning = patient.treatments.get(), datetime(2026, 6, 3, 20, tzinfo=UTC)
    assert a_check_in(treatment, now=morning).day == 4
    patient.time_zone = treatment.patient.time_zone = "America/Los_Angeles"
    check_in = a_check_in(treatment, now=morning + timedelta(hours=1))
    assert (check_in.day, check_in.told["date"]) == (4, "2026-06-04")
    assert selectors.assessed(treatment, date(2026, 6, 3))["plan"]["today"]["day"] == 4


def test_a_day_that_was_told_gives_way_to_the_day_it_is():
    check_in = a_check_in(a_treatment(day=3), day=9, date="2026-01-01", signs={"itch": "mild"})
    assert check_in.told == {"date": "2026-05-31", "signs": {"itch": "mild"}}


@pytest.mark.parametrize("day", [-1, -30, 366, 4000])
def test_before_the_treatment_and_long_after_it_there_is_no_check_in(day):
    with pytest.raises(actions.NotToday) as refused:
        a_check_in(a_treatment(day=day))
    assert refused.value.day == day
    assert not CheckIn.objects.exists()


@pytest.mark.parametrize("day", [0, 365])
def test_on_the_day_itself_and_a_year_later_there_is(day):
    assert a_check_in(a_treatment(day=day)).day == day


@pytest.mark.parametrize(
    ("told", "path"),
    [
        ({"signs": {"redness of the moon": "mild"}}, "signs"),
        ({"pain_0_10": 11}, "pain_0_10"),
        ({"temperature_c": float("nan")}, "temperature_c"),
        ({"note": "a\x00b"}, "note"),
        ({"note": "a\ud800b"}, "note"),
        ({"note": "x" * 20_001}, "note"),
        ({"unheard_of": 1}, "unheard_of"),
        ({"care": {"a\x00": "yes"}}, ""),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_written(told, path):
    treatment = a_treatment()
    with pytest.raises(CaseError) as refused:
        a_check_in(treatment, **told)
    assert path in refused.value.faults[0].path
    assert not CheckIn.objects.exists()
    assert selectors.current_treatment(treatment.patient).check_ins_made == 0


def test_what_was_used_is_kept_and_judged():
    treatment = a_treatment(day=2)
    acid = a_product(treatment.patient, "Peel", "Aqua, Glycolic Acid, Alcohol Denat., Parfum")
    a_check_in(treatment, now=NOW - timedelta(days=1), used=[acid.pk])
    check_in = a_check_in(treatment, used=[acid.pk, acid.pk])
    assert list(check_in.used.all()) == [acid]
    assert check_in.assessment.case["products"][0]["used_on_days"] == [1, 2]
    assert check_in.assessment.answer["products"][0]["verdict"] in ("wait", "avoid")


def test_a_product_of_somebody_else_is_refused():
    foreign = a_product(a_patient())
    with pytest.raises(CaseError, match="not on the shelf"):
        a_check_in(a_treatment(), used=[foreign.pk], fever="no")
    assert not CheckIn.objects.exists()


def test_a_clinics_protocol_makes_the_answer_and_is_named():
    clinic = a_clinic()
    treatment = a_treatment(patient=None, clinic=clinic, protocol=a_protocol(clinic, STRICTER, version="7"))
    given = a_check_in(treatment).assessment
    assert given.protocol_version == "7"
    assert given.answer["knowledge"]["clinic"]["name"] == "Clinic by the River"


def test_what_was_given_stays_when_the_background_changes():
    treatment = a_treatment()
    given = a_check_in(treatment).assessment
    treatment.patient.background = {"age": 80}
    treatment.patient.save()
    given.refresh_from_db()
    assert given.case["patient"] == {}


def test_an_answer_stops_the_reminder_of_its_day_alone():
    treatment = a_treatment()
    for day in (2, 3):
        on = treatment.done_on + timedelta(days=day)
        Reminder.objects.create(
            patient=treatment.patient, treatment=treatment, day=day, on=on, due_at=NOW, next_try_at=NOW
        )
    a_check_in(treatment)
    assert list(Reminder.objects.order_by("day").values_list("dropped_at", flat=True)) == [None, NOW]


def test_how_many_screens_and_who_are_kept():
    check_in = a_check_in(a_treatment(), who="caregiver", screens=2, fever="no")
    check_in.refresh_from_db()
    assert (check_in.who, check_in.screens, check_in.made_at) == ("caregiver", 2, NOW)


def test_a_check_in_takes_three_queries_to_read_and_one_transaction_of_five_to_write(django_assert_num_queries):
    treatment = a_treatment()
    a_check_in(treatment)
    product = a_product(treatment.patient)
    # check-ins, shelf, days of use; treatment, check-in, its products, assessment, reminder; begin and commit
    with django_assert_num_queries(3 + 5 + 2):
        a_check_in(treatment, used=[product.pk])


def test_a_stale_treatment_is_read_anew():
    treatment = a_treatment()
    stale = selectors.current_treatment(treatment.patient)
    a_check_in(treatment)
    a_check_in(treatment)
    assert len(a_check_in(stale).assessment.case["check_ins"]) == 3


def test_an_answer_is_read_from_its_text_when_it_is_asked_for():
    a_check_in(a_treatment())
    loaded = GivenAssessment.objects.get()
    assert isinstance(vars(loaded)["answer"], str)
    assert loaded.answer["disposition"]["level"] == "self-care"
    assert loaded.answer is loaded.answer
    loaded.save()
    assert GivenAssessment.objects.get().answer == loaded.answer
    assert GivenAssessment.objects.defer("answer").get().answer == loaded.answer
