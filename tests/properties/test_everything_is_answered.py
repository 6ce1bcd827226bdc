"""However much somebody has, they get an answer, and soon."""

import json
import resource
import subprocess
import sys
from typing import get_args

import pytest

from needlecare.knowledge.vocabulary import LEVELS, SIGNS, CareId, Distribution, HistoryId, MedicineId
from tests.support.cases import TODAY, Data, case_data

SECONDS = 10
MEMORY = 2 * 1024**3  # bytes
ASSESS = f"""
import json, sys
from datetime import date
from needlecare.core.assess import assess
from needlecare.core.case import Case
from needlecare.knowledge.load import load_knowledge

print(assess(Case.read(json.load(sys.stdin)), load_knowledge(), date.fromisoformat("{TODAY}")).disposition.level)
"""


def answered(data: Data) -> str:
    """The level, from a process of its own that may use only so much time and memory."""
    found = subprocess.run(
        [sys.executable, "-c", ASSESS], input=json.dumps(data), capture_output=True, text=True, check=True,
        timeout=SECONDS, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )  # fmt: skip
    return found.stdout.strip()


@pytest.mark.parametrize("day", [1, 3, 15])
def test_somebody_with_every_sign_there_is_gets_an_answer(day: int) -> None:
    data = case_data(
        day,
        signs=dict.fromkeys(SIGNS, "severe"),
        distribution=list(get_args(Distribution)),
        trend="worsening",
        fever="yes",
        patient={
            "history": dict.fromkeys(get_args(HistoryId), "yes"),
            "medicines": dict.fromkeys(get_args(MedicineId), "yes"),
        },
        care=dict.fromkeys(get_args(CareId), "yes"),
    )
    assert answered(data) == "emergency"


def test_somebody_with_ten_signs_of_an_inflamed_breakout_gets_an_answer() -> None:
    there = ("erythema", "oedema", "pain", "warmth", "itch", "burning", "papules", "pustules", "discharge", "malaise")
    assert answered(case_data(5, signs=dict.fromkeys(there, "moderate"), distribution="spreading")) in LEVELS
