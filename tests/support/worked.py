"""Reads the worked cases under tests/cases: a person's case, what must come out, and who signed it.

A file holds a list of entries of one family; each entry is named with the sentence that it claims.
"""

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from needlecare import load_knowledge
from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.vocabulary import Level

FOLDER = Path(__file__).parents[1] / "cases"
TODAY = date(2026, 5, 31)

Compared = Literal["earlier", "within", "later", "beyond", "cannot_tell"]
Phase = Literal["open_channels", "barrier_repair", "remodelling", "none"]
Notice = Literal["contradiction", "carried_over", "stale"]
Ids = tuple[str, ...]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class InTop(_Strict):
    """Causes that must stand among the first `n`, in any order."""

    n: int = Field(ge=1)
    ids: Ids = Field(min_length=1)


class Expect(_Strict):
    """What the assessment must say; what is left out is not looked at. `none` stands for no cause and no phase.

    `fires`, `open`, `do`, `avoid`, `may_resume`, `ask` and `causes_in_top` ask for these ids among others;
    `notices` names the kinds of notices exactly.
    """

    level: Level | None = None
    fires: Ids = ()
    does_not_fire: Ids = ()
    open: Ids = ()
    top_cause: str | None = None
    causes_in_top: InTop | None = None
    close: bool | None = None
    course: dict[str, Compared] = {}
    phase: Phase | None = None
    do: Ids = ()
    avoid: Ids = ()
    may_resume: Ids = ()
    ask: Ids = ()
    not_in_plan: Ids = ()
    asks_first: str | None = None
    notices: tuple[Notice, ...] | None = None

    @property
    def care(self) -> Ids:
        """Every care rule that is expected on the day."""
        return self.do + self.avoid + self.may_resume + self.ask


class WorkedCase(_Strict):
    """One worked case, and who has signed what it expects."""

    name: str = Field(min_length=10)
    case: dict[str, Any]
    today: date = TODAY
    expect: Expect
    signed: str = Field(min_length=1)


def read_entries(text: str, file: str) -> tuple[WorkedCase, ...]:
    """The worked cases of one file's text. Raises ValueError with the file and every fault of every entry."""
    entries = yaml.safe_load(text)
    if not isinstance(entries, list) or not entries:
        raise ValueError(f"{file}: must be a list of worked cases")
    cases, faults = [], []
    for at, entry in enumerate(entries, start=1):
        try:
            cases.append(WorkedCase.model_validate(entry))
        except ValidationError as error:
            name = entry.get("name", f"entry {at}") if isinstance(entry, dict) else f"entry {at}"
            for fault in error.errors(include_url=False):
                faults.append(f"{file}: {name}: {'.'.join(map(str, fault['loc']))}: {fault['msg']}")
            continue
        if cases[-1].expect == Expect():
            faults.append(f"{file}: {cases[-1].name}: expects nothing")
    if faults:
        raise ValueError("\n".join(faults))
    return tuple(cases)


@lru_cache(maxsize=1)
def worked_cases() -> tuple[WorkedCase, ...]:
    """Every worked case, in the order of the files."""
    found: list[WorkedCase] = []
    for path in sorted(FOLDER.rglob("*.yaml")):
        found += read_entries(path.read_text(encoding="utf-8"), path.relative_to(FOLDER).as_posix())
    return tuple(found)


@lru_cache(maxsize=1)
def the_knowledge() -> Knowledge:
    """The knowledge that ships with the package, loaded once."""
    return load_knowledge()
