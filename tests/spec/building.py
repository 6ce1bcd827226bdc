"""Cases with named defaults: the day is 3 unless a test says otherwise, and what is left out stays unknown."""

from datetime import date
from typing import Any, get_args

from needlecare.core.case import Case
from needlecare.knowledge.vocabulary import SIGN_SYNONYMS, SIGNS, HistoryId, MedicineId

TODAY = date(2026, 5, 31)
NO_SIGNS = dict.fromkeys(SIGNS, "none")


def a_case(
    day: int | None = 3,
    *,
    patient: dict[str, Any] | None = None,
    procedure: dict[str, Any] | None = None,
    earlier: tuple[dict[str, Any], ...] = (),
    products: tuple[dict[str, Any], ...] = (),
    **check_in: Any,
) -> Case:
    """A person at one check-in, after the earlier ones."""
    now = check_in if day is None else {"day": day, **check_in}
    return Case.read(
        {
            "patient": patient or {},
            "procedure": procedure or {},
            "check_ins": [*earlier, now],
            "products": list(products),
        }
    )


def a_fully_told_case(
    day: int | None = 3,
    *,
    signs: dict[str, str] | None = None,
    patient: dict[str, Any] | None = None,
    procedure: dict[str, Any] | None = None,
    **check_in: Any,
) -> Case:
    """A person who was asked everything and said no to everything, but for what the test says."""
    healthy = {
        "fitzpatrick": 3,
        "pregnant": "no",
        "history": dict.fromkeys(get_args(HistoryId), "no"),
        "medicines": dict.fromkeys(get_args(MedicineId), "no"),
    }
    ordinary = {
        "device": "pen",
        "needle_depth_mm": 1.0,
        "setting": "clinic",
        "numbing_cream": "no",
        "under_occlusion": "no",
        "sterile_single_use": "yes",
    }
    by_id = {name.replace(" ", "_"): severity for name, severity in (signs or {}).items()}
    told = {SIGN_SYNONYMS.get(name, name): severity for name, severity in by_id.items()}
    calm = {"fever": "no", "trend": "improving", "distribution": "localised"}
    return a_case(
        day,
        patient=healthy | (patient or {}),
        procedure=ordinary | (procedure or {}),
        signs=NO_SIGNS | told,
        **calm | check_in,
    )


def faults_of(data: Any) -> tuple[Any, ...]:
    """The faults that reading this data raises."""
    from needlecare.core.faults import CaseError

    try:
        Case.read(data)
    except CaseError as error:
        return error.faults
    return ()


def level_of(case: Case, knowledge: Any) -> str:
    """How urgent the case is."""
    from needlecare.core.assess import assess

    return assess(case, knowledge, TODAY).disposition.level


def rules_of(case: Case, knowledge: Any) -> list[str]:
    """The ids of the triage rules that fired, most urgent first."""
    from needlecare.core.assess import assess

    return [because.rule for because in assess(case, knowledge, TODAY).disposition.because]
