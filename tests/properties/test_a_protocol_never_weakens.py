"""A clinic's protocol can tighten the red flags, never loosen them: it is refused, or no case is calmer under it."""

from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from needlecare.knowledge.faults import KnowledgeError
from needlecare.knowledge.load import load_knowledge
from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.protocol import overlaid
from needlecare.knowledge.vocabulary import LEVELS
from tests.support.cases import Data, assessed, case_data, urgency
from tests.support.knowledge import SHIPPED
from tests.support.protocols import protocols, spoilt
from tests.support.strategies import cases
from tests.support.toml import toml
from tests.support.worsening import fevers, spreads, stronger_signs


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Writes a protocol to a new file and reads it: the knowledge under it, or None where it is refused."""
    folder, numbers = tmp_path_factory.mktemp("protocols"), count()

    def write(protocol: Any) -> Knowledge | None:
        path: Path = folder / f"protocol_{next(numbers)}.toml"
        path.write_text(toml(protocol) if isinstance(protocol, dict) else f"junk = {protocol!r}", encoding="utf-8")
        try:
            return overlaid(SHIPPED, path)
        except KnowledgeError:
            return None

    return write


@settings(max_examples=80)
@given(protocol=protocols, data=cases())
def test_no_case_is_calmer_under_a_protocol_than_without(protocol: Data, data: Data, written: Any) -> None:
    under = written(protocol)
    assert under is None or urgency(data, under) >= urgency(data)


@settings(max_examples=80)
@given(protocol=protocols, data=cases())
def test_worse_is_never_calmer_under_a_protocol_either(protocol: Data, data: Data, written: Any) -> None:
    under = written(protocol)
    if under is not None:
        before = urgency(data, under)
        for worsenings in (stronger_signs, fevers, spreads):
            assert all(urgency(worse, under) >= before for _, worse in worsenings(data))


@settings(max_examples=80)
@given(protocol=protocols, data=cases())
def test_under_every_accepted_protocol_every_case_is_assessed(protocol: Data, data: Data, written: Any) -> None:
    under = written(protocol)
    if under is not None:
        assert assessed(data, under).knowledge.clinic == under.clinic


@given(protocol=spoilt())
def test_a_spoilt_protocol_is_refused_with_its_faults_or_harmless(protocol: Any, written: Any) -> None:
    under = written(protocol)
    if under is not None:
        for rule in SHIPPED.rules.values():
            assert LEVELS.index(under.rules[rule.id].level) >= LEVELS.index(rule.level)
            assert under.rules[rule.id].when == rule.when


@settings(max_examples=50)
@given(protocol=protocols)
def test_a_protocol_removes_no_rule_and_narrows_none(protocol: Data, written: Any) -> None:
    under = written(protocol)
    if under is not None:
        assert {name: under.rules[name].when for name in SHIPPED.rules} == {
            name: rule.when for name, rule in SHIPPED.rules.items()
        }


@pytest.mark.parametrize("name", list(SHIPPED.rules))
def test_every_rule_can_be_raised_and_none_lowered(name: str, written: Any) -> None:
    now = LEVELS.index(SHIPPED.rules[name].level)
    for at, level in enumerate(LEVELS):
        under = written({"clinic": {"name": "Clinic"}, "tighten": {name: {"level": level}}})
        assert (under is None) == (at < now), level


def test_a_red_flag_named_like_the_clinics_own_source_is_checked_like_any_other(written: Any) -> None:
    flag = {"level": "same-day", "name": "x", "reason": "y", "when": {"yes": "no_such_fact"}}
    assert written({"clinic": {"name": "Clinic"}, "red_flags": {"CLINIC": flag}}) is None


def test_a_red_flag_on_a_sign_without_a_course_is_refused_or_assessed(written: Any) -> None:
    flag = {"level": "same-day", "name": "x", "reason": "y", "when": {"yes": "beyond.hives"}}
    under = written({"clinic": {"name": "Clinic"}, "red_flags": {"ours": flag}})
    assert under is None or assessed(case_data(day=3), under)


def test_a_red_flag_that_negates_several_facts_is_refused_or_assessed(written: Any) -> None:
    neither = {"not": {"any": [{"yes": "history.acne"}, {"yes": "history.eczema"}]}}
    flag = {"level": "same-day", "name": "x", "reason": "y", "when": neither}
    under = written({"clinic": {"name": "Clinic"}, "red_flags": {"ours": flag}})
    assert under is None or assessed(case_data(day=3), under)


@pytest.mark.parametrize("part", ["clinic", "tighten", "red_flags", "care"])
def test_a_part_that_is_no_table_is_refused(part: str, written: Any) -> None:
    assert written({"clinic": {"name": "Clinic"}, part: 0}) is None


def test_a_care_rule_may_not_be_resumed_earlier_than_the_whole_day_the_clinic_gives(written: Any) -> None:
    under = written({"clinic": {"name": "Clinic"}, "care": {"makeup": {"resume_day": 2.5}}})
    days = assessed(case_data(day=0), under).plan.days if under else ()
    assert all("makeup" not in day.may_resume for day in days if day.day < 2.5)


def test_a_protocol_is_read_through_the_loader_like_this_too(tmp_path: Path) -> None:
    path = tmp_path / "protocol.toml"
    path.write_text(toml({"clinic": {"name": "Clinic"}}), encoding="utf-8")
    assert load_knowledge(protocol=path).clinic.name == "Clinic"
