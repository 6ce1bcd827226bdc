"""The columns that a screen adds, with their types."""

import pyarrow as pa

from needlecare.catalogue.faults import CatalogueError

ADDED: tuple[pa.Field, ...] = (
    pa.field("verdict", pa.string()),
    pa.field("until_day", pa.int32()),
    pa.field("concerns", pa.list_(pa.string())),
    pa.field("deciding", pa.list_(pa.string())),
    pa.field("tokens", pa.int32()),
    pa.field("recognised", pa.int32()),
    pa.field("error", pa.string()),
)
NAMES = tuple(field.name for field in ADDED)
RAW = "raw"
"""The row as it stood in a text file, where it could not be put into columns; the last column of what was text."""


def check_names(names: list[str], *, text: bool) -> None:
    """Refuse a catalogue that has a column named like one of ours. Raises CatalogueError."""
    ours = (*NAMES, RAW) if text else NAMES
    if taken := [name for name in ours if name in names]:
        some = "columns" if len(taken) > 1 else "a column"
        raise CatalogueError(
            f"the catalogue already has {some} named {', '.join(taken)}, as a screen would add; give another name first"
        )
