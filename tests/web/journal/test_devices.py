"""A device opens the record of its own patient until it is ended or its time is over, whatever came before."""

from datetime import timedelta

import pytest
from django.test import RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from needlecare.web.journal import actions, selectors
from needlecare.web.journal.cookie import cookie_name
from needlecare.web.journal.middleware import DeviceMiddleware
from needlecare.web.journal.models import Device
from needlecare.web.journal.rights import may
from tests.support.web import ADDRESS, NOW, Clock, a_patient, admitted

pytestmark = pytest.mark.django_db


def opened_by(secret: str):
    """The patient whose record a browser with this secret opens now."""
    request = RequestFactory().get("/my/", HTTP_COOKIE=f"{cookie_name()}={secret}")
    DeviceMiddleware(lambda request: None)(request)
    return request.patient


def test_a_device_opens_its_record_for_180_days(clock):
    made = admitted(a_patient())
    clock.pass_time(days=179)
    assert opened_by(made.secret) == made.device.patient
    clock.pass_time(days=1)
    assert opened_by(made.secret) is None


def test_an_ended_device_opens_nothing_and_the_others_go_on():
    patient = a_patient()
    phone, tablet = admitted(patient), admitted(patient)
    actions.end_device(patient=patient, device_id=phone.device.pk, now=NOW)
    actions.end_device(patient=patient, device_id=phone.device.pk, now=NOW + timedelta(hours=1))
    assert opened_by(phone.secret) is None
    assert opened_by(tablet.secret) == patient
    assert [device.ended_at for device in selectors.devices(patient)] == [None, NOW]


def test_nobody_ends_a_device_of_another():
    made = admitted(a_patient())
    with pytest.raises(Device.DoesNotExist):
        actions.end_device(patient=a_patient(), device_id=made.device.pk, now=NOW)
    assert opened_by(made.secret) == made.device.patient


def test_a_secret_has_256_bits_and_only_its_hash_is_kept():
    made = admitted(a_patient())
    assert len(made.secret) == 43
    assert made.secret not in str(vars(Device.objects.get()))


@pytest.mark.parametrize("what", ["read", "check_in", "message", "products"])
def test_a_caregiver_may_help_with_the_day(what):
    assert may("caregiver", what)


@pytest.mark.parametrize("what", ["leave", "download", "invite", "end_devices", "reminders", "looks", "unheard of"])
def test_a_caregiver_may_not_decide_about_the_record(what):
    assert not may("caregiver", what)
    assert may("patient", what)
    assert not may("somebody", what)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["invite", "accept", "end", "wait", "look"]),
        st.integers(0, 1),  # whose
        st.sampled_from(["patient", "caregiver"]),
        st.integers(0, 5),  # which of what was made before
        st.sampled_from([1, 47, 49, 24 * 90, 24 * 181]),  # hours
    ),
    max_size=14,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_in_any_order_of_events_a_device_opens_only_its_own_patients_record(clock: Clock, steps):
    clock.moment = NOW
    patients = [a_patient(), a_patient()]
    invited, made = [], []  # whose, what | whose, what, until when, ended
    for what, whose, who, which, hours in steps:
        patient = patients[whose]
        if what == "invite":
            invited.append((patient, actions.invite(patient=patient, who=who, now=clock.moment)))
        elif what == "accept" and invited:
            owner, invitation = invited[which % len(invited)]
            try:
                new = actions.accept(token=invitation.token, address=ADDRESS, now=clock.moment)
            except actions.NotAdmitted:
                continue
            assert clock.moment < invitation.expires_at
            made.append([owner, new, clock.moment + timedelta(days=180), False])
        elif what == "end" and made:
            one = made[which % len(made)]
            actions.end_device(patient=one[0], device_id=one[1].device.pk, now=clock.moment)
            one[3] = True
        elif what == "wait":
            clock.pass_time(hours=hours)
        for owner, device, until, ended in made:
            assert opened_by(device.secret) == (owner if clock.moment < until and not ended else None)
