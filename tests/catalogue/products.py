"""Catalogues to screen: a few labels, many rows, in every format; and reading an answer back."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from needlecare.catalogue import judging
from needlecare.core.label.screening import Row
from needlecare.core.label.use import Use

USE = Use(day=3)
LABELS = (
    "Aqua, Glycerin, Cetearyl Alcohol, Squalane, Panthenol, Sodium Hyaluronate",
    "Aqua, Glycerin, Niacinamide, Phenoxyethanol, Parfum",
    "Aqua, Alcohol Denat., Salicylic Acid, Sodium Hydroxide",
    "Water, Propanediol, Retinol, Squalane, Tocopherol",
    "Water/Aqua/Eau; Dimethicone; Menthol; Citric Acid",
    "Aqua, Glycerin, Xyzabcol Qwertate, Panthenol",
    "Visit the boutique",
)
ADDED = ("verdict", "until_day", "concerns", "deciding", "tokens", "recognised", "error")
Data = dict[str, Any]


def products(count: int) -> list[Data]:
    """Rows with an id, a name with marks that CSV has to quote, a price and a label."""
    names = ("Cream", 'Gel "5"', "Balm, rich", "Two\nlines", "Ölserum – 北")
    return [
        {
            "id": f"{at:05d}",
            "name": names[at % len(names)],
            "price": at / 4,
            "ingredients": LABELS[at * 7 % 11 % len(LABELS)],
        }
        for at in range(count)
    ]


def write(path: Path, rows: list[Data]) -> Path:
    """The rows as a file in the format of its name."""
    if path.suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=max(len(rows) // 3, 1))
    elif path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    else:
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    return path


def read(path: Path) -> list[Data]:
    """The rows of an answer; of CSV with numbers, lists and nothing in the place of texts."""
    if path.suffix == ".parquet":
        found: list[Data] = pq.read_table(path).to_pylist()
        return found
    text = path.read_bytes().decode("utf-8-sig")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.split("\n") if line]
    return [_typed(row) for row in csv.DictReader(io.StringIO(text, newline=""))]


def _typed(row: Data) -> Data:
    for name in ("until_day", "tokens", "recognised"):
        row[name] = int(row[name]) if row[name] else None
    for name in ("concerns", "deciding"):
        row[name] = row[name].split("; ") if row[name] else []
    return row | {name: row[name] or None for name in ("error", "raw") if name in row}


def given(row: Data) -> Data:
    """What a row had before it was judged."""
    return {name: value for name, value in row.items() if name not in (*ADDED, "raw")}


def verdict(row: Data) -> Row:
    """What a row of an answer says."""
    return Row(
        row["verdict"], row["until_day"], tuple(row["concerns"]), tuple(row["deciding"]), row["tokens"],
        row["recognised"],
    )  # fmt: skip


def expected(text: str, use: Use = USE) -> Row:
    """What the judge of one label says."""
    return judging.screener_for(use).row(text)
