"""Names of ingredients

Each INCI name has a row, with the other whole names under which labels print it. Names are compared by their letters
and digits, and a name belongs to one row only.
"""

import re

import pytest

from needlecare.knowledge.ingredients.folding import key
from needlecare.knowledge.ingredients.load import FOLDER
from needlecare.knowledge.ingredients.model import IMPORTED
from tests.spec.ingredients.looking_up import public, row_of, rows, written_names
from tests.support.data import needs


def test_how_many_there_are(table):
    """There are at least 3,500 names."""
    assert len({key(row.inci) for row in table.rows}) == len(table.rows) >= 3_500


def test_what_a_row_says(table):
    """Every name says what it does in a product, and where it stands."""
    assert [row.inci for row in table.rows if not (row.inci.strip() and row.function and row.sources)] == []


@needs("cosing_2020.csv")
def test_names_of_the_inventory(table):
    """A name that cites CosIng stands in the EU's inventory of 2020."""
    inventory = {key(row["inci_name"]) for row in public("cosing_2020.csv")}
    assert [row.inci for row in table.rows if "COSING" in row.sources and key(row.inci) not in inventory] == []


@needs("cosing_2020.csv")
def test_names_beyond_the_inventory(table):
    """A name that does not cite CosIng is not in it, and cites where else it stands: as a newer name, or a medicine."""
    inventory = {key(row["inci_name"]) for row in public("cosing_2020.csv")}
    others = [row for row in table.rows if "COSING" not in row.sources]
    where = {"INN", "INCI-NEW", "LABEL-WORDS", "EU-1223-2009", "PC-ADAP"}

    assert others
    assert [row.inci for row in others if key(row.inci) in inventory] == []
    assert [row.inci for row in others if not where & {*row.sources}] == []


def test_imported_names_are_not_shipped(table):
    """What a user imports is not part of what is shipped."""
    assert [row.inci for row in table.rows if IMPORTED in row.sources] == []


def test_one_owner():
    """No name belongs to two rows, whatever its language."""
    owners: dict[str, set[str]] = {}
    for name, inci in written_names():
        owners.setdefault(key(name), set()).add(key(inci))

    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


@needs("inci_frequency.csv")
def test_usual_names(table):
    """The 2,000 names that real labels print most often are all known."""
    usual = public("inci_frequency.csv")[:2_000]

    assert [row["inci"] for row in usual if row_of(row["inci"], table) is None] == []


def test_look_alikes(table):
    """Names that are mistaken for each other never share a row: maleic and malic acid, squalane and squalene."""
    owners = {pair: [row_of(name, table) for name in pair] for pair in table.families.look_alikes}

    assert [pair for pair, (one, other) in owners.items() if one is not None and one == other] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ethylparaben", "Methylparaben"),
        ("Cetearyl Alcohol", "Alcohol"),
        ("Sodium Lactate", "Lactic Acid"),
        ("Bakuchiol", "Retinol"),
        ("PEG-12", "PPG-12"),
        ("Sodium Laureth Sulfate", "Sodium Lauryl Sulfate"),
        ("Methylisothiazolinone", "Methylchloroisothiazolinone"),
    ],
)
def test_names_that_are_near(one, other, table):
    """Names that are near in letters and far in meaning have rows of their own."""
    assert row_of(one, table) is not None
    assert row_of(other, table) is not None
    assert row_of(one, table) != row_of(other, table)


def test_numbers_are_kept():
    """No synonym takes a number away: PEG-8 is not PEG-80."""
    numbered = re.compile(r"\b(?:PEG|PPG)-(\d+)\b", re.IGNORECASE)
    for name, inci in written_names():
        if (said := numbered.findall(name)) and (own := numbered.findall(inci)):
            assert sorted(said) == sorted(own), (name, inci)


def test_plants(table):
    """Every plant cites where its Latin name stands."""
    plants = [row for path in sorted(FOLDER.glob("plants/*.csv")) for row in rows(path)]

    assert [row["latin"] for row in plants if not row["sources"]] == []
    assert len(table.plants) > 2_000
