"""What `assess` and `plan` print for one case: the answer first, an emergency alone, the same bytes each time."""

import json

import pytest

from tests.cli.calling import EXAMPLE, TODAY, Call, started

EMERGENCY = '{"check_ins": [{"day": 3, "signs": {"breathing_difficulty": "severe", "redness": "severe"}}]}'
PARTS = [
    "Please check", "What we could not rule out", "How the healing compares, day 3", "What may be causing it",
    "Plan for today, day 3", "The days to come", "When to call", "Sources",
]  # fmt: skip


def test_the_answer_comes_first(needlecare: Call) -> None:
    """The first line is how urgent it is; reasons come below and sources last."""
    out = needlecare("assess", EXAMPLE, *TODAY).out
    assert out.startswith("▌ This looks as expected for day 3.\n")
    assert [line for line in out.splitlines() if line in PARTS] == PARTS


def test_an_emergency_comes_first_and_alone(needlecare: Call) -> None:
    """Nothing but what to do now, why, and the sources: no plan, no causes, no course."""
    lines = needlecare("assess", "-", stdin=EMERGENCY).out.splitlines()
    assert lines[0] == "▌ Get emergency help now."
    assert lines[1].startswith("▌ • Call your emergency number now")
    assert [line for line in lines if line in (*PARTS, "Why")] == ["Why", "Sources"]
    assert len(lines) < 40


def test_full_shows_the_rest_below_an_emergency(needlecare: Call) -> None:
    """With `--full` the card still comes first."""
    lines = needlecare("assess", "-", "--full", stdin=EMERGENCY).out.splitlines()
    assert lines[0] == "▌ Get emergency help now."
    assert "Plan for today, day 3" in lines


def test_full_names_every_source_and_the_evidence(needlecare: Call) -> None:
    """Nothing is counted away as “+9”, and evidence for and against is given."""
    short = needlecare("assess", EXAMPLE, *TODAY).out
    full = needlecare("assess", EXAMPLE, "--full", *TODAY).out
    assert ", +" in short
    assert ", +" not in full
    assert "Evidence for: " in full
    assert "Evidence against: " in full


@pytest.mark.parametrize("words", [("assess", EXAMPLE), ("assess", EXAMPLE, "--full"), ("plan", EXAMPLE)])
def test_every_source_that_is_cited_is_listed(words: tuple[str, ...], needlecare: Call) -> None:
    """Each id in brackets stands in the list of sources, and each of the list is cited."""
    import re

    body, listed = needlecare(*words, *TODAY).out.split("\nSources\n")
    text = re.sub(r"\s+", " ", body)
    brackets = re.findall(r"\[((?:[A-Z0-9-]+|\+\d+)(?:, (?:[A-Z0-9-]+|\+\d+))*)\]", text)
    cited = {key for group in brackets for key in group.split(", ") if not key.startswith("+")}
    assert cited == set(re.findall(r"^  \[([A-Z0-9-]+)\] ", listed, re.MULTILINE))


def test_json_is_one_line_with_every_part(needlecare: Call) -> None:
    """The parts of DESIGN.md's assessment, and the level as in the text."""
    out = needlecare("assess", EXAMPLE, "--json", *TODAY).out
    assert out.count("\n") == 1
    assert set(json.loads(out)) == {
        "disposition", "notices", "course", "causes", "plan", "products", "questions", "safety_net", "knowledge",
        "sources",
    }  # fmt: skip
    assert json.loads(out)["disposition"]["level"] == "self-care"


def test_the_plan_is_every_day_from_the_procedure_on(needlecare: Call) -> None:
    """As text, what is new on each day; as JSON, each day once."""
    out = needlecare("plan", EXAMPLE, *TODAY).out
    assert out.splitlines()[1] == "Plan for today, day 3"
    assert "\nDay by day\n  day 0  " in out
    plan = json.loads(needlecare("plan", EXAMPLE, "--json", *TODAY).out)
    assert [day["day"] for day in plan["days"]] == list(range(len(plan["days"])))
    assert plan["today"]["day"] == 3


def test_the_plan_in_json_is_the_plan_of_the_assessment(needlecare: Call) -> None:
    """`plan --json` and `assess --json` say the same."""
    plan = json.loads(needlecare("plan", EXAMPLE, "--json", *TODAY).out)
    assert json.loads(needlecare("assess", EXAMPLE, "--json", *TODAY).out)["plan"] == plan


def test_a_plan_says_first_when_somebody_must_call(needlecare: Call) -> None:
    """Somebody who only asks for the plan and needs help now is told so before any advice."""
    assert "emergency" in "\n".join(needlecare("plan", "-", stdin=EMERGENCY).out.splitlines()[:4]).lower()


def test_nothing_told_is_not_called_fine(needlecare: Call) -> None:
    """An empty case never reads as expected healing."""
    first = needlecare("assess", "-", stdin="{}").first
    assert first == "▌ We cannot tell from this, because we do not know which day it is."


def test_today_moves_the_day(needlecare: Call) -> None:
    """With a date of the procedure, the day of the plan follows `--today`."""
    case = '{"procedure": {"date": "2026-05-01"}}'
    days = [
        json.loads(needlecare("plan", "-", "--json", "--today", f"2026-05-{day:02}", stdin=case).out)["today"]["day"]
        for day in (1, 4, 31)
    ]
    assert days == [0, 3, 30]


@pytest.mark.parametrize("words", [("assess", EXAMPLE, "--json"), ("assess", EXAMPLE, "--full"), ("plan", EXAMPLE)])
def test_the_same_input_gives_the_same_bytes(words: tuple[str, ...]) -> None:
    """In processes whose hashes differ."""
    assert started(*words, *TODAY, PYTHONHASHSEED="1").out == started(*words, *TODAY, PYTHONHASHSEED="2").out


def test_a_yaml_set_has_no_order_of_its_own() -> None:
    """Areas and distributions as a YAML set are either refused or read in a fixed order."""
    case = """procedure: {areas: !!set {face, neck, scalp, chest, back}}
check_ins: [{day: 3, distribution: !!set {clustered, spreading, localised}, signs: {redness: severe}}]"""
    said = {started("assess", "-", "--json", *TODAY, stdin=case, PYTHONHASHSEED=seed).out for seed in "1234"}
    assert len(said) == 1
