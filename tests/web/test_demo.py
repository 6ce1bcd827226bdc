"""The demonstration: made once by the app's own actions, as of today, and removed without a trace."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from needlecare.web.accounts.models import Clinic, Membership, User
from needlecare.web.asking.tiles import NONE, TILES, members
from needlecare.web.demo import making
from needlecare.web.demo.story import setting, stories
from needlecare.web.journal.models import CheckIn, GivenAssessment, Patient
from tests.support import web
from tests.support.knowledge import SHIPPED

pytestmark = pytest.mark.django_db
EXPECTED = {  # the level of the last answer; None where nothing was told yet
    "Maya K.": "self-care",
    "Robin P.": "self-care",
    "L. T.": None,
    "Chidi O.": "self-care",
    "Sofia R.": "same-day",
    "Hana S.": "contact-provider",
    "Amara N.": "contact-provider",
    "J. B.": "self-care",
    "Ingrid V.": "self-care",
}


@pytest.fixture
def made() -> Clinic:
    """The demonstration as of now."""
    assert making.make(web.NOW)
    return Clinic.objects.get(is_demo=True)


def test_every_story_ends_where_it_should(made):
    ends = {
        patient.shown_name: last.assessment.level
        if (last := CheckIn.objects.filter(treatment__patient=patient).last())
        else None
        for patient in made.patients.all()
    }
    assert ends == EXPECTED


def test_the_clinic_is_marked_by_name_too(made):
    assert "demonstration" in made.name


def test_no_check_in_is_without_its_assessment(made):
    assert CheckIn.objects.count() == GivenAssessment.objects.count() > 20


def test_none_of_these_is_told_of_each_sign(made):
    """So that the answers do not ask again about what was denied."""
    last = CheckIn.objects.filter(treatment__patient__shown_name="Maya K.").last()
    assert last.told["signs"]["breathing_difficulty"] == "none"
    assert "trouble breathing" not in str(last.assessment.answer["disposition"]).lower()


def test_every_tile_of_a_story_is_one():
    """Another would say nothing."""
    for story in stories():
        for key, picked in (each for one in story.check_ins for each in one.answers.items() if each[0] in TILES):
            assert {*([picked] if isinstance(picked, str) else picked)} <= {NONE, *members(key, SHIPPED)}


def test_days_are_counted_from_today(made):
    told = {story.name: story.today for story in stories()}
    today = web.NOW.date()
    assert {each.shown_name: each.treatments.get().day(today) for each in made.patients.all()} == told


@pytest.mark.parametrize("hour", [0, 6, 12, 23])
def test_nothing_lies_ahead_at_whatever_hour_it_is_made(hour):
    now = datetime(2026, 5, 31, hour, 1, tzinfo=UTC)
    making.make(now)
    assert not CheckIn.objects.filter(made_at__gt=now).exists()
    assert not Patient.objects.filter(enrolled_at__gt=now).exists()


def test_it_is_made_once(made):
    assert making.make(web.NOW + timedelta(days=1)) is False
    assert Patient.objects.count() == len(EXPECTED)


def test_it_is_the_same_each_time_but_for_ids_and_secrets(made):
    def told():
        return list(
            GivenAssessment.objects.order_by("check_in__treatment__patient__shown_name", "made_at").values_list(
                "level", "made_at", "check_in__day"
            )
        )

    first = told()
    making.remove()
    making.make(web.NOW)
    assert told() == first


def test_the_shown_sign_ins_and_the_link_open_it(made):
    found = making.ways(timezone.now())
    for email, password in found.sign_ins:
        assert User.objects.get(email=email).check_password(password)
    token = found.link.partition("#")[2]
    assert Client().post("/my/open", {"token": token}).status_code == 302


def test_it_can_be_removed_as_if_it_had_never_been(made):
    assert making.remove() == 1
    for model in (Clinic, User, Membership, Patient, CheckIn):
        assert not model.objects.exists()


def test_removing_it_touches_nothing_else(made):
    web.a_check_in()
    real = Clinic.objects.get(is_demo=False)
    grace = User.objects.get(email=setting().staff[0].email)
    Membership.objects.create(user=grace, clinic=real)
    making.remove()
    assert Clinic.objects.get() == real
    assert CheckIn.objects.count() == 1
    assert User.objects.get() == grace


def test_beside_a_real_clinic_it_is_not_made(db):
    web.a_clinic()
    with pytest.raises(making.RealClinicsError):
        making.make(web.NOW)
    assert not Clinic.objects.filter(is_demo=True).exists()


def test_a_removed_one_that_was_never_there_is_no_fault(db):
    assert making.remove() == 0
