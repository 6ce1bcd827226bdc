"""The guide to the knowledge explains every file, column and field of the ingredients; the README's label is so."""

import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from needlecare.knowledge.ingredients import schema
from needlecare.knowledge.ingredients.load import FOLDER
from tests.cli.calling import started

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs/guide/knowledge.md").read_text(encoding="utf-8").partition("\n## Ingredients\n")[2]
GUIDE = GUIDE.partition("\n## ")[0]
SPELT = {"not_": "not"}


def explained() -> set[str]:
    return {word for said in re.findall(r"`([^`\n]+)`", GUIDE) for word in (said, *re.findall(r"\w+", said))}


def test_every_file_is_listed():
    kinds = {f"{path.name}/*" for path in FOLDER.iterdir() if path.is_dir() and path.name != "__pycache__"}
    said = set(re.findall(r"^\| `([\w*/.]+)` \|", GUIDE, re.MULTILINE))

    assert {path.name for path in FOLDER.glob("*.toml")} <= said
    assert kinds == {name.rpartition(".")[0] for name in said if "/" in name}


@pytest.mark.parametrize("columns", [schema.ROW_COLUMNS, schema.PLANT_COLUMNS])
def test_every_column_is_explained(columns):
    assert {*columns} <= explained()


@pytest.mark.parametrize(
    "model",
    [
        schema.ConcernEntry, schema.DayBand, schema.KindEntry, schema.PeopleEntry, schema.WordLists, schema.FamilyLists,
    ],
)  # fmt: skip
def test_every_field_is_explained(model: type[BaseModel]):
    assert {SPELT.get(name, name) for name in model.model_fields} <= explained()


@pytest.mark.parametrize("field", ["who", "effect"])
def test_every_word_of_a_field_is_explained(field):
    assert {*get_args(schema.PeopleEntry.model_fields[field].annotation)} <= explained()


def test_the_label_in_the_readme_gets_that_answer():
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    [(text, shown)] = re.findall(r'\$ needlecare label "([^"]+)" --day 2\n(.*?)\n…', page, re.DOTALL)

    assert started("label", text, "--day", "2").out.startswith(shown + "\n")
