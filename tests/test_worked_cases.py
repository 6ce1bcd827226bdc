"""Every worked case holds, and together they touch every triage rule, every cause and every care rule."""

from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

from needlecare import Case, assess
from needlecare.core.assessment import Assessment
from tests.support.worked import Expect, WorkedCase, read_entries, the_knowledge, worked_cases

CASES = worked_cases()


@pytest.mark.parametrize("worked", CASES, ids=lambda worked: worked.name)
def test_worked_case(worked: WorkedCase) -> None:
    found = assess(Case.read(worked.case), the_knowledge(), worked.today)
    wrong = list(_differences(worked.expect, found))
    assert not wrong, f"\n{worked.name}\n  " + "\n  ".join(wrong)


def _differences(expect: Expect, found: Assessment) -> Iterator[str]:
    yield from _urgency(expect, found)
    yield from _causes(expect, found)
    yield from _course(expect, found)
    yield from _plan(expect, found)
    if expect.asks_first is not None:
        yield from _unlike("asks first", expect.asks_first, found.questions[0].fact if found.questions else "nothing")
    if expect.notices is not None:
        yield from _unlike("notices", sorted(expect.notices), sorted({notice.kind for notice in found.notices}))


def _urgency(expect: Expect, found: Assessment) -> Iterator[str]:
    urgency = found.disposition
    fired = {because.rule for because in urgency.because}
    left_open = {rule.rule for rule in urgency.could_not_rule_out}
    if expect.level is not None:
        yield from _unlike("level", expect.level, urgency.level)
    yield from _missing("rules that fire", expect.fires, fired)
    yield from _missing("rules left open", expect.open, left_open)
    for rule in expect.does_not_fire:
        if rule in fired:
            yield f"{rule} fires, but should not"


def _causes(expect: Expect, found: Assessment) -> Iterator[str]:
    ranked = [cause.id for cause in found.causes]
    shown = ", ".join(f"{cause.id} {cause.probability:.2f}" for cause in found.causes[:5]) or "no cause"
    if expect.top_cause is not None and expect.top_cause != (ranked[0] if ranked else "none"):
        yield f"top cause: expected {expect.top_cause}, found {shown}"
    if expect.causes_in_top is not None:
        for cause in expect.causes_in_top.ids:
            if cause not in ranked[: expect.causes_in_top.n]:
                yield f"{cause} is not among the first {expect.causes_in_top.n} causes: {shown}"
    if expect.close is not None:
        yield from _unlike("too close to call", expect.close, bool(found.causes and found.causes[0].close_to))


def _course(expect: Expect, found: Assessment) -> Iterator[str]:
    compared = {sign.sign: sign.compared for sign in found.course.signs}
    for sign, wanted in expect.course.items():
        yield from _unlike(f"course of {sign}", wanted, compared.get(sign, "not shown"))
    if expect.phase is not None:
        yield from _unlike("phase", expect.phase, found.course.phase or "none")


def _plan(expect: Expect, found: Assessment) -> Iterator[str]:
    today = found.plan.today
    lists = {"do": today.do, "avoid": today.avoid, "may_resume": today.may_resume, "ask": today.ask}
    for name, items in lists.items():
        yield from _missing(f"{name} today", getattr(expect, name), {item.id for item in items})
    present = {item.id: name for name, items in lists.items() for item in items}
    for care in expect.not_in_plan:
        if care in present:
            yield f"{care} stands under {present[care]} today, but should not be in the plan"


def _unlike(what: str, wanted: object, found: object) -> Iterator[str]:
    if wanted != found:
        yield f"{what}: expected {wanted}, found {found}"


def _missing(what: str, wanted: Iterable[str], found: set[str]) -> Iterator[str]:
    for item in wanted:
        if item not in found:
            yield f"{what}: expected {item}, found {', '.join(sorted(found)) or 'none'}"


def _named(*fields: str) -> set[str]:
    return {item for worked in CASES for field in fields for item in getattr(worked.expect, field)}


def test_every_triage_rule_has_a_case_in_which_it_fires() -> None:
    assert the_knowledge().rules.keys() - _named("fires") == set()


def test_every_triage_rule_has_a_case_in_which_it_does_not_fire() -> None:
    assert the_knowledge().rules.keys() - _named("does_not_fire") == set()


def test_every_cause_is_on_top_of_a_case() -> None:
    assert the_knowledge().causes.keys() - {worked.expect.top_cause for worked in CASES} == set()


def test_every_care_rule_is_in_the_plan_of_a_case() -> None:
    assert the_knowledge().care.keys() - _named("care") == set()


def test_every_level_is_reached() -> None:
    assert the_knowledge().levels.keys() - {worked.expect.level for worked in CASES} == set()


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("rules", ("fires", "does_not_fire", "open")),
        ("care", ("care", "not_in_plan")),
        ("signs", ("course",)),
    ],
)
def test_every_id_that_a_case_names_exists(kind: str, fields: tuple[str, ...]) -> None:
    assert _named(*fields) - getattr(the_knowledge(), kind).keys() == set()


def test_every_cause_that_a_case_names_exists() -> None:
    named = {cause for worked in CASES if worked.expect.causes_in_top for cause in worked.expect.causes_in_top.ids}
    named |= {worked.expect.top_cause for worked in CASES} - {None, "none"}
    assert named - the_knowledge().causes.keys() == set()


def test_names_are_unique() -> None:
    names = Counter(worked.name for worked in CASES)
    assert [name for name, count in names.items() if count > 1] == []


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 130


_ENTRY = '- {name: "A sentence that claims", case: {}, signed: "nobody", expect: {%s}}'


@pytest.mark.parametrize(
    ("expect", "fault"),
    [
        ("levels: emergency", "expect.levels: Extra inputs"),
        ("level: urgent", "expect.level: Input should be"),
        ("course: {erythema: fine}", "expect.course.erythema: Input should be"),
        ("notices: [surprise]", "expect.notices.0: Input should be"),
        ("causes_in_top: {n: 0, ids: [milia]}", "expect.causes_in_top.n"),
        ("", "expects nothing"),
    ],
)
def test_a_mistyped_expectation_is_refused(expect: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        read_entries(_ENTRY % expect, "test.yaml")


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = "\n".join([_ENTRY % "levels: emergency", _ENTRY % "fire: [pus]"])
    with pytest.raises(ValueError, match=r"(?s)expect\.levels.*expect\.fire"):
        read_entries(text, "test.yaml")
