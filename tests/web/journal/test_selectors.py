"""What is read of a record: the case that it makes, its answer today, the shelf, and all of it to take along."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from needlecare.core.case import Case
from needlecare.web.journal import actions, selectors
from needlecare.web.journal.models import Treatment
from tests.support.web import NOW, a_check_in, a_clinic, a_message, a_patient, a_product, a_treatment, a_user, admitted

pytestmark = pytest.mark.django_db


def test_a_record_makes_a_case_with_dates_and_days_of_use():
    patient = a_patient(day=2, background={"fitzpatrick": 5, "history": {"acne": "yes"}})
    treatment = patient.treatments.get()
    cream = a_product(patient, "Plain cream", "Aqua, Glycerin", kind="rinse_off")
    a_check_in(treatment, now=NOW - timedelta(days=1), used=[cream.pk], signs={"erythema": "moderate"})
    a_check_in(treatment, used=[cream.pk], signs={"erythema": "mild"})
    assert selectors.case_of(treatment) == {
        "patient": {"fitzpatrick": 5, "history": {"acne": "yes"}},
        "procedure": {"device": "pen", "needle_depth_mm": 1.5, "areas": ["face"], "date": "2026-05-29"},
        "check_ins": [
            {"date": "2026-05-30", "signs": {"erythema": "moderate"}},
            {"date": "2026-05-31", "signs": {"erythema": "mild"}},
        ],
        "products": [
            {"name": "Plain cream", "ingredients": "Aqua, Glycerin", "kind": "rinse_off", "used_on_days": [1, 2]}
        ],
    }
    assert Case.read(selectors.case_of(treatment)).products[0].used_on_days == (1, 2)


def test_what_left_the_shelf_counts_as_far_as_it_was_used():
    treatment = a_treatment()
    used, never = a_product(treatment.patient, "Used"), a_product(treatment.patient, "Never used")
    a_check_in(treatment, used=[used.pk])
    for product in (used, never):
        actions.remove_product(patient=treatment.patient, product_id=product.pk, now=NOW)
    assert [product["name"] for product in selectors.case_of(treatment)["products"]] == ["Used"]


def test_a_case_holds_one_treatment_and_nothing_of_another():
    treatment = a_treatment(day=40)
    cream = a_product(treatment.patient)
    a_check_in(treatment, now=NOW - timedelta(days=38), used=[cream.pk])
    again = a_treatment(day=1, patient=treatment.patient)
    assert selectors.current_treatment(treatment.patient) == again
    assert selectors.case_of(again)["check_ins"] == []
    assert selectors.case_of(again)["products"][0]["used_on_days"] == []


def test_reading_a_case_takes_three_queries(django_assert_num_queries):
    treatment = a_treatment()
    a_check_in(treatment, used=[a_product(treatment.patient).pk])
    treatment = selectors.current_treatment(treatment.patient)
    with django_assert_num_queries(3):
        selectors.case_of(treatment)


def test_the_answer_of_today_knows_the_check_ins_before():
    treatment = a_treatment(day=5)
    a_check_in(treatment, now=NOW - timedelta(days=3), signs={"erythema": "mild"})
    answer = selectors.assessed(treatment, NOW.date())
    assert answer["plan"]["today"]["day"] == 5
    assert [notice["kind"] for notice in answer["notices"]] == ["stale"]


def test_before_the_treatment_the_answer_is_that_of_its_day():
    assert selectors.assessed(a_treatment(day=-2), NOW.date())["plan"]["today"]["day"] == 0


def verdicts(treatment, days=0):
    answer = selectors.assessed(treatment, NOW.date() + timedelta(days=days))
    return {product["name"]: product["verdict"] for product in answer["products"]}


def test_the_shelf_is_answered_for_this_day():
    treatment = a_treatment(day=1)
    a_product(treatment.patient, "Peel", "Aqua, Glycolic Acid")
    a_product(treatment.patient, "Cream", "Aqua, Glycerin")
    assert verdicts(treatment)["Cream"] == verdicts(treatment, 25)["Cream"] == "fine"
    assert verdicts(treatment)["Peel"] != "fine"
    assert verdicts(treatment, 25)["Peel"] == "fine"


def test_the_shelf_is_never_calmer_than_the_answer_to_a_check_in():
    treatment = a_treatment(day=25)
    a_product(treatment.patient, "Peel", "Aqua, Glycolic Acid")
    assert verdicts(treatment)["Peel"] == "fine"
    check_in = a_check_in(treatment, signs={"hives": "severe"})
    assert [product["verdict"] for product in check_in.assessment.answer["products"]] == ["avoid"]
    assert verdicts(treatment)["Peel"] == "avoid"


def test_the_date_is_that_where_the_patient_is():
    moment = datetime(2026, 5, 31, 23, 30, tzinfo=UTC)
    assert selectors.local_date(a_patient(time_zone="Europe/London"), moment) == date(2026, 6, 1)
    assert selectors.local_date(a_patient(time_zone="America/New_York"), moment) == date(2026, 5, 31)


def test_check_ins_come_in_their_order_and_the_last_is_the_latest():
    treatment = a_treatment(day=5)
    made = [a_check_in(treatment, now=NOW - timedelta(days=days)) for days in (3, 2, 1)]
    assert list(selectors.check_ins(treatment)) == made
    assert selectors.last_check_in(treatment) == made[-1]
    assert selectors.last_check_in(a_treatment()) is None


def test_check_ins_come_with_their_answers_in_one_query(django_assert_num_queries):
    treatment = a_treatment()
    for _ in range(3):
        a_check_in(treatment)
    with django_assert_num_queries(1):
        assert [check_in.assessment.level for check_in in selectors.check_ins(treatment)] == ["self-care"] * 3


def test_everything_can_be_taken_along():
    clinic = a_clinic()
    treatment = a_treatment(clinic=clinic, email="m@example.org")
    patient = treatment.patient
    cream = a_product(patient)
    check_in = a_check_in(treatment, used=[cream.pk], note="It itches a little.")
    a_message(patient, "May I swim?")
    a_message(patient, "From day 5 on.", by=a_user(clinic))
    actions.note_look(patient=patient, by="Nurse Ada", what="the whole record", now=NOW)
    made = admitted(patient)
    taken = json.loads(json.dumps(selectors.everything(patient)))
    assert taken["patient"]["email"] == "m@example.org"
    assert taken["clinic"]["name"] == clinic.name
    assert taken["treatments"][0]["check_ins"][0]["told"]["note"] == "It itches a little."
    assert taken["treatments"][0]["check_ins"][0]["used"] == ["Plain cream"]
    assert taken["treatments"][0]["check_ins"][0]["assessment"]["answer"] == check_in.assessment.answer
    assert [message["text"] for message in taken["messages"]] == ["May I swim?", "From day 5 on."]
    assert taken["messages"][1]["author"] == "Nurse Ada"
    assert taken["looks"][0]["by"] == "Nurse Ada"
    assert taken["devices"][0]["made_at"] == NOW.isoformat()
    assert taken["invitations"][0]["used_at"] == NOW.isoformat()
    assert made.device.secret_hash not in str(taken)


def test_nothing_of_another_patient_is_taken_along():
    patient, other = a_patient(), a_patient(shown_name="Somebody else")
    a_check_in(other.treatments.get(), note="Somebody else")
    assert "Somebody else" not in str(selectors.everything(patient))


def test_who_has_no_treatment_has_no_current_one():
    patient = a_patient()
    patient.treatments.all().delete()
    with pytest.raises(Treatment.DoesNotExist):
        selectors.current_treatment(patient)
