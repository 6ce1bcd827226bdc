"""A label answer as JSON: its fields are an interface, its places point into the text."""

import json

import pytest
from tests.support.label_answers import A_TABLE, LABEL, an_answer

from needlecare.core.faults import Fault
from needlecare.export.label_json import error_json, label_json, row_json


def data(answer=None):
    """An answer as it is read back."""
    return json.loads(label_json(answer or an_answer(), A_TABLE))


def test_the_fields_are_these_and_in_this_order():
    assert list(data()) == [
        "verdict", "sure", "day", "until_day", "headline", "reasons", "deciding", "ingredients", "concerns", "parts",
        "read", "is_list", "instead", "sources", "knowledge",
    ]  # fmt: skip


def test_an_ingredient_says_where_it_stands_what_it_is_and_how_sure_that_is():
    assert data()["ingredients"][2] == {
        "text": "Glycolic Acid", "start": 16, "end": 29, "inci": "Glycolic Acid", "function": "something",
        "how": "exact", "confidence": 1.0, "concerns": ["exfoliating_acid"], "part": 0,
    }  # fmt: skip


def test_places_point_into_the_text():
    for one in data()["ingredients"]:
        assert LABEL[one["start"] : one["end"]] == one["text"]


def test_what_was_not_understood_has_no_name():
    assert data()["ingredients"][3]["inci"] is None
    assert data()["read"] == {"tokens": 5, "recognised": 4, "not_understood": ["xyz"]}


def test_a_concern_stands_under_its_id_with_days_reasons_and_sources():
    found = data()["concerns"]["exfoliating_acid"]

    assert list(found) == [
        "name", "ingredients", "day", "earliest", "latest", "decides", "sure", "why", "notes", "instead",
        "disagreement", "grade", "sources",
    ]  # fmt: skip
    assert (found["ingredients"], found["day"], found["sources"]) == (["Glycolic Acid"], 7, ["BOOK"])


def test_every_source_of_a_concern_is_resolved():
    found = data()

    assert {key for concern in found["concerns"].values() for key in concern["sources"]} <= found["sources"].keys()


def test_it_names_the_knowledge_that_made_it():
    assert data()["knowledge"] == {
        "version": "2026.05", "hash": "0123456789abcdef", "review": "not yet reviewed by a clinician",
    }  # fmt: skip


def test_it_is_one_line_of_plain_utf_8():
    line = label_json(an_answer(headline="Warten bis Tag 7 – ﻿水\n"), A_TABLE)

    assert b"\n" not in line
    assert "水".encode() in line


def test_the_same_answer_gives_the_same_bytes():
    assert label_json(an_answer(), A_TABLE) == label_json(an_answer(), A_TABLE)


@pytest.mark.parametrize("row_id", ["cream-1", 7, 1.5, None])
def test_a_row_has_its_id_first(row_id):
    found = json.loads(row_json(row_id, an_answer(), A_TABLE))

    assert list(found)[:2] == ["id", "verdict"]
    assert found["id"] == row_id


def test_a_row_that_could_not_be_read_gives_its_id_line_and_faults():
    line = error_json("cream-1", 4, [Fault("dya", "an unknown field", "one of day, text", "day")])

    assert json.loads(line) == {
        "id": "cream-1",
        "line": 4,
        "error": {
            "faults": [{"path": "dya", "found": "an unknown field", "expected": "one of day, text", "nearest": "day"}]
        },
    }
