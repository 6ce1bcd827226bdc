"""One batch: the same rows in the same order, each with its verdict or with what is wrong with it."""

import pickle
from typing import Any

import pyarrow as pa
import pytest

from needlecare.catalogue import CatalogueError, judge_batch, judging
from needlecare.catalogue.columns import ADDED
from needlecare.catalogue.settling.settler import Settler
from needlecare.core.label.check import check_label
from needlecare.core.label.screening import Row, Screener
from needlecare.core.label.use import Use
from needlecare.core.label.weights import Weight
from tests.catalogue.products import LABELS, USE, given, products, verdict


def judged(texts: list[Any], kind: Any = None) -> list[dict[str, Any]]:
    """The rows of a batch with these texts."""
    column = pa.array(texts, kind)
    found: list[dict[str, Any]] = judge_batch(pa.record_batch([column], ["text"]), "text", USE).to_pylist()
    return found


def test_every_row_keeps_its_place_and_its_values() -> None:
    rows = products(40)
    found = judge_batch(pa.RecordBatch.from_pylist(rows), "ingredients", USE)
    assert [given(row) for row in found.to_pylist()] == rows
    assert found.schema.names == [*rows[0], *(field.name for field in ADDED)]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("use", [Use(0), Use(3, 2.5), Use(9, 0.25, "rinse_off")])
def test_a_row_says_what_a_check_of_its_label_says(label: str, use: Use) -> None:
    answer = check_label(label, use, judging.ingredients())
    row = judge_batch(pa.record_batch([pa.array([label])], ["text"]), "text", use).to_pylist()[0]
    assert (row["verdict"], row["until_day"], tuple(row["deciding"])) == (
        answer.verdict,
        answer.until_day,
        answer.deciding,
    )
    assert (row["tokens"], row["recognised"]) == (answer.read.tokens, answer.read.recognised)
    assert row["error"] is None


@pytest.mark.parametrize(
    ("text", "kind", "error"),
    [
        (None, pa.string(), "no ingredients are given"),
        ("", None, "the ingredients are empty"),
        (" \t\n", None, "the ingredients are empty"),
        ("Aqua, Gly\0cerin", None, "the ingredients hold NUL characters"),
        ("Aqua, " * 20_000, None, "the ingredients are longer than 100,000 characters"),
        (7, pa.int64(), "the ingredients are a number, not text"),
        (True, pa.bool_(), "the ingredients are true or false, not text"),
        (["Aqua", "Parfum"], pa.list_(pa.string()), "the ingredients are a list, not text"),
        ({"inci": "Aqua"}, pa.struct({"inci": pa.string()}), "the ingredients are an object, not text"),
        (b"Aqua, \xff", pa.binary(), "the ingredients are bytes that are not UTF-8, not text"),
    ],
)
def test_what_cannot_be_judged_is_unknown_and_says_why(text: Any, kind: Any, error: str) -> None:
    row = judged([text], kind)[0]
    assert row == {
        "text": text, "verdict": "unknown", "until_day": None, "concerns": [], "deciding": [], "tokens": 0,
        "recognised": 0, "error": error,
    }  # fmt: skip


@pytest.mark.parametrize(
    "kind", [pa.string(), pa.large_string(), pa.binary(), pa.dictionary(pa.int32(), pa.string())], ids=str
)
def test_text_is_text_in_any_arrow_type(kind: Any) -> None:
    texts = [text.encode() for text in LABELS] if kind == pa.binary() else list(LABELS)
    assert [verdict(row) for row in judged(texts, kind)] == [verdict(row) for row in judged(list(LABELS))]


def test_text_that_a_writer_did_not_check_costs_only_its_row() -> None:
    broken = pa.array([b"Aqua, Parfum", b"Aqua, \xe9"], pa.binary()).view(pa.string())
    found = judge_batch(pa.record_batch([broken], ["text"]), "text", USE)
    assert found.column("error").to_pylist() == [None, "the ingredients are bytes that are not UTF-8, not text"]
    assert found.column("verdict").to_pylist()[0] != "unknown"


@pytest.mark.parametrize("longer", ["", ", ".join(["", *["Cetearyl Alcohol"] * 20])], ids=["short", "long"])
@pytest.mark.parametrize("broken", ["row", "worked_out"])
def test_a_label_that_breaks_the_judge_costs_only_its_row(
    broken: str, longer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Brittle(Screener):
        """Breaks at a label, or at one of its pieces and then at all of it."""

        def row(self, text: str) -> Row:
            return self._checked(text) or super().row(text)

        def in_full(self, text: str) -> Row:
            return self._checked(text) or super().in_full(text)

        def worked_out(self, text: str) -> Weight:
            return (self._checked(text) if broken == "worked_out" else None) or super().worked_out(text)

        def _checked(self, text: str) -> None:
            if "Retinol" in text and (broken == "worked_out" or not longer):
                raise RecursionError("too deep")

    settler = Settler(Brittle(judging.ingredients(), USE))
    monkeypatch.setattr(judging, "settler_for", lambda use: settler)
    found = judged([label + longer for label in LABELS])
    breaking = [3] if broken == "worked_out" or not longer else []
    assert [at for at, row in enumerate(found) if row["error"]] == breaking
    for at in breaking:
        assert found[at]["error"] == "the ingredients could not be judged (RecursionError: too deep)"
        assert found[at]["verdict"] == "unknown"


def test_a_batch_without_rows_is_a_batch_without_rows() -> None:
    assert judged([], pa.string()) == []


def test_a_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(CatalogueError, match="there is no column 'inci'; there are text"):
        judge_batch(pa.record_batch([pa.array(["Aqua"])], ["text"]), "inci", USE)


def test_a_column_named_like_ours_is_refused() -> None:
    batch = pa.record_batch([pa.array(["Aqua"]), pa.array(["ok"])], ["text", "verdict"])
    with pytest.raises(CatalogueError, match="already has a column named verdict"):
        judge_batch(batch, "text", USE)


def test_everything_that_a_cluster_has_to_send_can_be_sent() -> None:
    assert pickle.loads(pickle.dumps(judge_batch)) is judge_batch
    assert pickle.loads(pickle.dumps(USE)) == USE
