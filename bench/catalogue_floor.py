"""The floor that a screen is measured against, as a process of its own:
`python -m bench.catalogue_floor tokens|join CATALOGUE OUT`.

`tokens`: every list cut at its commas and blanks taken off, the tokens counted. `join`: the same, with the tokens
looked up among the names and synonyms that we know, folded to letters and digits. Both by polars, streaming, to a file.
"""

import sys

import polars as pl

from needlecare.knowledge.ingredients.load import load_ingredients

_TOKEN = pl.col("token")


def tokens(catalogue: str) -> pl.LazyFrame:
    """One row for each token of a catalogue, blanks taken off."""
    rows = pl.scan_parquet(catalogue) if catalogue.endswith(".parquet") else pl.scan_csv(catalogue, infer_schema=False)
    split = rows.select(pl.col("ingredients").str.split(",").alias("token")).explode("token")
    return split.select(_TOKEN.str.strip_chars())


def counted(found: pl.LazyFrame) -> pl.LazyFrame:
    """How many tokens there are; looking for empty ones makes sure that the blanks are taken off."""
    return found.select(pl.len().alias("tokens"), (_TOKEN != "").sum().alias("filled"))


def joined(found: pl.LazyFrame) -> pl.LazyFrame:
    """How many tokens there are, and how many are a known name."""
    ingredients = load_ingredients()
    known = pl.LazyFrame({"name": [*ingredients.exact, *ingredients.synonyms]}).unique().with_columns(known=True)
    folded = found.select(_TOKEN.str.to_lowercase().str.replace_all("[^a-z0-9]", "").alias("name"))
    looked_up = folded.join(known, on="name", how="left")
    return looked_up.select(pl.len().alias("tokens"), pl.col("known").sum().alias("recognised"))


if __name__ == "__main__":
    way, catalogue, out = sys.argv[1:]
    asked = {"tokens": counted, "join": joined}[way](tokens(catalogue))
    asked.sink_parquet(out, engine="streaming")
    print(pl.read_parquet(out).write_ndjson(), end="")
