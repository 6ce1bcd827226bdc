"""The core does no I/O, reads no clock, throws no dice, and brings no framework with it."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path

import pytest

from needlecare.core.assess import assess
from needlecare.core.case import Case
from needlecare.core.faults import CaseError
from needlecare.knowledge.model import Knowledge
from tests.support.cases import a_case, case_data
from tests.support.seal import HiddenIOError

Sealed = Callable[[], AbstractContextManager[None]]
FOREIGN = ("django", "rich", "yaml", "numpy", "scipy", "hypothesis", "asyncio", "urllib.request", "sqlite3")
CASES = [
    a_case(day=3, signs={"papules": "mild", "itch": "moderate"}, distribution="localised"),
    a_case(day=None, signs={"redness": "severe"}),
    a_case(day=9, temperature_c=39, distribution="spreading", signs={"redness": "moderate"}),
    a_case(day=3, earlier=({"day": 1, "signs": {"pain": "mild"}},), trend="worsening", signs={"pain": "moderate"}),
    Case(),
]


@pytest.mark.parametrize("case", CASES)
def test_assessing_touches_nothing_outside(case: Case, knowledge: Knowledge, today: date, sealed: Sealed) -> None:
    with sealed():
        assert assess(case, knowledge, today)


def test_reading_a_case_touches_nothing_outside(sealed: Sealed) -> None:
    with sealed():
        assert Case.read(case_data(day=3, signs={"redness": "mild"}))


def test_refusing_a_case_touches_nothing_outside(sealed: Sealed) -> None:
    with sealed(), pytest.raises(CaseError):
        Case.read({"patient": {"aeg": 4}})


def test_the_seal_holds(sealed: Sealed, tmp_path: Path) -> None:
    with sealed(), pytest.raises(HiddenIOError):
        (tmp_path / "anything").read_text()


@pytest.mark.parametrize("later", [0, 1, 400])
def test_a_case_without_dates_reads_the_same_on_every_day(later: int, knowledge: Knowledge, today: date) -> None:
    assert assess(CASES[0], knowledge, today) == assess(CASES[0], knowledge, today + timedelta(days=later))


@pytest.mark.parametrize(
    "module", ["needlecare", "needlecare.core", "needlecare.core.assess", "needlecare.knowledge.load"]
)
def test_the_core_brings_no_framework_with_it(module: str) -> None:
    code = f"import {module}, sys; print(*(name for name in {FOREIGN!r} if name in sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []
