"""Import the official CosIng export: `tools/import_cosing.py COSING.csv` adds the names that our own tables lack.

The file comes from the European Commission's CosIng database ("download ingredients"); any CSV with a column of INCI
names will do. The names are written to knowledge/ingredients/names/cosing_import.csv of the installed package, which is
left out of version control. They are known by name only: none has a concern class, so a label that needs one of them
is never called fine. Run it again after an update; `--remove` takes the names out.
"""

import argparse
import csv
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from needlecare.knowledge.ingredients.folding import key
from needlecare.knowledge.ingredients.load import FOLDER, load_ingredients
from needlecare.knowledge.ingredients.model import IMPORTED
from needlecare.knowledge.ingredients.schema import ROW_COLUMNS

TARGET = FOLDER / "names" / "cosing_import.csv"
_NAME_COLUMNS = {"inciname", "inci"}
_FUNCTION_COLUMNS = {"function", "functions"}


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
        text = options.file.read_text(encoding="utf-8-sig", errors="strict")
    except (OSError, UnicodeDecodeError) as error:
        parser.exit(2, f"{options.file} cannot be read as UTF-8 text: {error}\n")
    rows = list(_new_rows(text, parser))
    _write(rows)
    print(f"{len(rows):,} names added to {TARGET.name}; {len(load_ingredients().rows):,} names are known now.")
    return 0


def _new_rows(text: str, parser: argparse.ArgumentParser) -> Iterator[tuple[str, ...]]:
    """The names that we do not have, as rows of our own tables."""
    known = load_ingredients()
    names = {**known.synonyms, **known.exact}
    seen = {folded for folded, row in names.items() if known.rows[row].sources != (IMPORTED,)}
    delimiter = ";" if text.count(";") > text.count(",") else ","
    table = csv.reader(text.splitlines(), delimiter=delimiter)
    header = next((row for row in table if _NAME_COLUMNS & {key(cell) for cell in row}), None)
    if header is None:
        parser.exit(2, "no column is called “INCI name”; is this the ingredients export of CosIng?\n")
    name_at = next(at for at, cell in enumerate(header) if key(cell) in _NAME_COLUMNS)
    function_at = next((at for at, cell in enumerate(header) if key(cell) in _FUNCTION_COLUMNS), None)
    for row in table:
        name = " ".join(row[name_at].split()) if len(row) > name_at else ""
        folded = key(name)
        if folded and folded not in seen:
            seen.add(folded)
            function = row[function_at].split(",")[0].strip().lower() if function_at is not None else ""
            yield (name.title(), "", function or "not stated", "", "", IMPORTED)


def _write(rows: Iterable[tuple[str, ...]]) -> None:
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", dir=TARGET.parent, delete=False) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(ROW_COLUMNS)
        writer.writerows(rows)
    os.replace(file.name, TARGET)


if __name__ == "__main__":
    sys.exit(main())
