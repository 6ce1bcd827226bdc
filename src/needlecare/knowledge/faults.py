"""What is wrong with the knowledge files, all at once: which file, which entry, which field."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class KnowledgeFault:
    """One fault in one file; `entry` and `field` are empty where the fault is of the whole file."""

    file: str
    entry: str
    field: str
    message: str

    def __str__(self) -> str:
        where = " · ".join(part for part in (self.file, self.entry, self.field) if part)
        return f"{where}: {self.message}"


class KnowledgeError(ValueError):
    """Knowledge that cannot be used, with every fault in it."""

    def __init__(self, faults: list[KnowledgeFault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))
