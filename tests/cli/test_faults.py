"""What is wrong with a case: every fault at once, where it is, what would be right, and the nearest name."""

import json

import pytest

from tests.cli.calling import TODAY, Call

WRONG = {
    "patient": {"agee": 3, "age": "old", "skin_type": "oly", "history": {"acn": "yes", "rosacea": "perhaps"}},
    "procedure": {"date": "yesterday", "device": "pencil", "needle_depth_mm": -1},
    "check_ins": [{"day": 2}, {"day": 1.5, "signs": {"rednes": "mild", "pain": "awful"}, "fever": 38}],
    "product": [],
}


def lines(err: str) -> dict[str, str]:
    """The faults by their paths."""
    found = (line.removeprefix("  • ").split(": ", 1) for line in err.splitlines() if line.startswith("  • "))
    return dict(found)


def test_every_fault_is_reported_at_once(needlecare: Call) -> None:
    """One run names all of them, by path, and counts them."""
    said = needlecare("assess", "-", stdin=json.dumps(WRONG))
    assert set(lines(said.err)) == {
        "patient.agee",
        "patient.age",
        "patient.skin_type",
        "patient.history.acn",
        "patient.history.rosacea",
        "procedure.date",
        "procedure.device",
        "procedure.needle_depth_mm",
        "check_ins[1].day",
        "check_ins[1].signs.rednes",
        "check_ins[1].signs.pain",
        "check_ins[1].fever",
        "product",
    }
    assert said.err.startswith("needlecare: the case cannot be used: 13 faults\n")
    assert (said.code, said.out) == (10, "")


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("patient.agee", "age"),
        ("patient.skin_type", "oily"),
        ("patient.history.acn", "acne"),
        ("check_ins[1].signs.rednes", "redness"),
        ("product", "products"),
    ],
)
def test_a_slip_of_the_pen_is_answered_with_the_nearest_name(path: str, nearest: str, needlecare: Call) -> None:
    """Fields, words and plain names of signs."""
    said = needlecare("assess", "-", stdin=json.dumps(WRONG))
    assert lines(said.err)[path].endswith(f"Did you mean {nearest}?")


def test_a_json_batch_gives_the_same_faults(needlecare: Call) -> None:
    """The paths and nearest names of a batch's error object are those of the message."""
    single = needlecare("assess", "-", stdin=json.dumps(WRONG))
    batch = needlecare("assess", "-", "--format", "jsonl", "--json", stdin=json.dumps(WRONG))
    assert [fault["path"] for fault in json.loads(batch.out)["error"]["faults"]] == list(lines(single.err))


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("toml", "procedure.date = 2026-05-28T10:00:00"),
        ("toml", "procedure.date = 2026-05-28T10:00:00Z"),
        ("toml", "procedure.date = 10:00:00"),
        ("yaml", "procedure: {date: 2026-05-28T10:00:00Z}"),
        ("json", '{"procedure": {"date": "2026-05-28T10:00:00"}}'),
        ("json", '{"procedure": {"date": "2026-05-28T00:00:00"}}'),
        ("json", '{"procedure": {"date": "2026-02-30"}}'),
        ("json", '{"procedure": {"date": "28.5.2026"}}'),
        ("json", '{"procedure": {"date": "1779926400"}}'),
        ("json", '{"procedure": {"date": 1779926400}}'),
        ("json", '{"procedure": {"date": 20260528}}'),
        ("json", '{"procedure": {"date": true}}'),
        ("json", '{"procedure": {"date": ""}}'),
    ],
)
def test_a_date_is_a_day_and_nothing_else(form: str, text: str, needlecare: Call) -> None:
    """Times, seconds since 1970 and other spellings are refused, with a date to copy, in words that a person knows."""
    said = needlecare("assess", "-", "--format", form, *TODAY, stdin=text)
    assert said.code == 10
    assert "expected a date like 2026-05-31" in lines(said.err)["procedure.date"]
    assert "datetime." not in said.err


@pytest.mark.parametrize("value", [None, [None]])
def test_an_empty_value_is_shown_as_nothing(value: object, needlecare: Call) -> None:
    """Not as None, which is a programmer's word."""
    said = needlecare("assess", "-", "--format", "json", stdin=json.dumps({"check_ins": [value]}))
    assert said.code == 10
    assert "None" not in said.err


def test_a_procedure_to_come_is_a_fault_with_the_day_it_is(needlecare: Call) -> None:
    """Nothing can be said of a day that has not come; check-ins in the future are named too."""
    case = {"procedure": {"date": "2026-06-01"}, "check_ins": [{"date": "2026-06-02"}]}
    found = lines(needlecare("assess", "-", *TODAY, stdin=json.dumps(case)).err)
    assert set(found) == {"procedure.date", "check_ins[0].date"}
    assert "not after today (2026-05-31)" in found["procedure.date"]


def test_the_same_procedure_is_fine_a_day_later(needlecare: Call) -> None:
    """`--today` decides what the future is: on the day itself it is day 0."""
    said = needlecare("assess", "-", "--json", "--today", "2026-06-01", stdin='{"procedure": {"date": "2026-06-01"}}')
    assert json.loads(said.out)["course"]["day"] == 0


def test_a_check_in_later_than_today_is_a_fault(needlecare: Call) -> None:
    """Day 9 cannot have been three days after the procedure."""
    case = {"procedure": {"date": "2026-05-28"}, "check_ins": [{"day": 9}]}
    assert set(lines(needlecare("assess", "-", *TODAY, stdin=json.dumps(case)).err)) == {"check_ins[0].day"}


def test_a_long_value_is_shown_short(needlecare: Call) -> None:
    """A wrong text of any length takes one line."""
    said = needlecare("assess", "-", stdin=json.dumps({"patient": {"sex": "x" * 10_000}}))
    assert len(said.err) < 500
