"""Import the official CosIng export: `tools/import_cosing.py COSING.csv` adds the names that our own tables lack.

The file comes from the European Commission's CosIng database ("download ingredients"); any CSV with a column of INCI
names will do. The names are written to knowledge/ingredients/names/cosing_import.csv of the installed package, which is
left out of version control. They are known by name only: none has a concern class, so a label that needs one of them
is never called fine. Run it again after an update; `--remove` takes the names out. A file that cannot be used leaves
everything as it was.
"""

import argparse
import csv
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from needlecare.knowledge.faults import KnowledgeError
from needlecare.knowledge.ingredients.folding import key
from needlecare.knowledge.ingredients.load import FOLDER, load_ingredients
from needlecare.knowledge.ingredients.model import IMPORTED
from needlecare.knowledge.ingredients.schema import ROW_COLUMNS

TARGET = FOLDER / "names" / "cosing_import.csv"
_NAME_COLUMNS = {"inciname", "inci"}
_FUNCTION_COLUMNS = {"function", "functions"}
Table = list[list[str]]


def main() -> int:
    """Import, or remove what was imported; 0 where it worked, 2 where the file cannot be used."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path, help="the CosIng export as CSV")
    parser.add_argument("--remove", action="store_true", help="take imported names out again")
    options = parser.parse_args()
    if options.remove:
        TARGET.unlink(missing_ok=True)
        print("Imported names removed.")
        return 0
    if options.file is None:
        parser.error("give the file that you downloaded from CosIng, or --remove")
    try:
        added, known = _imported(options.file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        parser.exit(2, f"{options.file} cannot be used: {error}\n")
    print(f"{added:,} names added to {TARGET.name}; {known:,} names are known now.")
    return 0


def _imported(text: str) -> tuple[int, int]:
    """How many names were added, and how many are known now. Raises ValueError, with everything as it was."""
    rows = list(_new_rows(_table(text)))
    before = TARGET.read_bytes() if TARGET.exists() else None
    _write(rows)
    try:
        return len(rows), len(load_ingredients().rows)
    except KnowledgeError:
        TARGET.unlink() if before is None else TARGET.write_bytes(before)
        raise


def _table(text: str) -> Table:
    """The table from its header down; above it the official export has lines of its own."""
    for delimiter in ",;\t":
        try:
            rows = list(csv.reader(text.splitlines(), delimiter=delimiter))
        except csv.Error as error:
            raise ValueError(f"it is not CSV: {error}") from None
        for at, row in enumerate(rows):
            if _NAME_COLUMNS & {key(cell) for cell in row}:
                return rows[at:]
    raise ValueError("no column is called “INCI name”; is this the ingredients export of CosIng?")


def _new_rows(table: Table) -> Iterator[tuple[str, ...]]:
    """The names that we do not have, as rows of our own tables. Raises ValueError where there is no name at all."""
    known = load_ingredients()
    owners = {**known.synonyms, **known.exact}
    seen = {folded for folded, row in owners.items() if known.rows[row].sources != (IMPORTED,)}
    names, functions = (_column(table, titles) for titles in (_NAME_COLUMNS, _FUNCTION_COLUMNS))
    if not any(map(key, names)):
        raise ValueError("there are no names below its header")
    for name, function in zip(names, functions, strict=True):
        folded = key(name)
        if folded and folded not in seen:
            seen.add(folded)
            yield (name.title(), "", function.split(",")[0].strip().lower() or "not stated", "", "", IMPORTED)


def _column(table: Table, titles: set[str]) -> list[str]:
    """The cells of a column below its header; empty where a row, or the whole table, has none."""
    at = next((at for at, cell in enumerate(table[0]) if key(cell) in titles), None)
    return [" ".join(row[at].split()) if at is not None and len(row) > at else "" for row in table[1:]]


def _write(rows: Iterable[tuple[str, ...]]) -> None:
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", dir=TARGET.parent, delete=False) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(ROW_COLUMNS)
        writer.writerows(rows)
    os.chmod(file.name, 0o644)  # readable by all who use this installation
    os.replace(file.name, TARGET)


if __name__ == "__main__":
    sys.exit(main())
