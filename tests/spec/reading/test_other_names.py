"""Other names

People call illnesses, medicines, care and devices by many names. Common ones are read as what they mean.
"""

from typing import get_args

import pytest

from needlecare import Case
from needlecare.knowledge import synonyms
from needlecare.knowledge.vocabulary import CareId, Device, HistoryId, MedicineId, Setting


def test_illnesses_and_medicines_by_their_common_names():
    """Herpes is read as cold sores, a blood thinner as an anticoagulant."""
    patient = Case.read({"patient": {"history": {"Herpes": "yes"}, "medicines": {"blood thinner": "yes"}}}).patient

    assert patient.history == {"cold_sores": True}
    assert patient.medicines == {"anticoagulant": True}


def test_what_was_done_by_its_common_names():
    """The gym is read as sweating, an ointment as a thick ointment on the skin."""
    [look] = Case.read({"check_ins": [{"care": {"gym": "yes", "ointment": "no"}}]}).check_ins

    assert look.care == {"sweated": True, "occlusive": False}


def test_devices_and_places_by_their_common_names():
    """A dermaroller is a roller; a salon is not at home."""
    procedure = Case.read({"procedure": {"device": "Dermaroller", "setting": "salon"}}).procedure

    assert (procedure.device, procedure.setting) == ("roller", "clinic")


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (synonyms.HISTORY_SYNONYMS, get_args(HistoryId)),
        (synonyms.MEDICINE_SYNONYMS, get_args(MedicineId)),
        (synonyms.CARE_SYNONYMS, get_args(CareId)),
        (synonyms.DEVICE_SYNONYMS, get_args(Device)),
        (synonyms.SETTING_SYNONYMS, get_args(Setting)),
    ],
)
def test_every_other_name_means_something_known(names, ids):
    """Every other name stands for a known one, and none is itself a known one."""
    assert set(names.values()) <= set(ids)
    assert not set(names) & set(ids)
