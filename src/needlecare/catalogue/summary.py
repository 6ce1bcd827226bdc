"""What came out of a screen, counted: part by part while it runs, and as a whole at the end."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Self

import pyarrow as pa
import pyarrow.compute as pc

from needlecare.catalogue.judged import Judged

_TOP = 10


@dataclass
class Tally:
    """Counts over some rows: verdicts, faults by kind, and in how many rows a class or an ingredient decides."""

    rows: int = 0
    errors: int = 0
    tokens: int = 0
    recognised: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    concerns: Counter[str] = field(default_factory=Counter)
    deciding: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, judged: Judged) -> Self:
        """The counts of judged rows."""
        columns = judged.batch
        return cls(
            rows=columns.num_rows,
            errors=len(judged.faults),
            tokens=pc.sum(columns["tokens"]).as_py() or 0,
            recognised=pc.sum(columns["recognised"]).as_py() or 0,
            verdicts=_counted(columns["verdict"]),
            faults=Counter(map(_kind, judged.faults.values())),
            concerns=_counted(columns["concerns"].flatten()),
            deciding=_counted(columns["deciding"].flatten()),
        )

    @classmethod
    def read(cls, data: dict[str, Any]) -> Self:
        """The counts as they were kept with `vars`."""
        values: dict[str, Any] = {n: Counter(each) if isinstance(each, dict) else each for n, each in data.items()}
        return cls(**values)

    def add(self, other: Self) -> None:
        """Count other rows too."""
        for name, value in vars(other).items():
            if isinstance(value, Counter):
                getattr(self, name).update(value)
            else:
                setattr(self, name, getattr(self, name) + value)


def _counted(column: pa.Array) -> Counter[str]:
    return Counter({each["values"]: each["counts"] for each in column.value_counts().to_pylist()})


def _kind(fault: str) -> str:
    """A fault without its figures, so that the same in two rows is counted as one."""
    return re.sub(r"\d[\d,]*", "N", fault)


@dataclass(frozen=True)
class Summary:
    """A finished screen: where the answer is, which column was read, how many rows have which verdict, and why.

    `concerns` and `deciding` say in how many rows a class or an ingredient decides, the most frequent first; of the
    ingredients the first ten. `faults` are the kinds of errors. `judged` counts the rows of this run alone: those that
    an earlier, stopped run had done are not judged again.
    """

    out: Path
    column: str
    rows: int
    fine: int
    wait: int
    avoid: int
    unknown: int
    errors: int
    faults: dict[str, int]
    concerns: dict[str, int]
    deciding: dict[str, int]
    tokens: int
    recognised: int
    judged: int
    seconds: float
    knowledge: str

    @property
    def rows_a_second(self) -> float:
        """How fast this run judged."""
        return self.judged / self.seconds if self.seconds else 0.0

    def to_json(self) -> dict[str, Any]:
        """The summary as plain data."""
        return {**asdict(self), "out": str(self.out), "rows_a_second": round(self.rows_a_second)}

    @classmethod
    def read(cls, data: dict[str, Any]) -> Self:
        """The summary that `to_json` gave."""
        names = [each.name for each in fields(cls)]
        return cls(**{**{name: data[name] for name in names}, "out": Path(data["out"])})


def summary_of(tallies: Iterable[Tally], **others: Any) -> Summary:
    """The summary of all parts."""
    whole = Tally()
    for each in tallies:
        whole.add(each)
    given = whole.verdicts
    return Summary(
        fine=given["fine"], wait=given["wait"], avoid=given["avoid"], unknown=given["unknown"],
        rows=whole.rows, errors=whole.errors, tokens=whole.tokens, recognised=whole.recognised,
        faults=_first(whole.faults), concerns=_first(whole.concerns, None), deciding=_first(whole.deciding), **others,
    )  # fmt: skip


def _first(counts: Counter[str], most: int | None = _TOP) -> dict[str, int]:
    """The highest counts; by name where two are equal, so that the same rows always give the same summary."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most])
