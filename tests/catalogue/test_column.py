"""Which column holds the ingredients: told by its name, by what stands in it, or not at all."""

from pathlib import Path

import pytest

from needlecare.catalogue import CatalogueError
from needlecare.catalogue.column import choose_column
from needlecare.catalogue.reading.opening import open_catalogue
from tests.catalogue.products import LABELS, USE, write

LIST, OTHER = LABELS[0], LABELS[1]
PROSE = "A rich cream with glycerin, for dry skin. Wakes you up, smells of roses, and lasts all day."


def chosen(tmp_path: Path, row: dict[str, object], asked: str | None = None, suffix: str = ".csv") -> str:
    """The column that is chosen in a catalogue of rows like this one."""
    path = write(tmp_path / f"products{suffix}", [row] * 5)
    return choose_column(open_catalogue(path), asked, USE)


@pytest.mark.parametrize(
    "name",
    [
        "ingredients", "Ingredients", "INGREDIENTS", "inci", "INCI list", "ingredient_list", "IngredientList",
        "Ingrédients", "composition", "Inhaltsstoffe", "ingredienti", "Ingredientes", "Ingrediënten", "Składniki",
        "成分", "전성분", " ingredients ",
    ],
)  # fmt: skip
@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_a_usual_name_tells(name: str, suffix: str, tmp_path: Path) -> None:
    row: dict[str, object] = {"id": "1", "about": PROSE, "key_ingredients": OTHER, name: LIST}
    assert chosen(tmp_path, row, suffix=suffix) == (name.strip() if suffix == ".csv" else name)


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_without_a_usual_name_the_texts_tell(suffix: str, tmp_path: Path) -> None:
    assert chosen(tmp_path, {"id": "1", "about": PROSE, "back of pack": LIST}, suffix=suffix) == "back of pack"


def test_a_usual_name_above_something_else_does_not_tell(tmp_path: Path) -> None:
    assert chosen(tmp_path, {"ingredients": "12", "label": LIST}) == "label"


def test_a_usual_name_tells_where_nothing_stands_yet(tmp_path: Path) -> None:
    assert chosen(tmp_path, {"id": "1", "ingredients": "", "about": PROSE}) == "ingredients"


def test_of_two_usual_names_the_filled_one_is_meant(tmp_path: Path) -> None:
    assert chosen(tmp_path, {"ingredients": "see pack", "inci": LIST}) == "inci"


def test_two_columns_of_lists_are_not_guessed_between(tmp_path: Path) -> None:
    with pytest.raises(
        CatalogueError, match=r"several columns that look like ingredients .'front', 'back'.; say which"
    ):
        chosen(tmp_path, {"id": "1", "front": LIST, "back": OTHER})


def test_where_nothing_tells_every_column_is_listed(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="looks like ingredients; say which with --column: 'id', 'about'"):
        chosen(tmp_path, {"id": "1", "about": PROSE})


@pytest.mark.parametrize("asked", ["about", "ABOUT"])
def test_who_names_a_column_is_believed(asked: str, tmp_path: Path) -> None:
    assert chosen(tmp_path, {"id": "1", "about": PROSE, "ingredients": LIST}, asked) == "about"


def test_a_column_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"no column 'ingredient'; it has 'id', 'ingredients'. Did you mean 'ingr"):
        chosen(tmp_path, {"id": "1", "ingredients": LIST}, "ingredient")


def test_a_file_without_a_header_is_told(tmp_path: Path) -> None:
    path = tmp_path / "products.csv"
    path.write_text(f'7,"{LIST}"\n8,Cream\n', encoding="utf-8")
    with pytest.raises(CatalogueError, match="has no header: its first row must be the names"):
        choose_column(open_catalogue(path), None, USE)
