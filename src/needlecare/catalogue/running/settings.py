"""What a worker has to know of a run."""

from dataclasses import dataclass

from needlecare.catalogue.reading.catalogue import Catalogue, Format
from needlecare.catalogue.running.parts import Parts
from needlecare.core.label.use import Use


@dataclass(frozen=True)
class Target:
    """How the answer is written: its format and, for CSV, its delimiter."""

    format: Format
    delimiter: str = ","


@dataclass(frozen=True)
class Settings:
    """One run: what is read, how it is judged and with which knowledge, how and where its parts are written."""

    catalogue: Catalogue
    column: str
    use: Use
    target: Target
    parts: Parts
    knowledge: str
