"""Reads the worked labels under tests/labels: a label, who uses it when, and what must come out.

A file holds a list of labels of one theme; each is named with the sentence that it claims.
"""

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from needlecare.core.label import use
from needlecare.core.label.answer import How, Sure, Verdict
from needlecare.knowledge.ingredients.load import load_ingredients
from needlecare.knowledge.ingredients.model import Ingredients
from needlecare.knowledge.ingredients.schema import ConcernId

FOLDER = Path(__file__).parents[1] / "labels"

Names = tuple[str, ...]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PersonSaid(_Strict):
    """What is told of the person; what is left out is unknown."""

    acne_prone: bool | None = None
    dark_skin: bool | None = None
    cold_sores: bool | None = None
    sensitive_skin: bool | None = None
    pregnant: bool | None = None
    allergies: Names = ()


class ClinicSaid(_Strict):
    """What the clinic's protocol says: days of its own by concern class, names allowed and forbidden."""

    days: dict[ConcernId, int] = {}
    allowed: Names = ()
    forbidden: Names = ()


class PartExpected(_Strict):
    """What is expected of one product of a kit; what is left out is not looked at."""

    name: str | None = None
    verdict: Verdict | None = None
    until_day: int | None = None
    deciding: Names | None = None


class WorkedLabel(_Strict):
    """One label, who uses it when, and what the answer must say; of the answer, what is left out is not looked at.

    `text`, `product` (the name on the front) and the fields up to `clinic` are given; the others are expected.
    `concerns` names every class that is found with all its ingredients, and `ingredients` every ingredient in order,
    null for one that is not understood; `how` says how some of them were recognised, `spans` gives the words of the
    label that each was read from, and `says` words that must stand in the headline, the reasons or the notes.
    """

    claim: str = Field(min_length=10)
    text: str
    product: str | None = None
    day: int = Field(default=2, ge=0)
    depth_mm: float | None = Field(default=None, gt=0)
    kind: use.Kind = "leave_on"
    during: bool = False
    person: PersonSaid = PersonSaid()
    clinic: ClinicSaid = ClinicSaid()
    verdict: Verdict | None = None
    until_day: int | None = None
    sure: Sure | None = None
    deciding: Names | None = None
    concerns: dict[ConcernId, Names] | None = None
    concerns_include: dict[ConcernId, Names] = {}
    concerns_exclude: tuple[ConcernId, ...] = ()
    ingredients: tuple[str | None, ...] | None = None
    how: dict[str, How] = {}
    not_understood: Names | None = None
    parts: tuple[PartExpected, ...] | None = None
    is_list: bool | None = None
    spans: Names | None = None
    says: Names = ()

    @property
    def expects(self) -> bool:
        """Whether anything is expected at all."""
        return bool(self.model_fields_set - _GIVEN)

    def use(self) -> use.Use:
        """The use that the label is judged for."""
        person, clinic = self.person, self.clinic
        return use.Use(
            self.day,
            self.depth_mm,
            self.kind,
            self.during,
            use.Person(**person.model_dump()),
            use.Clinic("", tuple(clinic.days.items()), clinic.allowed, clinic.forbidden),
        )


_GIVEN = {"claim", "text", "product", "day", "depth_mm", "kind", "during", "person", "clinic"}


def read_labels(text: str, file: str) -> tuple[WorkedLabel, ...]:
    """The worked labels of one file's text. Raises ValueError with the file and every fault of every label."""
    entries = yaml.safe_load(text)
    if not isinstance(entries, list) or not entries:
        raise ValueError(f"{file}: must be a list of worked labels")
    labels, faults = [], []
    for at, entry in enumerate(entries, start=1):
        claim = entry.get("claim", f"label {at}") if isinstance(entry, dict) else f"label {at}"
        try:
            labels.append(WorkedLabel.model_validate(entry))
        except ValidationError as error:
            for fault in error.errors(include_url=False):
                faults.append(f"{file}: {claim}: {'.'.join(map(str, fault['loc']))}: {fault['msg']}")
            continue
        if not labels[-1].expects:
            faults.append(f"{file}: {claim}: expects nothing")
    if faults:
        raise ValueError("\n".join(faults))
    return tuple(labels)


@lru_cache(maxsize=1)
def worked_labels() -> tuple[tuple[str, WorkedLabel], ...]:
    """Every worked label with the name of its file, in the order of the files."""
    found: list[tuple[str, WorkedLabel]] = []
    for path in sorted(FOLDER.rglob("*.yaml")):
        name = path.relative_to(FOLDER).with_suffix("").as_posix()
        found += [(name, label) for label in read_labels(path.read_text(encoding="utf-8"), f"{name}.yaml")]
    return tuple(found)


@lru_cache(maxsize=1)
def the_ingredients() -> Ingredients:
    """The ingredients that ship with the package, loaded once."""
    return load_ingredients()
