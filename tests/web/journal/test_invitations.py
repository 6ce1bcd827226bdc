"""An invitation opens one record, once, within its time; what is kept of it opens nothing."""

import re
from datetime import timedelta

import pytest
from django.core import serializers

from needlecare.web.journal import actions, secrets
from needlecare.web.journal.models import Attempt, Device, Invitation
from tests.support.web import ADDRESS, NOW, a_patient

pytestmark = pytest.mark.django_db


def accept(now=NOW, address=ADDRESS, **by):
    return actions.accept(address=address, now=now, **by)


def refused(**by) -> str:
    with pytest.raises(actions.NotAdmitted) as why:
        accept(**by)
    return why.value.reason


def test_a_token_opens_the_record_of_the_one_who_was_invited():
    patient = a_patient()
    invited = actions.invite(patient=patient, now=NOW)
    admitted = accept(token=invited.token)
    assert admitted.device.patient == patient
    assert admitted.device.who == "patient"


def test_a_token_has_at_least_128_bits_that_an_address_can_hold():
    invited = actions.invite(patient=a_patient(), now=NOW)
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", invited.token)
    assert invited.token != actions.invite(patient=a_patient(), now=NOW).token


def test_a_code_has_eight_letters_and_digits_that_do_not_look_alike():
    code = actions.invite(patient=a_patient(), now=NOW).code
    assert re.fullmatch(r"[2-9ACDEFGHJKMNPQRTVWXY]{4}-[2-9ACDEFGHJKMNPQRTVWXY]{4}", code)


@pytest.mark.parametrize(
    "typed", ["4F7K-9QXA", "4f7k9qxa", " 4f7k 9qxa\n", "4F7K–9QXA", "4-F-7-K-9-Q-X-A", "4f7k_9qxa."]
)
def test_a_code_may_be_typed_in_any_case_with_any_spaces_and_dashes(typed):
    assert secrets.typed_code(typed) == "4F7K9QXA"


def test_letters_that_look_like_another_are_read_as_that():
    assert secrets.typed_code("sbzu-2345") == "582V2345"


@pytest.mark.parametrize("typed", ["", "4F7K", "4F7K-9QXAA", "4F7K-9QX0", "4F7K-9QXÄ", "é" * 8, "4" * 10_000])
def test_what_cannot_be_a_code_is_none(typed):
    assert secrets.typed_code(typed) is None
    assert refused(code=typed) == "unknown"


def test_a_code_opens_the_same_record_as_its_token():
    patient = a_patient()
    invited = actions.invite(patient=patient, now=NOW)
    assert accept(code=invited.code.lower().replace("-", " ")).device.patient == patient
    assert refused(token=invited.token) == "used"


def test_it_opens_once():
    invited = actions.invite(patient=a_patient(), now=NOW)
    accept(token=invited.token)
    assert refused(token=invited.token) == "used"
    assert refused(code=invited.code) == "used"
    assert Device.objects.count() == 1


@pytest.mark.parametrize(("late", "opens"), [(timedelta(hours=48), False), (timedelta(hours=47, minutes=59), True)])
def test_it_opens_for_48_hours(late, opens):
    invited = actions.invite(patient=a_patient(), now=NOW)
    if opens:
        accept(token=invited.token, now=NOW + late)
    else:
        assert refused(token=invited.token, now=NOW + late) == "expired"


def test_a_new_one_withdraws_the_earlier_one_of_the_same_kind_alone():
    patient = a_patient()
    earlier, caregiver = (
        actions.invite(patient=patient, now=NOW),
        actions.invite(patient=patient, who="caregiver", now=NOW),
    )
    actions.invite(patient=patient, now=NOW)
    assert refused(token=earlier.token) == "withdrawn"
    assert accept(token=caregiver.token).device.who == "caregiver"


def test_what_nobody_gave_is_unknown():
    assert refused(token="x" * 43) == "unknown"
    assert refused(token="\ud800") == "unknown"
    assert refused(code="2222-2222") == "unknown"
    assert refused() == "unknown"


def test_nothing_that_is_kept_opens_anything():
    invited = actions.invite(patient=a_patient(), now=NOW)
    admitted = accept(token=invited.token)
    kept = serializers.serialize("json", [*Invitation.objects.all(), *Device.objects.all()])
    for secret in (invited.token, invited.code, invited.code.replace("-", ""), admitted.secret):
        assert secret not in kept
    for hashed in (*Invitation.objects.values_list("token_hash", "code_hash").get(), admitted.device.secret_hash):
        assert refused(token=hashed) == "unknown"


def test_the_hash_of_a_code_needs_the_secret_of_the_app(settings):
    before = secrets.hash_of_code("4F7K9QXA")
    settings.SECRET_KEY = "another"
    assert secrets.hash_of_code("4F7K9QXA") != before


def test_no_secret_stands_in_the_text_of_what_holds_it():
    invited = actions.invite(patient=a_patient(), now=NOW)
    admitted = accept(token=invited.token)
    assert invited.token not in repr(invited)
    assert invited.code not in str(invited)
    assert admitted.secret not in repr(admitted)


def test_after_ten_wrong_codes_an_address_waits_for_an_hour():
    invited = actions.invite(patient=a_patient(), now=NOW)
    assert [refused(code="2222-2222") for _ in range(11)] == ["unknown"] * 10 + ["too_many"]
    assert refused(code=invited.code) == "too_many"
    assert accept(code=invited.code, now=NOW + timedelta(hours=1))


def test_tries_while_waiting_do_not_lengthen_the_wait():
    for minutes in range(10):
        refused(code="2222-2222", now=NOW + timedelta(minutes=minutes))
    assert refused(code="2222-2222", now=NOW + timedelta(minutes=59)) == "too_many"
    assert refused(code="2222-2222", now=NOW + timedelta(minutes=60)) == "unknown"


def test_another_address_is_not_held_up_and_a_link_never_is():
    patient = a_patient()
    for _ in range(10):
        refused(code="2222-2222")
    accept(code=actions.invite(patient=patient, now=NOW).code, address="198.51.100.4")
    accept(token=actions.invite(patient=patient, now=NOW).token)


def test_all_addresses_together_have_so_many_tries():
    invited = actions.invite(patient=a_patient(), now=NOW)
    said = [refused(code="2222-2222", address=f"10.0.{n // 200}.{n % 200}") for n in range(301)]
    assert said == ["unknown"] * 300 + ["too_many"]
    assert refused(code=invited.code, address="198.51.100.4") == "too_many"


def test_who_was_admitted_did_not_guess():
    patient = a_patient()
    for _ in range(20):
        accept(code=actions.invite(patient=patient, now=NOW).code)
    assert not Attempt.objects.exists()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"),  # one household has a whole network of IPv6
        ("192.0.2.7", "::ffff:192.0.2.7"),
    ],
)
def test_addresses_of_one_household_count_together(one, other):
    assert secrets.hash_of_address(one) == secrets.hash_of_address(other)
    assert secrets.hash_of_address(one) != secrets.hash_of_address("2001:db8:1:3::1")


def test_no_address_is_kept_and_what_counts_no_more_is_deleted():
    refused(code="2222-2222")
    assert ADDRESS not in serializers.serialize("json", Attempt.objects.all())
    refused(code="2222-2222", now=NOW + timedelta(hours=2))
    assert Attempt.objects.get().at == NOW + timedelta(hours=2)
